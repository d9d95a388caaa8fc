import type { Candidate } from '#shared/domain/candidate.ts';
import { conflictingEngagement } from '#shared/domain/scoring/exclusivity.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly collaborations: CollaborationStore;
}

type Scored = Pick<Candidate, 'influencerId'> & { readonly score: Score };

/**
 * Our own agreements of these people with other brands of the category: their score with the exclusion, where there is one. Only
 * who is about to be chosen is looked up; the shortlist is drawn again without those who are promised elsewhere.
 */
export async function promisedElsewhere(
  { campaigns, collaborations }: Deps,
  { campaignId, spec: { brand } }: Campaign,
  people: readonly Scored[],
  at: string,
): Promise<Map<string, Score>> {
  const found = new Map<string, Score>();
  const brands = new Map<string, ReturnType<CampaignStore['find']>>();
  const campaignOf = (id: string) => {
    const known = brands.get(id) ?? campaigns.find(id);
    brands.set(id, known);
    return known;
  };
  const look = async ({ influencerId, score }: Scored) => {
    for await (const other of collaborations.ofInfluencer(influencerId)) {
      if (other.campaignId === campaignId) continue;
      const theirs = await campaignOf(other.campaignId);
      const says = theirs && conflictingEngagement(other, theirs.spec.brand, brand, at);
      if (theirs && says !== undefined) found.set(influencerId, excluded(score, says, theirs.spec.name, other.since));
    }
  };
  for (let from = 0; from < people.length; from += parallel)
    await Promise.all(people.slice(from, from + parallel).map(look));
  return found;
}

/** Lookups at a time: as many connections as the SDK keeps open without waiting. */
const parallel = 25;

const excluded = (score: Score, says: string, campaign: string, since: string): Score => ({
  ...score,
  exclusions: [...score.exclusions, `promised elsewhere: ${says}`],
  evidence: [...(score.evidence ?? []), { effect: 'exclusion', says, words: `our campaign "${campaign}"`, at: since }],
});
