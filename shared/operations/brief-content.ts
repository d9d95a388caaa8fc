import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { BriefContent } from '#shared/email/brief.tsx';
import type { Campaign } from '#shared/ports/campaigns.ts';

/** What this influencer is asked to make: the deliverables of the platform they work on, all where none names it. */
export function deliverablesFor({ brief }: CampaignSpec, { profile }: Pick<Collaboration, 'profile'>) {
  const theirs = brief.deliverables.filter(({ platform }) => platform === profile.platform);
  return theirs.length > 0 ? theirs : brief.deliverables;
}

/** The brief as this influencer gets it: the campaign's, with their own terms, link and coupon. */
export function briefContent({ spec }: Campaign, collaboration: Collaboration): BriefContent {
  const { brief, objectives, tracking } = spec;
  const { link, coupon, offer } = collaboration;
  return {
    summary: brief.summary,
    objectives,
    deliverables: deliverablesFor(spec, collaboration),
    postBetween: brief.postBetween,
    ...(brief.draftDueDays !== undefined && { draftDueDays: brief.draftDueDays }),
    keyMessages: brief.keyMessages,
    do: brief.do,
    dont: brief.dont,
    disclosure: brief.disclosure,
    terms: 'terms' in collaboration ? collaboration.terms : offer,
    link: link?.url ?? brief.landingPage,
    ...(coupon !== undefined && { coupon: { code: coupon, discountPercent: tracking.shop?.discountPercent ?? 0 } }),
  };
}
