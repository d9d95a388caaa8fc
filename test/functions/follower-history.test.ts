import { describe, expect, it } from 'vitest';
import { rememberFollowers } from '#functions/fetch-metrics/follower-history.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { ProfileMetrics } from '#shared/domain/influencer.ts';
import { aCandidate, at, days, someMetrics } from '#test/shared/domain/builders.ts';
import { freshProduct } from '#test/support/product/product.ts';

const profilesOf = ({ metrics }: Candidate): readonly ProfileMetrics[] =>
  metrics?.kind === 'measured' ? metrics.profiles : [];
const seenAt = (when: string, followers: number): Candidate =>
  aCandidate({}, { observedAt: when, followers, followings: 200 });

describe('the followers that were counted', () => {
  it('are added up over campaigns, and once a day at most', async () => {
    const { followerHistories } = await freshProduct();
    await rememberFollowers(followerHistories, [seenAt(at, 5000)]);
    await rememberFollowers(followerHistories, [{ ...seenAt(days(7), 5100), campaignId: 'c2' }]);
    const [last] = await rememberFollowers(followerHistories, [seenAt(days(7), 5100)]);
    expect(last && profilesOf(last)[0]?.followerHistory).toEqual([
      { at, followers: 5000, followings: 200 },
      { at: days(7), followers: 5100, followings: 200 },
    ]);
  });

  it('are those of the platform, not of a vendor', async () => {
    const { followerHistories } = await freshProduct();
    const profiles = [
      someMetrics({ followers: 5000 }),
      someMetrics({ source: 'modash', followers: 4800, reported: {} }),
    ];
    const [found] = await rememberFollowers(followerHistories, [
      aCandidate({ metrics: { kind: 'measured', at, profiles, gaps: [] } }),
    ]);
    expect(found && profilesOf(found).map(({ followerHistory }) => followerHistory?.length)).toEqual([1, undefined]);
  });

  it('leave alone who was not measured, hides the number, or is there twice', async () => {
    const { followerHistories } = await freshProduct();
    const { followers: _, ...hidden } = someMetrics();
    const some = [
      aCandidate({ influencerId: 'i2', metrics: { kind: 'unreachable', at, because: 'gone' } }),
      aCandidate({ influencerId: 'i3', metrics: { kind: 'measured', at, profiles: [hidden], gaps: [] } }),
    ];
    expect(await rememberFollowers(followerHistories, some)).toEqual(some);
    expect(await rememberFollowers(followerHistories, [seenAt(at, 1), seenAt(at, 1)])).toHaveLength(2);
  });
});
