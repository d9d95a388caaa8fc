import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { CadenceRules } from '#shared/domain/outreach/cadence.ts';
import {
  type CadencePurpose,
  type Cadences,
  cadencePurposes,
  usualCadences,
} from '#shared/domain/outreach/cadences.ts';
import { endOfDay } from '#shared/domain/time.ts';

/** A campaign's own cadences in the domain's terms. */
export const cadenceRules = ({ outreach, brief, period }: CampaignSpec): CadenceRules => ({
  cadences: Object.fromEntries(cadencePurposes.map(purpose => [purpose, cadenceOf(outreach, purpose)])) as Cadences,
  postBy: endOfDay(brief.postBetween.to, period.timeZone),
});

function cadenceOf({ followUpsAfterDays, cadences }: CampaignSpec['outreach'], purpose: CadencePurpose) {
  const usual = usualCadences[purpose];
  const own = cadences?.[purpose];
  return {
    ...usual,
    remindAfterDays: own?.remindAfterDays ?? (purpose === 'invitation' ? followUpsAfterDays : usual.remindAfterDays),
    atLastAfterDays: own?.atLastAfterDays ?? usual.atLastAfterDays,
  };
}
