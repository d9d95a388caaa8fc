import { faultKinds } from '#infra/local/faults/plan.ts';
import { table } from '../terminal.ts';
import { invariantNames } from './invariants.ts';
import { type Counts, countsOf, strikesIn, sumOf, type Verdict } from './verdict.ts';

export interface Summary {
  readonly seconds: number;
  readonly judged: Counts;
  readonly endings: Counts;
  /** Every kind of fault, and how often it struck. */
  readonly faults: Counts;
  /** Every promise, and how often it was broken. */
  readonly broken: Counts;
}

export function summaryOf(verdicts: readonly Verdict[], seconds: number): Summary {
  const strikes = strikesIn(verdicts);
  const broken = countsOf(verdicts.flatMap(({ violations }) => violations.map(({ invariant }) => invariant)));
  return {
    seconds,
    judged: sumOf(verdicts.map(({ judged }) => judged)),
    endings: sumOf(verdicts.map(({ endings }) => endings)),
    faults: Object.fromEntries(Object.keys(faultKinds).map(kind => [kind, strikes[kind] ?? 0])),
    broken: Object.fromEntries(invariantNames.map(name => [name, broken[name] ?? 0])),
  };
}

export const brokenIn = ({ broken }: Summary): number => Object.values(broken).reduce((sum, count) => sum + count, 0);

export function linesOf(summary: Summary): string[] {
  const { faults, broken, judged, endings, seconds } = summary;
  const struck = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const met = Object.values(faults).filter(count => count > 0).length;
  return [
    '',
    ...table(Object.entries(faults).map(([kind, count]) => [`  ${grouped(count)}`, kind, meaningOf(kind)])),
    '',
    ...table(
      Object.entries(broken).map(([name, count]) => [`  ${count === 0 ? 'kept' : `broken ${count} times`}`, name]),
    ),
    '',
    `  ${listed(judged)}`,
    `  Collaborations ended: ${listed(endings)}`,
    '',
    `${grouped(judged.campaigns ?? 0)} campaigns, ${grouped(struck)} faults of ${met} kinds, ${brokenIn(summary)} broken promises, ${seconds} s`,
  ];
}

const listed = (counts: Counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${grouped(count)} ${name}`)
    .join(', ');
const grouped = (count: number) => count.toLocaleString('en');
const meaningOf = (kind: string) => faultKinds[kind as keyof typeof faultKinds];
