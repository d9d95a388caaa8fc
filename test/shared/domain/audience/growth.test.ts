import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FollowerSnapshot, judgeGrowth, withSnapshot } from '#shared/domain/audience/growth.ts';
import { days } from '../builders.ts';

const weekly = (followers: readonly number[]): FollowerSnapshot[] =>
  followers.map((count, week) => ({ at: days(7 * week), followers: count }));

describe('growth-anomalies.v1', () => {
  it('finds nothing in steady growth', () => {
    expect(judgeGrowth(weekly([1000, 1020, 1045, 1060, 1085]))).toMatchObject({
      value: 1,
      anomalies: [],
      snapshots: 5,
    });
  });

  it('finds a sudden jump and how many followers it does not explain', () => {
    const { value, anomalies } = judgeGrowth(weekly([1000, 1010, 1020, 1030, 1530, 1545]));
    expect(anomalies).toEqual([{ kind: 'jump', from: days(21), to: days(28), excess: expect.any(Number) }]);
    expect(anomalies[0]?.excess).toBeGreaterThan(480);
    expect(value).toBeLessThan(0.2);
  });

  it('finds a drop, as after a purge of bots', () => {
    expect(judgeGrowth(weekly([5000, 5020, 5040, 4300, 4310])).anomalies).toMatchObject([{ kind: 'drop' }]);
  });

  it('takes fast growth for granted where the account always grows fast', () => {
    expect(judgeGrowth(weekly([1000, 1300, 1650, 2150, 2800])).value).toBe(1);
  });

  it('does not take rounding for a jump', () => {
    expect(judgeGrowth(weekly([1000, 1000, 1010, 1010, 1020])).value).toBe(1);
  });

  it.each([
    ['needs 4 snapshots over 14 days, has 0 over 0', []],
    ['needs 4 snapshots over 14 days, has 3 over 14', weekly([1000, 1001, 1002])],
    ['needs 4 snapshots over 14 days, has 4 over 3', [0, 1, 2, 3].map(day => ({ at: days(day), followers: 1000 }))],
  ])('%s', (because, history) => {
    expect(judgeGrowth(history)).toMatchObject({ value: null, because });
  });

  it('stays between 0 and 1, in any order, at any scale', () => {
    const counts = fc.array(fc.integer({ min: 100, max: 1e6 }), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (followers, times) => {
        const { value } = judgeGrowth(weekly(followers));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(judgeGrowth(weekly(followers).toReversed()).value).toBe(value);
        expect(judgeGrowth(weekly(followers.map(count => count * times))).value).toBeCloseTo(value ?? -1, 1);
      }),
    );
  });
});

describe('withSnapshot', () => {
  it('keeps one snapshot a day, the later one, oldest first', () => {
    const morning = { at: '2026-03-02T06:00:00.000Z', followers: 10 };
    const evening = { at: '2026-03-02T18:00:00.000Z', followers: 12 };
    const before = { at: '2026-02-20T06:00:00.000Z', followers: 8 };
    expect(withSnapshot(withSnapshot([evening], morning), before)).toEqual([before, evening]);
  });

  it('keeps two years of weeks at most', () => {
    const history = weekly(Array.from({ length: 200 }, (_, at) => at + 1)).reduce<readonly FollowerSnapshot[]>(
      withSnapshot,
      [],
    );
    expect(history).toHaveLength(104);
    expect(history.at(-1)?.followers).toBe(200);
  });
});
