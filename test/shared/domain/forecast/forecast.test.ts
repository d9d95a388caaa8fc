import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Forecast, type ForecastFigureId, forecast } from '#shared/domain/forecast/forecast.ts';
import type { ForecastPlan, Prospect } from '#shared/domain/forecast/plan.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import { at, inr } from '../builders.ts';
import { aPlan, withOutreach } from './plan-builder.ts';

const play = (over: Partial<ForecastPlan> = {}, runs = 300): Forecast => forecast(aPlan(over), 'seed', runs);
const figure = ({ figures }: Forecast, id: ForecastFigureId) =>
  figures.find(one => one.id === id) ?? { low: -1, median: -1, high: -1 };

describe('a forecast', () => {
  test('of the same plan and seed is the same, byte for byte; of another seed it is another', () => {
    const first = JSON.stringify(forecast(aPlan(), 'a', 200));
    expect(JSON.stringify(forecast(aPlan(), 'a', 200))).toBe(first);
    expect(JSON.stringify(forecast(aPlan(), 'b', 200))).not.toBe(first);
  });

  test('is a funnel, in order, and inside the budget', () => {
    const arbitrary = fc.record({
      wanted: fc.integer({ min: 1, max: 100 }),
      contactFactor: fc.integer({ min: 2, max: 20 }).map(half => half / 2),
      budget: fc.integer({ min: 2000, max: 1_000_000 }).map(inr),
      hasShop: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, over => {
        const told = play(over, 40);
        const funnel = (['invitations', 'answers', 'acceptances', 'posts'] as const).map(id => figure(told, id));
        for (const { low, median, high } of told.figures) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(median).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(median);
        }
        for (const [index, { high }] of funnel.entries())
          if (index > 0) expect(high).toBeLessThanOrEqual(funnel[index - 1]?.high ?? 0);
        expect(figure(told, 'invitations').high).toBeLessThanOrEqual(Math.ceil(over.wanted * over.contactFactor));
        expect(figure(told, 'spend').high).toBeLessThanOrEqual(over.budget.minor);
        expect(told.figures.some(({ id }) => id === 'orders')).toBe(over.hasShop);
      }),
      { numRuns: 25 },
    );
  });

  test('knows that without follow-ups four of ten answers are missing, and that a third follow-up brings none', () => {
    const answers = (followUpsAfterDays: number[]) =>
      figure(forecast(withOutreach({ followUpsAfterDays }), 'seed', 1000), 'answers').median;
    const usual = answers([3, 7]);
    expect(answers([]) / usual).toBeGreaterThan(0.5);
    expect(answers([]) / usual).toBeLessThan(0.75);
    expect(answers([3, 7, 7])).toBe(usual);
  });

  test('is sure of nothing: campaigns differ more than the luck of forty people', () => {
    const { low, median, high } = figure(play({}, 1000), 'answers');
    // Forty coins of 40 % would lie between 12 and 20.
    expect(low).toBeLessThan(10);
    expect(median).toBeGreaterThan(12);
    expect(high).toBeGreaterThan(20);
  });

  test('of a large campaign says the same in proportion', () => {
    const small = figure(play({}, 1000), 'acceptances');
    const large = figure(
      play(
        {
          wanted: 2000,
          budget: inr(15_000_000),
          outreach: {
            ...aPlan().outreach,
            dailyNewContacts: 4000,
            dailyMails: 9000,
            warmUp: { startsAt: 9000, growsBy: 1 },
          },
        },
        1000,
      ),
      'acceptances',
    );
    expect(large.median / 100).toBeGreaterThan(small.median * 0.85);
    expect(large.median / 100).toBeLessThan(small.median * 1.15);
    expect(large.high).toBeLessThan(small.high * 100 * 1.1);
  });

  test('takes the offer for the usual price where nobody publishes prices, and says so', () => {
    const jpy = (minor: number) => ({ minor, currency: 'JPY' });
    const told = play({
      budget: jpy(2_000_000),
      compensation: { model: 'fixed', floor: jpy(20_000), ceiling: jpy(90_000) },
    });
    expect(figure(told, 'acceptances').median).toBeGreaterThan(3);
    expect(told.warnings.join()).toContain('JPY');
    expect(told.assumptions.map(({ id }) => id)).not.toContain('price');
  });

  test('lists each assumption that its figures rest on, with its source', () => {
    const { assumptions } = play({ hasShop: false });
    expect(assumptions.map(({ id }) => id)).toEqual([
      'answers',
      'interested',
      'settle',
      'posts',
      'reach',
      'engagement',
      'clicks',
      'price',
    ]);
    for (const { low, typical, high, source } of assumptions) {
      expect(low).toBeLessThan(typical);
      expect(typical).toBeLessThan(high);
      expect(source).toMatch(/\w+\.\w+|own estimate/);
    }
  });
});

describe('the chance of enough agreements', () => {
  test('grows with the people who are written to', () => {
    const chances = [2, 4, 6, 8].map(contactFactor => play({ contactFactor, wanted: 10 }).chances.reachesWanted);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances.at(-1)).toBeGreaterThan((chances[0] ?? 1) + 0.3);
  });

  test('and the money for it: a budget for two collaborations turns people down', () => {
    const told = play({ budget: inr(4000), contactFactor: 5 });
    expect(told.chances.staysInBudget).toBeLessThan(0.2);
    expect(told.warnings.join()).toContain('20 collaborations cost at least ₹30,000; the budget is ₹4,000.');
  });
});

describe('advice', () => {
  test('names the least contactFactor that gives a chance of 80 %, and it does', () => {
    const [best] = play({ wanted: 10 }, 400).advice.filter(({ field }) => field === 'outreach.contactFactor');
    expect(best?.reachesWanted).toBeGreaterThanOrEqual(0.8);
    const contactFactor = Number(best?.value);
    expect(play({ wanted: 10, contactFactor }, 400).chances.reachesWanted).toBeGreaterThan(0.75);
    expect(play({ wanted: 10, contactFactor: contactFactor - 1 }, 400).chances.reachesWanted).toBeLessThan(0.8);
  });

  test('finds what really holds a campaign up', () => {
    const slow = forecast({ ...withOutreach({ dailyNewContacts: 1 }), wanted: 4, contactFactor: 10 }, 'seed', 300);
    expect(slow.advice.map(({ field }) => field)).toContain('outreach.dailyNewContacts');
    const poor = play({ budget: inr(30_000), contactFactor: 8, wanted: 12 });
    expect(poor.advice.map(({ field }) => field)).toContain('budget.amount');
    const rude = forecast({ ...withOutreach({ followUpsAfterDays: [] }), wanted: 10, contactFactor: 4 }, 'seed', 300);
    expect(rude.advice.map(({ field }) => field)).toContain('outreach.followUpsAfterDays');
    const chances = rude.advice.map(({ reachesWanted }) => reachesWanted);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  test('is not given where all is well, nor where the largest contactFactor is used already and nothing helps', () => {
    expect(play({ wanted: 2, contactFactor: 10 }).advice).toEqual([]);
    expect(
      play({ contactFactor: 10, wanted: 200, budget: inr(9_000_000) }).advice.map(({ field }) => field),
    ).not.toContain('outreach.contactFactor');
  });
});

describe('people whom the sources name', () => {
  const prospect = (index: number, over: Partial<Prospect> = {}, score: Partial<Score> = {}): Prospect => ({
    influencerId: `i${index}`,
    isCertain: true,
    score: {
      version: 'score.v1',
      at,
      value: 50,
      parts: [],
      exclusions: [],
      followers: 4000,
      expectedEngagements: 160,
      expectedFee: inr(3000),
      ...score,
    },
    ...over,
  });
  const some = (count: number, over: Partial<Prospect> = {}, score: Partial<Score> = {}) =>
    Array.from({ length: count }, (_, index) => prospect(index, over, score));

  test('are all there are', () => {
    const told = play({ prospects: some(12) });
    expect(figure(told, 'invitations')).toMatchObject({ low: 12, high: 12 });
    expect(told.prospects).toBe(12);
    expect(told.warnings).toEqual(['The sources name 12 people who may fit; 40 are to be written to.']);
  });

  test('may turn out not to fit where something decisive is not known', () => {
    const told = play({ prospects: some(30, { isCertain: false }) });
    const { low, high } = figure(told, 'invitations');
    expect(low).toBeGreaterThan(3);
    expect(high).toBeLessThan(30);
    expect(told.assumptions.map(({ id }) => id)).toContain('eligible');
  });

  test('with ten times the followers reach about ten times as many', () => {
    const reach = (followers: number) =>
      figure(
        play(
          {
            prospects: some(60, {}, { followers, expectedFee: inr(9000) }),
            compensation: { model: 'fixed', floor: inr(1500), ceiling: inr(900_000) },
            budget: inr(90_000_000),
          },
          1000,
        ),
        'reach',
      ).median;
    expect(reach(10_000) / reach(1000)).toBeGreaterThan(5);
  });

  test('of whom nothing is known count as the middle of the audience', () => {
    const { followers: _, expectedEngagements: __, expectedFee: ___, ...bare } = prospect(0).score;
    const told = play({ prospects: some(40).map(one => ({ ...one, score: { ...bare, expectedFee: inr(2000) } })) });
    expect(figure(told, 'reach').median).toBeGreaterThan(1000);
  });
});
