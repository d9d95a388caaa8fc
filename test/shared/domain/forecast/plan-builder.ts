import type { ForecastPlan } from '#shared/domain/forecast/plan.ts';
import { inr } from '../builders.ts';

/** Twenty people wanted, forty written to, six weeks, money enough. */
export const aPlan = (over: Partial<ForecastPlan> = {}): ForecastPlan => ({
  wanted: 20,
  contactFactor: 2,
  budget: inr(150_000),
  compensation: { model: 'fixed', floor: inr(1500), ceiling: inr(9000) },
  followers: { min: 1000, max: 10_000 },
  opensAt: '2026-03-01T18:30:00.000Z',
  endsAt: '2026-04-15T18:29:59.999Z',
  timeZone: 'Asia/Kolkata',
  postBetween: { from: '2026-03-14T18:30:00.000Z', to: '2026-04-05T18:29:59.999Z' },
  outreach: {
    followUpsAfterDays: [3, 7],
    dailyNewContacts: 30,
    dailyMails: 200,
    warmUp: { startsAt: 20, growsBy: 1.5 },
    weekdaysOnly: true,
  },
  hasShop: true,
  ...over,
});

export const withOutreach = (over: Partial<ForecastPlan['outreach']>): ForecastPlan =>
  aPlan({ outreach: { ...aPlan().outreach, ...over } });
