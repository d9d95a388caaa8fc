import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedEngagementRate, markerly2016 } from '#shared/domain/engagement/tiers.ts';

describe('expected engagement rate', () => {
  it.each([
    [999, 0.08],
    [1_000, 0.04],
    [9_999, 0.04],
    [10_000, 0.024],
    [99_999, 0.024],
    [1_000_000, 0.017],
  ])('%i followers: the published %d', (followers, value) => {
    expect(expectedEngagementRate(followers)).toEqual({ value, interpolated: false, source: 'markerly-2016' });
  });

  it('keeps the published gap a gap, and flags what it fills in', () => {
    expect(markerly2016.tiers.find(tier => tier.from === 100_000)?.rate).toBeNull();
    const middle = expectedEngagementRate(316_228);
    expect(middle.interpolated).toBe(true);
    expect(middle.value).toBeCloseTo((0.024 + 0.017) / 2, 5);
    expect(expectedEngagementRate(50_000_000)).toMatchObject({ value: 0.017, interpolated: true });
  });

  it('carries on at the ends of a table that is open there', () => {
    const openBelow = {
      id: 't',
      source: 's',
      tiers: [
        { from: 0, to: 10, rate: null },
        { from: 10, to: 20, rate: 0.5 },
      ],
    };
    expect(expectedEngagementRate(5, openBelow)).toEqual({ value: 0.5, interpolated: true, source: 't' });
    expect(expectedEngagementRate(5, { id: 't', source: 's', tiers: [] }).value).toBe(0);
  });

  it('larger accounts are never expected to engage more', () => {
    fc.assert(
      fc.property(fc.nat(2e7), fc.nat(2e7), (one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        expect(expectedEngagementRate(large).value).toBeLessThanOrEqual(expectedEngagementRate(small).value);
      }),
    );
  });
});
