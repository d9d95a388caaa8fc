import { expect, it } from 'vitest';
import { invariantNames } from '#infra/cli/faults/invariants.ts';
import { brokenIn, linesOf, summaryOf } from '#infra/cli/faults/summary.ts';
import type { Verdict } from '#infra/cli/faults/verdict.ts';
import { faultKinds } from '#infra/local/faults/plan.ts';

const [promise = ''] = invariantNames;
const hit = (fault: keyof typeof faultKinds) => ({ fault, subject: 'PutItem a', nth: 1, atMs: 0 });
const verdict = (changes: Partial<Verdict> = {}): Verdict => ({
  violations: [],
  injected: [hit('ses-rate'), hit('ses-rate'), hit('clock-jump')],
  judged: { campaigns: 2, collaborations: 3, mails: 9, answers: 2, orders: 1 },
  endings: { settled: 2, declined: 1 },
  ...changes,
});

it('the summary of many fleets counts every promise and every kind of fault, those that never struck too', () => {
  const broken = verdict({ violations: [{ invariant: promise, what: 'meera' }] });
  const summary = summaryOf([verdict(), broken], 12.3);
  expect(Object.keys(summary.faults)).toEqual(Object.keys(faultKinds));
  expect(summary.faults).toMatchObject({ 'ses-rate': 4, 'clock-jump': 2, 's3-slow': 0 });
  expect(Object.keys(summary.broken)).toEqual(invariantNames);
  expect(summary.broken[promise]).toBe(1);
  expect(brokenIn(summary)).toBe(1);
  expect(summary.judged).toMatchObject({ campaigns: 4, mails: 18 });
  expect(summary.endings).toEqual({ settled: 4, declined: 2 });
});

it('people read it in words', () => {
  const lines = linesOf(summaryOf([verdict()], 12.3));
  expect(lines.join('\n')).toContain('Maximum sending rate exceeded');
  expect(lines.at(-1)).toBe('2 campaigns, 3 faults of 2 kinds, 0 broken promises, 12.3 s');
});
