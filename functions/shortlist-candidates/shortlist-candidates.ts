import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import { drawShortlist, engagementsOf, type ShortlistRules, sharesOf } from '#shared/domain/scoring/shortlist.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { AttentionStore, CollaborationStore } from '#shared/ports/collaborations.ts';
import { countedShares } from './counted-shares.ts';
import { promisedElsewhere } from './own-ledger.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly collaborations: CollaborationStore;
  readonly attention: AttentionStore;
  readonly followerHistories: FollowerHistoryStore;
}

/** Draws the shortlist from the scored candidates and counts what measuring and scoring came to. */
export const shortlistCandidates =
  ({ campaigns, candidates, collaborations, attention, followerHistories }: Deps) =>
  async ({ campaignId, at }: Input<'shortlist-candidates'>): Promise<Output<'shortlist-candidates'>> => {
    const campaign = await campaigns.get(campaignId);
    const { spec, budget } = campaign;
    const scores = new Map<string, Score | undefined>();
    const profiles = new Map<string, ProfileRef>();
    let [measured, unreachable] = [0, 0];
    for await (const {
      influencerId,
      score,
      metrics,
      profiles: [profile],
    } of candidates.all(campaignId)) {
      scores.set(influencerId, score);
      if (profile) profiles.set(influencerId, profile);
      if (metrics?.kind === 'measured') measured += 1;
      if (metrics?.kind === 'unreachable') unreachable += 1;
    }
    const { contactFactor } = spec.outreach;
    const knownShares = await countedShares(followerHistories, scores, profiles);
    const rules = {
      wanted: spec.wanted,
      contactFactor,
      budget,
      ...engagementsOf(spec.audience.followers),
      knownShares,
    };
    const { shortlist, promised } = await drawFree(scores, rules, people =>
      promisedElsewhere({ campaigns, collaborations }, campaign, people, at),
    );
    const { chosen, eligible, reasons } = shortlist;

    const rankOf = new Map(chosen.map(({ influencerId, rank }) => [influencerId, rank]));
    const shares = sharesOf(
      chosen.map(({ influencerId }) => withScore(influencerId, scores)),
      rules,
    );
    const listed = await candidates.getMany(campaignId, [...rankOf.keys(), ...promised]);
    await candidates.putJudged(
      listed.map(({ shortlistRank: _, sharedFollowers: __, ...candidate }) => {
        const { influencerId } = candidate;
        const [rank, shared = []] = [rankOf.get(influencerId), shares.get(influencerId)];
        return {
          ...candidate,
          ...withScore(influencerId, scores),
          ...(rank !== undefined && { shortlistRank: rank }),
          ...(shared.length > 0 && { sharedFollowers: shared }),
        };
      }),
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

function withScore(influencerId: string, scores: ReadonlyMap<string, Score | undefined>) {
  const score = scores.get(influencerId);
  return { influencerId, ...(score && { score }) };
}

/** Draws until nobody on the list is promised to another brand. `scores` learns who is. */
async function drawFree(
  scores: Map<string, Score | undefined>,
  rules: ShortlistRules,
  promisedAmong: (people: readonly { influencerId: string; score: Score }[]) => Promise<Map<string, Score>>,
) {
  const looked = new Set<string>();
  const promised = new Set<string>();
  for (;;) {
    const scored = [...scores.keys()].map(influencerId => withScore(influencerId, scores));
    const shortlist = drawShortlist(scored, rules);
    const unseen = shortlist.chosen.flatMap(({ influencerId }) => {
      const score = scores.get(influencerId);
      return score && !looked.has(influencerId) ? { influencerId, score } : [];
    });
    const found = await promisedAmong(unseen);
    if (found.size === 0) return { shortlist, promised };
    for (const { influencerId } of unseen) looked.add(influencerId);
    for (const [influencerId, score] of found) {
      promised.add(influencerId);
      scores.set(influencerId, score);
    }
  }
}
