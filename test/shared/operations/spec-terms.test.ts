import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { feeBand, inMinor, scoringBrief, termsFor } from '#shared/operations/spec-terms.ts';
import { inr } from '#test/shared/domain/builders.ts';
import { aSpec, specInput } from '#test/support/product/campaigns.ts';

describe('amounts of a spec', () => {
  test.each([
    [1500.5, 'INR', 150_050],
    [0.29, 'INR', 29],
    [1500, 'JPY', 1500],
    [1.005, 'KWD', 1005],
    [1e12, 'INR', 1e14],
  ])('%d %s are %d minor units', (amount, currency, minor) => {
    expect(inMinor(amount, currency)).toEqual({ minor, currency });
  });

  test('every amount that can be paid becomes exactly the minor units that were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), paise => {
        const text = `${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, '0')}`;
        const input = specInput({
          budget: { amount: Number(text), currency: 'INR' },
          compensation: { floor: 0, ceiling: 9000 },
        });
        const { budget } = campaignSpec.parse(input);
        expect(inMinor(budget.amount, budget.currency).minor).toBe(paise);
      }),
    );
  });

  test('terms carry what the campaign promises everyone, and this fee', () => {
    const spec = aSpec({
      compensation: { model: 'mixed', floor: 1500, ceiling: 9000, perSalePercent: 8, perLead: 12.5, product: 'a kit' },
    });
    expect(termsFor(spec, inr(4000))).toEqual({
      model: 'mixed',
      fee: inr(4000),
      perSalePercent: 8,
      perLead: inr(12.5),
      product: 'a kit',
      exclusivityDays: 30,
      usageRights: 'Organic re-use on our own channels for 6 months.',
    });
    expect(termsFor(aSpec(), inr(1))).not.toHaveProperty('product');
    expect(termsFor(aSpec(), inr(1))).not.toHaveProperty('lines');
    expect(feeBand(spec)).toEqual({ floor: inr(1500), ceiling: inr(9000) });
  });

  test('terms say what of the fee pays for which right, where rights are priced', () => {
    const rights = { exclusivityPercent: 25, usagePercent: 75 };
    const spec = aSpec({ compensation: { floor: 1500, ceiling: 9000, rights } });
    expect(termsFor(spec, inr(4000)).lines).toEqual([
      { what: 'content', amount: inr(2000) },
      { what: 'exclusivity', amount: inr(500) },
      { what: 'usage-rights', amount: inr(1500) },
    ]);
  });

  test('scoring reads the same amounts', () => {
    const compensation = { floor: 1500, ceiling: 9000, targetCostPerEngagement: 2.5 };
    expect(scoringBrief(aSpec({ compensation }))).toMatchObject({
      budget: inr(20_000),
      wanted: 3,
      keywords: ['skincare'],
      compensation: { floor: inr(1500), ceiling: inr(9000), targetCostPerEngagement: 250 },
    });
    expect(scoringBrief(aSpec()).compensation).not.toHaveProperty('targetCostPerEngagement');
  });
});
