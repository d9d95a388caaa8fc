import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { CadenceRules } from '#shared/domain/outreach/cadence.ts';
import { endOfDay } from '#shared/domain/time.ts';

/** A campaign's own cadence in the domain's terms. */
export const cadenceRules = (spec: CampaignSpec): CadenceRules => ({
  followUpsAfterDays: spec.outreach.followUpsAfterDays,
  postBy: endOfDay(spec.brief.postBetween.to, spec.period.timeZone),
});
