import { currencyDigits } from '../money.ts';
import { type ContactDays, contactDays } from './contact-days.ts';
import { type Crowd, crowdOf, supplyOf } from './crowd.ts';
import type { ForecastPlan } from './plan.ts';

/** What all runs of a plan share. */
export interface Stage {
  readonly plan: ForecastPlan;
  readonly crowd: Crowd;
  /** Whom there are to write to, whether or not there is time for it. */
  readonly supply: number;
  readonly contact: ContactDays;
  readonly minorPerMajor: number;
  /** Days after the start. */
  readonly lastDay: number;
  readonly postBetween: { readonly from: number; readonly to: number };
}

export function stageFor(plan: ForecastPlan): Stage {
  const crowd = crowdOf(plan);
  const supply = supplyOf(plan, crowd);
  const daysTo = (instant: string) => (Date.parse(instant) - Date.parse(plan.opensAt)) / dayMs;
  return {
    plan,
    crowd,
    supply,
    contact: contactDays(plan, supply),
    minorPerMajor: 10 ** (currencyDigits(plan.budget.currency) ?? 2),
    lastDay: daysTo(plan.endsAt),
    postBetween: { from: daysTo(plan.postBetween.from), to: daysTo(plan.postBetween.to) },
  };
}

const dayMs = 86_400_000;
