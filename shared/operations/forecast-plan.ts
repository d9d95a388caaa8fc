import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { ForecastPlan, Prospect } from '#shared/domain/forecast/plan.ts';
import { dayIn, endOfDay, later, plusMinutes, startOfDay } from '#shared/domain/time.ts';
import { cadenceRules } from './cadence-rules.ts';
import { scoringBrief } from './spec-terms.ts';

/**
 * A campaign in the forecast's terms. It is taken to start on its first day, or today if that is over; and where a person approves
 * the shortlist, no earlier than the deadline for it.
 */
export function forecastPlan(spec: CampaignSpec, at: string, prospects?: readonly Prospect[]): ForecastPlan {
  const { timeZone, startsOn, endsOn } = spec.period;
  const { compensation, budget, followers } = scoringBrief(spec);
  const launch = later(startOfDay(startsOn, timeZone), startOfDay(dayIn(at, timeZone), timeZone));
  const { postBetween } = spec.brief;
  return {
    wanted: spec.wanted,
    contactFactor: spec.outreach.contactFactor,
    budget,
    compensation,
    followers,
    prospects,
    opensAt: spec.approval.mode === 'person' ? plusMinutes(launch, spec.approval.withinHours * 60) : launch,
    endsAt: endOfDay(endsOn, timeZone),
    timeZone,
    postBetween: { from: startOfDay(postBetween.from, timeZone), to: endOfDay(postBetween.to, timeZone) },
    outreach: {
      followUpsAfterDays: cadenceRules(spec).cadences.invitation.remindAfterDays,
      dailyNewContacts: spec.outreach.dailyNewContacts,
      dailyMails: spec.outreach.dailyMails,
      warmUp: spec.outreach.warmUp,
      weekdaysOnly: spec.outreach.sendWindow.weekdaysOnly,
    },
    hasShop: spec.tracking.shop !== undefined,
  };
}
