import { seededRandom } from '../world/random.ts';
import type { FaultKind, FaultPlan, Injection } from './plan.ts';

/** Decides which calls go wrong. Asked at one point of each service; those without a plan are never hit. */
export interface Faults {
  readonly plan: FaultPlan;
  /** Whether this fault hits this call. */
  hits(fault: FaultKind, subject: string, atMs: number): boolean;
  /** What was hit elsewhere (the database has a thread of its own). */
  note(injection: Injection): void;
  /** Everything that was hit so far. */
  readonly injected: readonly Injection[];
}

/**
 * A call is hit or not by seed, subject and how often the subject was called before: never by the order of calls of different
 * subjects, which threads change from run to run.
 */
export function createFaults(plan: FaultPlan, onHit: (injection: Injection) => void = () => {}): Faults {
  const injected: Injection[] = [];
  const calls = new Map<string, number>();
  const hitsByRule = new Map<object, number>();
  const replayed = plan.replay && new Set(plan.replay.map(nameOf));

  const isHit = (fault: FaultKind, subject: string, nth: number, atMs: number): boolean => {
    if (replayed) return replayed.has(nameOf({ fault, subject, nth }));
    const rule = plan.faults.find(
      one =>
        one.fault === fault &&
        (one.subject === undefined || subject.includes(one.subject)) &&
        (one.from === undefined || atMs >= Date.parse(one.from)) &&
        (one.until === undefined || atMs < Date.parse(one.until)),
    );
    const before = rule ? (hitsByRule.get(rule) ?? 0) : 0;
    if (!rule || before >= (rule.most ?? Number.POSITIVE_INFINITY)) return false;
    if (seededRandom(`${plan.seed}/${fault}/${subject}/${nth}`).next() >= rule.rate) return false;
    hitsByRule.set(rule, before + 1);
    return true;
  };

  return {
    plan,
    injected,
    note: injection => void injected.push(injection),
    hits(fault, subject, atMs) {
      if (!replayed && !plan.faults.some(rule => rule.fault === fault)) return false;
      const key = `${fault} ${subject}`;
      const nth = (calls.get(key) ?? 0) + 1;
      calls.set(key, nth);
      if (!isHit(fault, subject, nth, atMs)) return false;
      const injection = { fault, subject, nth, atMs };
      injected.push(injection);
      onHit(injection);
      return true;
    },
  };
}

const nameOf = ({ fault, subject, nth }: Omit<Injection, 'atMs'>): string => `${fault} ${subject} ${nth}`;

export const noFaults: Faults = createFaults({ seed: '', faults: [] });
