import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, median, ratio, wilson, z80 } from '#shared/domain/statistics.ts';
import { corpusRows, hasCorpora } from './corpus.ts';

describe('median', () => {
  it('takes the middle, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it('lies between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), values => {
        const middle = median(values) ?? Number.NaN;
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});

describe('wilson', () => {
  it.skipIf(!hasCorpora)('agrees with the published 95 % intervals of R', () => {
    const rows = corpusRows<{ test: string; x: number; n: number }, { lo: number; hi: number }>('ab_stats').filter(
      row => row.input.test === 'wilson95',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { input, expected } of rows) {
      const [low, high] = wilson(input.x, input.n, 1.959963984540054) ?? [];
      expect(low).toBeCloseTo(expected.lo, 6);
      expect(high).toBeCloseTo(expected.hi, 6);
    }
  });

  it('contains the share, stays in 0..1 and narrows with more data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const part = Math.round(share * whole);
        const [low, high] = wilson(part, whole, z80) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part / whole);
        expect(high).toBeGreaterThanOrEqual(part / whole);
        const [low10 = 0, high10 = 1] = wilson(part * 10, whole * 10) ?? [];
        expect(high10 - low10).toBeLessThanOrEqual(high - low);
      }),
    );
  });

  it('says nothing about nothing or the impossible', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(3, 2)).toBeNull();
    expect(wilson(-1, 2)).toBeNull();
  });
});

describe('ratio', () => {
  it('is null instead of Infinity, NaN or a guess', () => {
    expect(ratio(1, 4)).toBe(0.25);
    expect(ratio(1, 0)).toBeNull();
    expect(ratio(null, 3)).toBeNull();
    expect(ratio(undefined, 3)).toBeNull();
    expect(ratio(3, null)).toBeNull();
    expect(ratio(3, undefined)).toBeNull();
    expect(ratio(1e308, 1e-308)).toBeNull();
  });
});

it('clamp keeps a value inside its bounds', () => {
  expect([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(3, 0, 2)]).toEqual([0, 1, 2]);
});
