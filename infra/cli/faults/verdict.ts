import type { FaultKind, Injection } from '#infra/local/faults/plan.ts';
import type { Evidence } from './evidence.ts';
import { type Violation, violationsIn } from './invariants.ts';

/** What is left of a fleet's evidence when it has been judged. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly injected: readonly Injection[];
  /** How much there was to judge. */
  readonly judged: Readonly<Record<'campaigns' | 'collaborations' | 'mails' | 'answers' | 'orders', number>>;
  /** Collaborations by where they ended. */
  readonly endings: Counts;
}

export type Counts = Readonly<Record<string, number>>;

export const verdictOn = (evidence: Evidence): Verdict => ({
  violations: violationsIn(evidence),
  injected: evidence.injected,
  judged: {
    campaigns: evidence.campaigns.length,
    collaborations: evidence.collaborations.length,
    mails: evidence.mails.length,
    answers: evidence.inbound.length,
    orders: evidence.orders.length,
  },
  endings: countsOf(evidence.collaborations.map(({ status }) => status)),
});

/** Most frequent first. */
export const countsOf = (names: Iterable<string>): Counts =>
  Object.fromEntries(
    [...Map.groupBy(names, name => name)]
      .map(([name, all]) => [name, all.length] as const)
      .toSorted(([, a], [, b]) => b - a),
  );

export const sumOf = (all: readonly Counts[]): Counts =>
  countsOf(all.flatMap(counts => Object.entries(counts).flatMap(([name, count]) => Array<string>(count).fill(name))));

export const strikesIn = (verdicts: readonly Verdict[]): Counts & Partial<Record<FaultKind, number>> =>
  countsOf(verdicts.flatMap(({ injected }) => injected.map(({ fault }) => fault)));
