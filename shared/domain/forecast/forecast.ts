import { dayIn } from '../time.ts';
import { type Advice, adviceFor } from './advice.ts';
import type { Assumption } from './assumption.ts';
import { assumptions, prices } from './assumptions.ts';
import { inShort } from './in-short.ts';
import { interval } from './interval.ts';
import type { ForecastPlan } from './plan.ts';
import { type Outcome, runOnce } from './run.ts';
import { type Stage, stageFor } from './stage.ts';
import { warningsAbout } from './warnings.ts';

export const forecastModel = 'forecast.v1';

export const forecastFigures = [
  'invitations',
  'answers',
  'acceptances',
  'posts',
  'reach',
  'engagements',
  'clicks',
  'orders',
  'spend',
] as const satisfies readonly (keyof Outcome)[];
export type ForecastFigureId = (typeof forecastFigures)[number];

/** Eight of ten possible campaigns lie between `low` and `high`; as many above as below `median`. Money in minor units. */
export interface ForecastFigure {
  readonly id: ForecastFigureId;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface Forecast {
  readonly model: typeof forecastModel;
  readonly seed: string;
  readonly runs: number;
  /** The day on which the first mail is taken to go out, in the campaign's time zone. */
  readonly opensOn: string;
  /** How many of the sources' people may be written to; undefined where they were not known. */
  readonly prospects?: number;
  readonly figures: readonly ForecastFigure[];
  /** How many people it takes to invite, in a sentence. */
  readonly inShort: string;
  /** Between 0 and 1. */
  readonly chances: {
    /** At least as many agreements as are wanted. */
    readonly reachesWanted: number;
    /** Nobody has to be turned down because the budget is promised already. */
    readonly staysInBudget: number;
  };
  readonly advice: readonly Advice[];
  readonly warnings: readonly string[];
  readonly assumptions: readonly (Assumption & { readonly id: string })[];
}

/** The same plan and seed give the same forecast, byte for byte. */
export const defaultRuns = 2000;

/** `forecast.v1`: plays the campaign many times, each time with other rates from the assumptions, and tells what came of it. */
export function forecast(plan: ForecastPlan, seed: string, runs = defaultRuns): Forecast {
  const stage = stageFor(plan);
  const outcomes = play(stage, seed, runs);
  const chances = chancesOf(outcomes, plan.wanted);
  return {
    model: forecastModel,
    seed,
    runs,
    opensOn: dayIn(plan.opensAt, plan.timeZone),
    ...(plan.prospects && { prospects: plan.prospects.length }),
    figures: intervalsOf(plan, outcomes),
    inShort: inShort(outcomes, plan.wanted, plan.prospects?.length),
    chances,
    advice: adviceFor(plan, chances, other => chancesOf(play(stageFor(other), seed, adviceRuns), other.wanted)),
    warnings: warningsAbout(stage),
    assumptions: usedBy(stage),
  };
}

/** The figures alone, which is what calibrating needs. */
export const forecastIntervals = (plan: ForecastPlan, seed: string, runs: number): ForecastFigure[] =>
  intervalsOf(plan, play(stageFor(plan), seed, runs));

const intervalsOf = ({ hasShop }: ForecastPlan, outcomes: readonly Outcome[]): ForecastFigure[] =>
  forecastFigures
    .filter(id => id !== 'orders' || hasShop)
    .map(id => ({ id, ...interval(outcomes.map(outcome => outcome[id])) }));

/** Enough to tell 70 % from 80 %. */
const adviceRuns = 400;

const play = (stage: Stage, seed: string, runs: number): Outcome[] =>
  Array.from({ length: runs }, (_, run) => runOnce(stage, `${seed}/${run}`));

function chancesOf(outcomes: readonly Outcome[], wanted: number): Forecast['chances'] {
  const share = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length / outcomes.length;
  return {
    reachesWanted: share(({ acceptances }) => acceptances >= wanted),
    staysInBudget: share(({ unpaid }) => unpaid === 0),
  };
}

/** Only what this campaign's figures rest on. */
function usedBy({ plan, crowd }: Stage): Forecast['assumptions'] {
  const price = prices[plan.budget.currency];
  const { eligible, orders, ...always } = assumptions;
  const used = {
    ...(crowd.people.some(({ isCertain }) => !isCertain) && { eligible }),
    ...always,
    ...(plan.hasShop && { orders }),
    ...(price && { price }),
  };
  return Object.entries(used).map(([id, assumption]) => ({ id, ...assumption }));
}
