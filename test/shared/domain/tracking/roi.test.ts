import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import { type Outcome, returnFigures } from '#shared/domain/tracking/roi.ts';
import { at, inr } from '../builders.ts';

const outcome: Outcome = { spend: inr(20_000), revenue: inr(50_000), clicks: 400, orders: 25, engagements: 1000 };
const figureOf = (id: string, over: Partial<Outcome> = {}) =>
  returnFigures({ ...outcome, ...over }, at).find(figure => figure.id === id)?.value;

describe('returns', () => {
  it.each([
    ['spend', 2_000_000],
    ['revenue', 5_000_000],
    ['roas', 2.5],
    ['roi', 1.5],
    ['cpe', 2000],
    ['cac', 80_000],
    ['conversion-rate', 0.0625],
    ['clicks', 400],
    ['orders', 25],
    ['engagements', 1000],
  ])('%s is %d', (id, value) => {
    expect(figureOf(id)).toBe(value);
  });

  it('a loss is a negative ROI', () => {
    expect(figureOf('roi', { revenue: inr(5000) })).toBe(-0.75);
  });

  it('are a dash where they cannot be known', () => {
    expect(['roas', 'roi', 'cpe', 'cac'].map(id => figureOf(id, { spend: inr(0) }))).toEqual([null, null, null, null]);
    expect(figureOf('cpe', { engagements: null })).toBeNull();
    expect(figureOf('cpe', { engagements: 0 })).toBeNull();
    expect(figureOf('cac', { orders: 0 })).toBeNull();
    expect(figureOf('conversion-rate', { clicks: 0 })).toBeNull();
    expect(figureOf('roas', { revenue: money(5000, 'USD') })).toBeNull();
    expect(figureOf('roi', { revenue: money(5000, 'USD') })).toBeNull();
  });

  it('each names its formula, its inputs and its time', () => {
    for (const figure of returnFigures(outcome, at)) {
      expect(figure.formula).toMatch(/^[a-z-]+\.v1$/);
      expect(figure.explanation).not.toBe('');
      expect(figure.at).toBe(at);
      expect(figure.currency !== undefined).toBe(figure.unit === 'money');
    }
  });

  it('are never Infinity or NaN, and can be computed again from their inputs', () => {
    const amount = fc.nat(1e9).map(minor => money(minor, 'INR'));
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(),
        fc.nat(),
        fc.option(fc.nat()),
        (spend, revenue, clicks, orders, engagements) => {
          const figures = returnFigures({ spend, revenue, clicks, orders, engagements }, at);
          for (const { value } of figures) if (value !== null) expect(Number.isFinite(value)).toBe(true);
          const roas = figures.find(({ id }) => id === 'roas');
          if (roas?.value != null)
            expect(Number(roas.inputs.revenue) / Number(roas.inputs.spend)).toBeCloseTo(roas.value, 6);
        },
      ),
    );
  });
});
