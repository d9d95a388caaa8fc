import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOffer } from '#shared/domain/outreach/offer.ts';
import { feeLines, rightsShare } from '#shared/domain/outreach/rights.ts';
import { inr } from '#test/shared/domain/builders.ts';

const rates = { exclusivityPer30Days: 0.3, usageRights: 0.5 };

describe('the lines of a fee', () => {
  test('add up to it, whatever the rates', () => {
    const share = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), share, share, fc.nat(365), (minor, exclusivity, usage, days) => {
        const fee = { minor, currency: 'INR' };
        const lines = feeLines(fee, { exclusivityPer30Days: exclusivity, usageRights: usage }, days);
        if (lines.length === 0) return;
        expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(minor);
        for (const { amount } of lines) expect(amount.minor).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('name only what is priced', () => {
    expect(feeLines(inr(4000), { exclusivityPer30Days: 0, usageRights: 0 }, 30)).toEqual([]);
    expect(feeLines(inr(0), rates, 30)).toEqual([]);
    const withoutExclusivity = feeLines(inr(4500), rates, 0);
    expect(withoutExclusivity).toEqual([
      { what: 'content', amount: inr(3000) },
      { what: 'usage-rights', amount: inr(1500) },
    ]);
  });

  test('longer exclusivity costs more', () => expect(rightsShare(rates, 60)).toBeCloseTo(1.1));
});

test('a first offer pays for the rights on top of the content, inside the ceiling', () => {
  const input = { floor: inr(1000), ceiling: inr(10_000), expectedEngagements: 200, targetCostPerEngagement: 1000 };
  expect(firstOffer(input)).toEqual(inr(2000));
  expect(firstOffer({ ...input, rightsShare: 0.8 })).toEqual(inr(3600));
  expect(firstOffer({ ...input, rightsShare: 0.8, knownFee: 150_000 })).toEqual(inr(2700));
  expect(firstOffer({ ...input, rightsShare: 9 })).toEqual(inr(10_000));
});
