import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { drawShortlist } from '#shared/domain/scoring/shortlist.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { AttentionStore } from '#shared/ports/collaborations.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly attention: AttentionStore;
}

/** Draws the shortlist from the scored candidates and counts what measuring and scoring came to. */
export const shortlistCandidates =
  ({ campaigns, candidates, attention }: Deps) =>
  async ({ campaignId, at }: Input<'shortlist-candidates'>): Promise<Output<'shortlist-candidates'>> => {
    const { spec, budget } = await campaigns.get(campaignId);
    const scored: Pick<Candidate, 'influencerId' | 'score'>[] = [];
    let [measured, unreachable] = [0, 0];
    for await (const { influencerId, score, metrics } of candidates.all(campaignId)) {
      scored.push({ influencerId, ...(score && { score }) });
      if (metrics?.kind === 'measured') measured += 1;
      if (metrics?.kind === 'unreachable') unreachable += 1;
    }
    const { chosen, eligible, reasons } = drawShortlist(scored, {
      wanted: spec.wanted,
      contactFactor: spec.outreach.contactFactor,
      budget,
    });

    const rankOf = new Map(chosen.map(({ influencerId, rank }) => [influencerId, rank]));
    const listed = await candidates.getMany(campaignId, [...rankOf.keys()]);
    await candidates.putAll(
      listed.map(candidate => ({ ...candidate, shortlistRank: rankOf.get(candidate.influencerId) ?? 0 })),
    );
    const counts = { measured, unreachable, eligible, shortlisted: chosen.length };
    const needsPerson = spec.approval.mode === 'person' && chosen.length > 0;
    const approvalDeadline = spec.approval.mode === 'person' ? plusMinutes(at, spec.approval.withinHours * 60) : at;
    const waiting = { status: 'awaiting-approval', approval: { deadline: approvalDeadline } } as const;
    await campaigns.change(campaignId, { counts, ...(needsPerson && waiting) }, liveStatuses);
    if (chosen.length === 0)
      await attention.raise({
        campaignId,
        id: `empty-${campaignId}`,
        raisedAt: at,
        because: `Nobody is on the shortlist. ${reasons.map(({ because, count }) => `${count} x ${because}`).join('; ') || 'There are no candidates.'}`,
        options: ['cancel the campaign', 'launch it again with other sources or a wider audience'],
      });
    return { shortlisted: chosen.length, approval: needsPerson ? 'person' : 'automatic', approvalDeadline };
  };
