import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Letter } from '#shared/email/letter.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { pageUrl, type SendDeps } from './send-message.ts';

/** What every mail and page to this influencer has in common. */
export function letterTo(
  deps: Pick<SendDeps, 'publicUrl' | 'sign'>,
  { spec }: Campaign,
  { language, timeZone, name, profile, contact, threadId }: Collaboration,
): Letter {
  const { brand, outreach, period } = spec;
  return {
    language,
    currency: spec.budget.currency,
    timeZone,
    brand: { name: brand.name, website: brand.website, ...(brand.about !== undefined && { about: brand.about }) },
    sender: { name: outreach.sender.name, ...(outreach.sender.role !== undefined && { role: outreach.sender.role }) },
    postalAddress: brand.postalAddress,
    recipient: { name, profile, contact },
    campaign: { name: spec.name, startsOn: period.startsOn, endsOn: period.endsOn },
    unsubscribeUrl: pageUrl(deps, 'u', threadId),
  };
}
