import { openSketch, sharedFollowers } from '#shared/domain/audience/follower-sketch.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import type { KnownShare } from '#shared/domain/scoring/shortlist/reach.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';

/**
 * Lists are looked up for so many of the best who can be chosen: one batch of the table, 8 MB and 2,000 read units if every one has a
 * whole list, 100 units if none has. Overlap of whoever comes after them is estimated.
 */
const mostLists = 100;

/** Shares of followers of each two of whom there is a list, on the profile that the campaign would work with. */
export async function countedShares(
  histories: FollowerHistoryStore,
  scores: ReadonlyMap<string, Score | undefined>,
  profiles: ReadonlyMap<string, ProfileRef>,
): Promise<readonly KnownShare[]> {
  const wanted = [...scores]
    .flatMap(([influencerId, score]) => {
      const profile = profiles.get(influencerId);
      return profile && score && score.exclusions.length === 0 ? [{ influencerId, profile, score: score.value }] : [];
    })
    .toSorted((a, b) => b.score - a.score || (a.influencerId < b.influencerId ? -1 : 1))
    .slice(0, mostLists);
  const listed = (await histories.listedOf(wanted))
    .map(({ influencerId, profile, sketch }) => ({ influencerId, platform: profile.platform, ...openSketch(sketch) }))
    .toSorted((a, b) => (a.influencerId < b.influencerId ? -1 : 1));
  return listed.flatMap((one, index) =>
    listed.slice(index + 1).flatMap(other => {
      // Who follows on one platform tells nothing of another: names differ.
      const share = one.platform === other.platform ? sharedFollowers(one, other) : undefined;
      return share === undefined ? [] : [{ a: one.influencerId, b: other.influencerId, share }];
    }),
  );
}
