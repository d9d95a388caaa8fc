import type { Facts } from './facts.ts';
import type { Judge, Yardstick } from './parts/judge.ts';
import type { Change, PartName } from './score.ts';

/** How many are told: more is a list, and no answer. */
const told = 2;

/**
 * The changes that would have moved a score most. Each part says what would be good for it; the candidate is then scored with that
 * one fact changed, so that what hangs on it (a higher engagement rate makes the fee cheaper too) moves along.
 */
export function changesThatMatter(
  facts: Facts,
  judges: readonly Judge[],
  yardstick: Yardstick,
  now: number,
  pointsOf: (otherwise: Facts, judge: number) => number,
): readonly Change[] {
  const changes: { part: PartName; points: number; says: () => string }[] = [];
  for (const [index, judge] of judges.entries()) {
    const otherwise = judge.better(facts, yardstick);
    if (!otherwise) continue;
    const points = Math.round((pointsOf(otherwise.facts, index) - now) * 10) / 10;
    if (points !== 0) changes.push({ part: judge.name, points, says: otherwise.says });
  }
  return changes
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, told)
    .map(({ part, points, says }) => ({ part, points, says: `${says()} would have ${moved(points)}.` }));
}

const moved = (points: number): string =>
  `${points > 0 ? 'added' : 'taken'} ${Math.abs(points).toFixed(1)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
