import type { Choice, Limits, Option } from './reach.ts';

/** The best choice of all and whether that is proven: the search ends after `mostSteps`, the same on every machine. */
export interface Optimum {
  readonly chosen: readonly Option[];
  readonly value: number;
  readonly isProven: boolean;
}

/** A difference below this is rounding, and no reason to look further. */
const least = 1e-9;

/**
 * Branch and bound: each candidate in turn is taken or left. A branch is given up where even an optimistic continuation is no
 * better than what is known: what each of the rest would add by itself, in the order of gain per money with the last one cut, or
 * the best of them for the free places, whichever is less. Both hold because gains only fall as others are chosen.
 */
export function bestChoice(
  options: readonly Option[],
  limits: Limits,
  choice: Choice,
  known: Omit<Optimum, 'isProven'>,
  mostSteps: number,
): Optimum {
  const order = options.toSorted(
    (a, b) => b.brings * (a.fee + 1) - a.brings * (b.fee + 1) || (a.influencerId < b.influencerId ? -1 : 1),
  );
  let best = known;
  let steps = 0;
  const visit = (at: number): void => {
    steps += 1;
    if (choice.value > best.value + least) best = { chosen: [...choice.chosen], value: choice.value };
    if (steps > mostSteps || at === order.length || choice.chosen.size === limits.places) return;
    if (choice.value + optimism(choice, order, at, limits) <= best.value + least) return;
    const option = order[at];
    if (option && choice.cost + option.fee <= limits.money) {
      choice.add(option);
      visit(at + 1);
      choice.remove(option);
    }
    visit(at + 1);
  };
  visit(0);
  return { ...best, isProven: steps <= mostSteps };
}

function optimism(choice: Choice, order: readonly Option[], from: number, { places, money }: Limits): number {
  const rest = order
    .slice(from)
    .map(option => ({ fee: option.fee, gain: choice.gain(option) }))
    .filter(({ fee, gain }) => gain > 0 && choice.cost + fee <= money);
  const free = places - choice.chosen.size;
  const gains = rest.map(({ gain }) => gain).sort((a, b) => b - a);
  const byPlaces = gains.slice(0, free).reduce((sum, gain) => sum + gain, 0);
  let left = money - choice.cost;
  let byMoney = 0;
  for (const { fee, gain } of rest.sort((a, b) => b.gain * a.fee - a.gain * b.fee)) {
    byMoney += fee <= left ? gain : gain * (left / fee);
    left -= Math.min(left, fee);
    if (left === 0 && fee > 0) break;
  }
  return Math.min(byPlaces, byMoney);
}
