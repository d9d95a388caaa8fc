import type { Input, Output } from '#shared/contracts/functions.ts';
import { addressHash } from '#shared/domain/address.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Contact, ProfileRef } from '#shared/domain/influencer.ts';
import { type Sign, threadId } from '#shared/domain/thread.ts';
import { timeZoneOf } from '#shared/domain/time.ts';
import { feeBand, termsFor } from '#shared/operations/spec-terms.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { MessageStore } from '#shared/ports/messages.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly collaborations: CollaborationStore;
  readonly messages: MessageStore;
  readonly files: FileStore;
  readonly sign: Sign;
}

/** Turns the approved shortlist into collaborations, each with its thread. Opening the same one again changes nothing. */
export const openCollaborations =
  (deps: Deps) =>
  async ({ campaignId, at }: Input<'open-collaborations'>): Promise<Output<'open-collaborations'>> => {
    const itemsKey = `items/${campaignId}/collaborations.jsonl`;
    const campaign = await deps.campaigns.change(campaignId, { status: 'running' }, liveStatuses);
    if (!campaign) return { collaborations: 0, itemsKey };
    const chosen: string[] = [];
    for await (const { influencerId, shortlistRank } of deps.candidates.all(campaignId))
      if (shortlistRank !== undefined) chosen.push(influencerId);
    const opened: Collaboration[] = [];
    for (const candidate of await deps.candidates.getMany(campaignId, chosen)) {
      const profile = workingProfile(candidate);
      if (!candidate.contact || !profile) continue;
      opened.push(collaborationWith(campaign, candidate, candidate.contact, profile, deps.sign, at));
    }
    await deps.collaborations.createAll(opened);
    await deps.messages.openThreads(
      opened.map(({ threadId: id, influencerId, addressHash: hash }) => ({
        threadId: id,
        campaignId,
        influencerId,
        addressHash: hash,
      })),
    );
    await deps.files.write(
      itemsKey,
      opened.map(({ influencerId }) => JSON.stringify({ campaignId, influencerId })).join('\n'),
      'application/jsonl',
    );
    return { collaborations: opened.length, itemsKey };
  };

/** The profile with the most followers that we measured, else the first that the source names. */
function workingProfile({ metrics, profiles }: Candidate): ProfileRef | undefined {
  if (metrics?.kind !== 'measured') return profiles[0];
  const [best] = metrics.profiles.toSorted((a, b) => (b.followers ?? -1) - (a.followers ?? -1));
  return best?.profile ?? profiles[0];
}

function collaborationWith(
  { campaignId, spec }: Campaign,
  { influencerId, name, score, country, languages }: Candidate,
  contact: Contact,
  profile: ProfileRef,
  sign: Sign,
  at: string,
): Collaboration {
  return {
    status: 'shortlisted',
    since: at,
    campaignId,
    influencerId,
    threadId: threadId(campaignId, influencerId, sign),
    name,
    contact,
    addressHash: addressHash(contact.email, sign),
    profile,
    ...(score?.followers !== undefined && { followers: score.followers }),
    ...(score?.expectedEngagements !== undefined && { expectedEngagements: score.expectedEngagements }),
    score: score?.value ?? 0,
    language: languages[0] ?? spec.audience.languages[0] ?? 'en',
    timeZone: timeZoneOf(country) ?? spec.period.timeZone,
    offer: termsFor(spec, score?.expectedFee ?? feeBand(spec).floor),
    sent: [],
    pending: [],
    nextActionAt: at,
    version: 0,
  };
}
