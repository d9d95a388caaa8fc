import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Post } from '#shared/domain/influencer.ts';
import { checkDisclosure } from '#shared/domain/tracking/disclosure.ts';
import { carriesTracking, namesBrand } from '#shared/domain/tracking/mention.ts';
import { isSamePost } from '#shared/domain/tracking/post-link.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { lookAtPost, type SeeDeps } from '#shared/operations/look-at-post.ts';
import { postCounts } from '#shared/operations/post-counts.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { PostStore } from '#shared/ports/tracking.ts';

export interface LookDeps extends AdvanceDeps, SeeDeps {
  readonly posts: PostStore;
}

/** Looks for posts of those who have confirmed and not told us: one that carries their link or coupon, or names the brand. */
export async function findPosts(
  deps: LookDeps,
  campaign: Campaign,
  all: readonly Collaboration[],
  at: string,
): Promise<void> {
  for (const collaboration of all.filter(({ status }) => status === 'briefed' || status === 'confirmed')) {
    // A person is talking to them about the post already.
    if (collaboration.heldForPerson !== undefined) continue;
    const { campaignId, influencerId, profile } = collaboration;
    const [{ feedUrl } = {}] = await deps.candidates.getMany(campaignId, [influencerId]);
    const looking = { at: new Date(at), ...(feedUrl !== undefined && { feedUrl }) };
    const answer = await deps.sources[profile.platform]?.metrics(profile, looking);
    if (answer?.kind !== 'found') continue;
    const since = briefedAt(collaboration);
    const found = answer.metrics.posts.find(post => post.at >= since && isOurs(post, collaboration, campaign));
    if (found?.url === undefined || !(await isWorthALook(deps, collaboration, campaign, found, found.url))) continue;
    await advance(deps)(campaignId, influencerId, { kind: 'post-found', url: found.url, via: 'platform' }, at);
  }
}

/** A post that was refused is looked at again when it has its label, and not every day until then. */
async function isWorthALook(
  { collaborations }: LookDeps,
  { campaignId, influencerId }: Collaboration,
  { spec: { brief } }: Campaign,
  { text }: Post,
  url: string,
): Promise<boolean> {
  const timeline = await collaborations.timeline(campaignId, influencerId);
  const isKnown = timeline.some(({ event }) => event.kind === 'post-found' && isSamePost(event.url, url));
  return !isKnown || checkDisclosure(text, brief.disclosure.rule, brief.disclosure.label).found;
}

/** Takes the counts of every post that is up. A platform that does not answer today leaves yesterday's. */
export async function refreshPosts(deps: LookDeps, all: readonly Collaboration[], at: string): Promise<void> {
  for (const collaboration of all) {
    if (collaboration.status !== 'verified' && collaboration.status !== 'settled') continue;
    const { campaignId, influencerId, post } = collaboration;
    const answer = await lookAtPost(deps, collaboration, post.url, at);
    if (answer.kind === 'found') await deps.posts.put(campaignId, influencerId, postCounts(post.url, answer.post, at));
  }
}

const briefedAt = ({ sent, since }: Collaboration): string =>
  sent.find(({ purpose }) => purpose === 'brief')?.at ?? since;

const isOurs = ({ text }: Post, collaboration: Collaboration, { spec }: Campaign): boolean =>
  carriesTracking(text, [], collaboration) || namesBrand(text, spec.brand);
