import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import { commission, payout } from '#shared/domain/tracking/money-earned.ts';
import { inr, someTerms } from '../builders.ts';

describe('the payout', () => {
  it('is the fee where nothing else was agreed or sold', () => {
    expect(payout(someTerms())).toEqual(inr(4000));
    expect(payout(someTerms(), { revenue: inr(90_000), leads: 9 })).toEqual(inr(4000));
  });

  it('adds the percentage of net revenue and the amount per lead', () => {
    const terms = someTerms({ model: 'mixed', perSalePercent: 12.5, perLead: inr(50) });
    expect(commission(terms, { revenue: inr(10_000), leads: 3 })).toEqual(inr(1400));
    expect(payout(terms, { revenue: inr(10_000), leads: 3 })).toEqual(inr(5400));
    expect(payout(terms, { revenue: inr(10_000) })).toEqual(inr(5250));
  });

  it('is not lowered by refunds beyond what was sold', () => {
    expect(payout(someTerms({ perSalePercent: 10 }), { revenue: inr(-500) })).toEqual(inr(4000));
  });

  it('leaves other currencies to a person', () => {
    const terms = someTerms({ perSalePercent: 10, perLead: money(5, 'USD') });
    expect(payout(terms, { revenue: money(10_000, 'USD'), leads: 2 })).toEqual(inr(4000));
  });

  it('is whole minor units, never below the fee, and grows with sales', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.nat(1e7),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (minor, more, perSalePercent) => {
          const terms = someTerms({ perSalePercent });
          const less = payout(terms, { revenue: money(minor, 'INR') });
          expect(Number.isSafeInteger(less.minor)).toBe(true);
          expect(less.minor).toBeGreaterThanOrEqual(terms.fee.minor);
          expect(payout(terms, { revenue: money(minor + more, 'INR') }).minor).toBeGreaterThanOrEqual(less.minor);
        },
      ),
    );
  });
});
