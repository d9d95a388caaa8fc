import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementWith } from '#shared/domain/forecast/agreement.ts';
import { rateAt } from '#shared/domain/forecast/assumption.ts';
import { assumptions, prices } from '#shared/domain/forecast/assumptions.ts';
import { contactDays } from '#shared/domain/forecast/contact-days.ts';
import { interval } from '#shared/domain/forecast/interval.ts';
import { answersAfter, postedOn } from '#shared/domain/forecast/moments.ts';
import { normals, uniforms } from '#shared/domain/random.ts';
import { z80 } from '#shared/domain/statistics.ts';
import { aPlan, withOutreach } from './plan-builder.ts';

describe('an assumption', () => {
  test.each(Object.entries({ ...assumptions, ...prices }))('%s is met at its low, typical and high end', (_, one) => {
    expect(rateAt(one, -z80)).toBeCloseTo(one.low, 9);
    expect(rateAt(one, 0)).toBeCloseTo(one.typical, 9);
    expect(rateAt(one, z80)).toBeCloseTo(one.high, 9);
    if (one.unit === 'share') expect(rateAt(one, 9)).toBeLessThan(1);
  });
});

describe('an interval', () => {
  test('of many different values leaves a tenth on either side', () => {
    expect(interval(Array.from({ length: 1001 }, (_, value) => value))).toEqual({ low: 100, median: 500, high: 900 });
  });

  test('of counts takes the bound that is nearer to a tenth', () => {
    const counts = (...times: number[]) => times.flatMap((some, value) => Array.from({ length: some }, () => value));
    // 15 % are 0: leaving them out is nearer to a tenth than leaving nobody out.
    expect(interval(counts(15, 70, 15))).toEqual({ low: 1, median: 1, high: 1 });
    expect(interval(counts(4, 92, 4))).toEqual({ low: 1, median: 1, high: 1 });
    expect(interval(counts(60, 30, 10))).toEqual({ low: 0, median: 0, high: 1 });
    expect(interval(counts(100))).toEqual({ low: 0, median: 0, high: 0 });
  });

  test('never crosses its median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10 }), values => {
        const { low, median, high } = interval(values);
        expect(low).toBeLessThanOrEqual(median);
        expect(high).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});

describe('the days of first contact', () => {
  const daysOf = (outreach: Partial<ReturnType<typeof aPlan>['outreach']>, places: number) => {
    const { days, workingDays } = contactDays(withOutreach(outreach), places);
    return {
      perDay: Object.fromEntries(
        Object.entries(Object.groupBy(days, String)).map(([day, some]) => [day, some?.length]),
      ),
      days,
      workingDays,
    };
  };
  const warm = { startsAt: 1000, growsBy: 1 };

  test('leave out weekends', () => {
    // The first day is a Monday.
    expect(daysOf({ dailyNewContacts: 10, warmUp: warm }, 70).perDay).toEqual({
      0: 10,
      1: 10,
      2: 10,
      3: 10,
      4: 10,
      7: 10,
      8: 10,
    });
    expect(daysOf({ dailyNewContacts: 10, warmUp: warm, weekdaysOnly: false }, 70).perDay).toHaveProperty('6', 10);
  });

  test('grow with a new sender', () => {
    expect(daysOf({ dailyNewContacts: 200, followUpsAfterDays: [] }, 140).perDay).toEqual({
      0: 20,
      1: 30,
      2: 45,
      3: 45,
    });
  });

  test('give way to follow-ups under the cap of all mails', () => {
    const { perDay } = daysOf({ dailyNewContacts: 10, dailyMails: 10, warmUp: warm, followUpsAfterDays: [1] }, 40);
    expect(perDay).toEqual({ 0: 10, 2: 10, 4: 10, 8: 10 });
  });

  test('end with the campaign', () => {
    const { days, workingDays } = daysOf({ dailyNewContacts: 1, warmUp: warm }, 400);
    expect(workingDays).toBe(33);
    expect(days).toHaveLength(33);
  });
});

describe('an agreement', () => {
  const { compensation, budget } = aPlan();
  const meet = (offer: number, price: number, remaining = 1e9, settles = false) =>
    agreementWith(
      { compensation, budget },
      { offer: offer * 100, price: price * 100, settles, remaining: remaining * 100 },
    );

  test('is the offer where it is enough, or where they settle for it', () => {
    expect(meet(3000, 2500)).toEqual({ kind: 'agreed', fee: 300_000 });
    expect(meet(3000, 8000, 1e9, true)).toEqual({ kind: 'agreed', fee: 300_000 });
  });

  test('is what the campaign’s own negotiation comes to: half-way if that is near, else their price', () => {
    expect(meet(4000, 5000)).toEqual({ kind: 'agreed', fee: 450_000 });
    expect(meet(2000, 8000)).toEqual({ kind: 'agreed', fee: 800_000 });
  });

  test('is none above the ceiling, nor above what is left of the budget', () => {
    expect(meet(3000, 9500)).toEqual({ kind: 'too-dear' });
    expect(meet(3000, 2500, 2999)).toEqual({ kind: 'no-money' });
    expect(meet(3000, 6000, 4000)).toEqual({ kind: 'no-money' });
  });
});

describe('moments', () => {
  const uniform = uniforms('moments');
  const chance = { uniform, normal: normals(uniform) };

  test('answers come after the mail that they answer', () => {
    const after = Array.from({ length: 4000 }, () => answersAfter([30, 30], { answers: 0.4 }, chance)).filter(
      day => day !== undefined,
    );
    expect(after.length / 4000).toBeCloseTo(0.4, 1);
    expect(after.filter(day => day < 30).length / after.length).toBeCloseTo(1 / 1.58, 1);
    expect(Math.min(...after)).toBeGreaterThan(0);
  });

  test('a post comes between the dates if there is time to make it, else soon after', () => {
    expect(postedOn(1, { from: 10, to: 20 }, 0.5)).toBe(15);
    expect(postedOn(9, { from: 10, to: 20 }, 0)).toBe(12);
    expect(postedOn(19, { from: 10, to: 20 }, 0.5)).toBe(25);
  });
});
