import type { Collaboration } from '#shared/domain/collaboration.ts';
import { platformOfLink } from '#shared/domain/import/profile.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { PostAnswer, ProfileMetricsSource } from '#shared/ports/platforms.ts';

export interface SeeDeps {
  readonly candidates: CandidateStore;
  readonly sources: Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;
}

/** Asks the platform that the link leads to for the post, as one of the influencer's own profile there. */
export async function lookAtPost(
  { candidates, sources }: SeeDeps,
  { campaignId, influencerId, profile: usual }: Collaboration,
  url: string,
  at: string,
): Promise<PostAnswer> {
  const [candidate] = await candidates.getMany(campaignId, [influencerId]);
  const platform = platformOfLink(url);
  const there = candidate?.profiles.find(profile => profile.platform === platform);
  const profile = platform === usual.platform ? usual : (there ?? usual);
  const source = sources[profile.platform];
  if (!source) return { kind: 'refused', because: `there are no credentials for ${profile.platform}` };
  const feedUrl = candidate?.feedUrl;
  return source.findPost(profile, url, { at: new Date(at), ...(feedUrl !== undefined && { feedUrl }) });
}
