import type { Input, Output } from '#shared/contracts/functions.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';

export const scoreCandidates =
  ({ campaigns, candidates }: { campaigns: CampaignStore; candidates: CandidateStore }) =>
  async ({ campaignId, influencerIds, at }: Input<'score-candidates'>): Promise<Output<'score-candidates'>> => {
    const { spec, status } = await campaigns.get(campaignId);
    // The first batches say that scoring has begun; one that comes late takes nothing back.
    if (status !== 'scoring') await campaigns.change(campaignId, { status: 'scoring' }, ['measuring', 'failed']);
    const brief = scoringBrief(spec);
    const batch = await candidates.getMany(campaignId, influencerIds);
    const scored = batch.map(candidate => ({ ...candidate, score: scoreCandidate(candidate, brief, at) }));
    await candidates.putJudged(scored);
    return { scored: scored.length, eligible: scored.filter(({ score }) => score.exclusions.length === 0).length };
  };
