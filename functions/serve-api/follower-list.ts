import { readFollowerList } from '#shared/adapters/follower-list/read.ts';
import { routes } from '#shared/contracts/http.ts';
import { type AccountKind, classifyAccount } from '#shared/domain/audience/classify-account.ts';
import { followerSketch } from '#shared/domain/audience/follower-sketch.ts';
import type { PublicProfile } from '#shared/domain/audience/public-profile.ts';
import type { CampaignStatus } from '#shared/domain/campaign.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { candidateView } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly followerHistories: FollowerHistoryStore;
  readonly files: FileStore;
  readonly sign: Sign;
}

/** Steps of the workflow write candidates then; a list that came in between would be lost. */
const busy: readonly CampaignStatus[] = ['identifying', 'measuring', 'scoring'];

/** Read and judged within an HTTP request: about 200,000 rows. */
const maxBytes = 32 * 2 ** 20;

/**
 * Judges a list of somebody's followers by their public counts. Kept with the influencer, so that the next campaign knows it as
 * well, is how many there are of each kind, and keyed hashes by which shared followers are counted; no follower's name is.
 */
export const judgeFollowers =
  ({ campaigns, candidates, followerHistories, files, sign }: Deps): RouteHandler =>
  async ({ params, rawBody, at }) => {
    const { campaignId = '', influencerId = '' } = params;
    const { upload, platform } = jsonBody(routes.judgeFollowers.body, rawBody, 'The list');
    const { status } = await campaigns.get(campaignId);
    if (busy.includes(status))
      throw new Fault('conflict', `The campaign is ${status}. Send the list again when its shortlist is drawn.`);
    const [candidate] = await candidates.getMany(campaignId, [influencerId]);
    if (!candidate) throw new Fault('not-found', `${influencerId} is no candidate of ${campaignId}.`);
    const profile = candidate.profiles.find(one => one.platform === platform);
    if (!profile) throw new Fault('conflict', `${candidate.name} has no profile on ${platform}.`);

    const bytes = await files.readBytes(uploadKey(upload), maxBytes);
    const { handles, profiles, unreadable } = readFollowerList(bytes, 'The list', platform);
    if (profiles.length === 0)
      throw new Fault(
        'unprocessable',
        'The list has handles and no public counts (followers, following, posts), so that nobody can be judged. To find common followers, use: groundswell followers',
      );
    const kinds = kindsOf(profiles);
    const [known] = await followerHistories.ofMany([{ influencerId, profile }]);
    await followerHistories.putAll([{ ...(known ?? { influencerId, profile, snapshots: [] }), listed: { at, kinds } }]);
    await followerHistories.putListed({ influencerId, profile, at, sketch: followerSketch(platform, handles, sign) });
    const updated = withKinds(candidate, profile, kinds);
    await candidates.putAll([updated]);
    return {
      status: 200,
      json: {
        followers: handles.length,
        judged: profiles.length,
        unreadable,
        kinds,
        candidate: candidateView(updated),
      },
    };
  };

function kindsOf(profiles: readonly PublicProfile[]): Record<AccountKind, number> {
  const kinds = { real: 0, suspicious: 0, 'mass-follower': 0, influencer: 0 };
  for (const profile of profiles) kinds[classifyAccount(profile).kind] += 1;
  return kinds;
}

function withKinds(
  candidate: Candidate,
  { platform, handle }: ProfileRef,
  followerKinds: Record<AccountKind, number>,
): Candidate {
  const { metrics } = candidate;
  if (metrics?.kind !== 'measured') return candidate;
  const profiles = metrics.profiles.map(one =>
    one.profile.platform === platform && one.profile.handle === handle && one.reported === undefined
      ? { ...one, followerKinds }
      : one,
  );
  return { ...candidate, metrics: { ...metrics, profiles } };
}
