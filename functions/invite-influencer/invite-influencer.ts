import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { inWords } from '#shared/domain/scoring/evidence-words.ts';
import { conflictingEngagement } from '#shared/domain/scoring/exclusivity.ts';
import { advance } from '#shared/operations/advance.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

/**
 * Writes the invitation if it may go out now; else `chase` sends it in the next window with room under the caps. Whoever must not be
 * written to is closed here, with the reason.
 */
export const inviteInfluencer =
  (deps: DeliverDeps) =>
  async ({ campaignId, influencerId, at }: Input<'invite-influencer'>): Promise<Output<'invite-influencer'>> => {
    const [campaign, collaboration] = await Promise.all([
      deps.campaigns.get(campaignId),
      deps.collaborations.get(campaignId, influencerId),
    ]);
    if (collaboration.status !== 'shortlisted') return { status: collaboration.status };
    const because = await reasonNotToWrite(deps, campaign, collaboration, at);
    if (because !== undefined) {
      const { status } = await advance(deps)(campaignId, influencerId, { kind: 'excluded', because }, at);
      return { status };
    }
    const doubt = await doubtAbout(deps, campaign, influencerId);
    if (doubt !== undefined) {
      const held = { kind: 'held', because: `a person reads this before we write: ${doubt}` } as const;
      const { status } = await advance(deps)(campaignId, influencerId, held, at);
      return { status };
    }
    const sent = await deliver(deps)(campaign, collaboration, { purpose: 'invitation', number: 1 }, at);
    return { status: sent.kind === 'sent' ? 'invited' : collaboration.status };
  };

async function reasonNotToWrite(
  deps: DeliverDeps,
  campaign: Campaign,
  { influencerId, addressHash }: Collaboration,
  at: string,
): Promise<string | undefined> {
  const suppressed = await deps.suppressions.find(addressHash);
  if (suppressed) return `their address is suppressed (${suppressed})`;
  for await (const other of deps.collaborations.ofInfluencer(influencerId)) {
    if (other.campaignId === campaign.campaignId) continue;
    const theirs = await deps.campaigns.find(other.campaignId);
    const conflict = theirs && conflictingEngagement(other, theirs.spec.brand, campaign.spec.brand, at);
    if (conflict !== undefined) return conflict;
  }
  return undefined;
}

/** Words that a brand may not want beside its name. Somebody who approved the shortlist has seen them there. */
async function doubtAbout(deps: DeliverDeps, { campaignId, approval }: Campaign, influencerId: string) {
  if (approval?.decidedAt !== undefined) return undefined;
  const [candidate] = await deps.candidates.getMany(campaignId, [influencerId]);
  const doubts = candidate?.score?.evidence?.filter(({ effect }) => effect === 'doubt') ?? [];
  return doubts.length === 0 ? undefined : doubts.map(inWords).join('; ');
}
