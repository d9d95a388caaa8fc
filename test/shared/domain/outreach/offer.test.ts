import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import { firstOffer, friendlyAmount } from '#shared/domain/outreach/offer.ts';
import { inr } from '../builders.ts';

const band = { floor: inr(1000), ceiling: inr(10_000) };

describe('first offer', () => {
  it('pays the target cost for the engagements expected', () => {
    expect(firstOffer({ ...band, expectedEngagements: 200, targetCostPerEngagement: 2000 })).toEqual(inr(4000));
  });

  it('stays inside floor and ceiling', () => {
    expect(firstOffer({ ...band, expectedEngagements: 2, targetCostPerEngagement: 2000 })).toEqual(band.floor);
    expect(firstOffer({ ...band, expectedEngagements: 2e6, targetCostPerEngagement: 2000 })).toEqual(band.ceiling);
  });

  it('without a target, the typical fee buys what the middle of the follower band brings', () => {
    const typical = { ...band, followerBand: { min: 1000, max: 9000 } };
    // 3,000 followers at 4 % are 120 engagements, worth the middle of the band: 5,500.
    expect(firstOffer({ ...typical, expectedEngagements: 120 })).toEqual(inr(5500));
    expect(firstOffer({ ...typical, expectedEngagements: 60 })).toEqual(inr(2750));
    expect(firstOffer({ ...typical, expectedEngagements: 120, affordableFee: 200_000 })).toEqual(inr(2000));
  });

  it('falls back to the benchmark of the account size, and to room for talk where nothing is known', () => {
    expect(firstOffer({ ...band, followers: 5000, targetCostPerEngagement: 2000 })).toEqual(inr(4000));
    expect(firstOffer({ ...band, followers: 5000 })).toEqual(inr(5500));
    expect(firstOffer({ ...band })).toEqual(inr(3250));
  });

  it('never offers more than they are known to take', () => {
    const worthMore = { ...band, expectedEngagements: 200, targetCostPerEngagement: 2000 };
    expect(firstOffer({ ...worthMore, knownFee: 250_000 })).toEqual(inr(2500));
  });

  it.each(['per-sale', 'per-lead'] as const)('pay %s starts at the floor', model => {
    expect(firstOffer({ ...band, model, expectedEngagements: 200, targetCostPerEngagement: 2000 })).toEqual(inr(1000));
  });

  it('is always whole minor units inside the band, and more engagement never lowers it', () => {
    const amount = fc.nat(1e9);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(1e7),
        fc.nat(1e6),
        fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: undefined }),
        fc.constantFrom('INR', 'JPY', 'KWD', 'USD'),
        (low, span, engagements, more, targetCostPerEngagement, currency) => {
          const input = { floor: money(low, currency), ceiling: money(low + span, currency), targetCostPerEngagement };
          const offer = firstOffer({ ...input, expectedEngagements: engagements });
          expect(Number.isSafeInteger(offer.minor)).toBe(true);
          expect(offer.minor).toBeGreaterThanOrEqual(low);
          expect(offer.minor).toBeLessThanOrEqual(low + span);
          const better = firstOffer({ ...input, expectedEngagements: engagements + more });
          expect(better.minor).toBeGreaterThanOrEqual(offer.minor);
        },
      ),
    );
  });
});

describe('friendly amounts', () => {
  it.each([
    [1234, 1250],
    [12_345, 12_500],
    [8777, 8800],
    [87.3, 87.5],
    [7.31, 7.3],
    [0.42, 0.42],
    [0, 0],
  ])('%d becomes %d', (from, to) => {
    expect(friendlyAmount(inr(from))).toEqual(inr(to));
  });

  it('knows currencies without minor units and unknown ones', () => {
    expect(friendlyAmount(money(7, 'JPY'))).toEqual(money(7, 'JPY'));
    expect(friendlyAmount(money(1234, 'JPY'))).toEqual(money(1250, 'JPY'));
    expect(friendlyAmount(money(123_400, '???'))).toEqual(money(125_000, '???'));
  });
});
