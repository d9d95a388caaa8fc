import { withSnapshot } from '#shared/domain/audience/growth.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import type { ProfileMetrics } from '#shared/domain/influencer.ts';
import type { FollowerHistory, FollowerHistoryStore } from '#shared/ports/audiences.ts';

/**
 * Adds what was counted now to what was counted in earlier campaigns, and gives each profile its whole history. A repeated step finds
 * its own count there: one a day is kept.
 */
export async function rememberFollowers(
  histories: FollowerHistoryStore,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const seen = candidates.flatMap(({ influencerId, metrics }) =>
    metrics?.kind === 'measured' ? metrics.profiles.flatMap(profile => snapshotOf(influencerId, profile) ?? []) : [],
  );
  if (seen.length === 0) return [...candidates];
  const unique = [...new Map(seen.map(one => [keyOf(one), one])).values()];
  const known = new Map((await histories.ofMany(unique)).map(history => [keyOf(history), history]));
  const grown = unique.map(({ influencerId, profile, snapshot }): FollowerHistory => {
    const before = known.get(keyOf({ influencerId, profile }));
    return { ...before, influencerId, profile, snapshots: withSnapshot(before?.snapshots ?? [], snapshot) };
  });
  await histories.putAll(grown);
  const byKey = new Map(grown.map(history => [keyOf(history), history]));
  return candidates.map(candidate => withHistory(candidate, byKey));
}

type Owned = Pick<FollowerHistory, 'influencerId' | 'profile'>;
const keyOf = ({ influencerId, profile }: Owned): string => `${influencerId} ${profileKey(profile)}`;

/** Only what the platform itself counted: a vendor's number may be weeks old. */
function snapshotOf(influencerId: string, { profile, followers, followings, observedAt, reported }: ProfileMetrics) {
  if (followers === undefined || reported !== undefined) return undefined;
  const snapshot = { at: observedAt, followers, ...(followings !== undefined && { followings }) };
  return { influencerId, profile, snapshot };
}

function withHistory(candidate: Candidate, byKey: ReadonlyMap<string, FollowerHistory>): Candidate {
  const { influencerId, metrics } = candidate;
  if (metrics?.kind !== 'measured') return candidate;
  const profiles = metrics.profiles.map(one => {
    const history = byKey.get(keyOf({ influencerId, profile: one.profile }));
    if (!history || one.reported !== undefined) return one;
    return {
      ...one,
      followerHistory: history.snapshots,
      ...(history.listed && { followerKinds: history.listed.kinds }),
    };
  });
  return { ...candidate, metrics: { ...metrics, profiles } };
}
