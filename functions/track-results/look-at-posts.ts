import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Post } from '#shared/domain/influencer.ts';
import type { MetricsSources } from '#shared/lambda/platforms.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { postCounts } from '#shared/operations/post-counts.ts';
import type { Campaign, PostStore } from '#shared/ports.ts';

export interface LookDeps extends AdvanceDeps {
  readonly posts: PostStore;
  readonly sources: MetricsSources;
}

/** Looks for posts of those who have confirmed and not told us: one that carries their link or coupon, or names the brand. */
export async function findPosts(deps: LookDeps, campaign: Campaign, at: string): Promise<void> {
  for (const collaboration of await standing(deps, campaign, ['briefed', 'confirmed'])) {
    // A person is talking to them about the post already.
    if (collaboration.heldForPerson !== undefined) continue;
    const { campaignId, influencerId, profile } = collaboration;
    const answer = await deps.sources[profile.platform]?.metrics(profile, { at: new Date(at) });
    if (answer?.kind !== 'found') continue;
    const since = briefedAt(collaboration);
    const found = answer.metrics.posts.find(post => post.at >= since && isOurs(post, collaboration, campaign));
    if (found?.url === undefined) continue;
    await advance(deps)(campaignId, influencerId, { kind: 'post-found', url: found.url, via: 'platform' }, at);
  }
}

/** Takes the counts of every post that is up. A platform that does not answer today leaves yesterday's. */
export async function refreshPosts(deps: LookDeps, campaign: Campaign, at: string): Promise<void> {
  for (const { campaignId, influencerId, profile, ...collaboration } of await standing(deps, campaign, [
    'verified',
    'settled',
  ])) {
    if (!('post' in collaboration)) continue;
    const { url } = collaboration.post;
    const answer = await deps.sources[profile.platform]?.findPost(profile, url, { at: new Date(at) });
    if (answer?.kind === 'found') await deps.posts.put(campaignId, influencerId, postCounts(url, answer.post, at));
  }
}

async function standing(
  { collaborations }: LookDeps,
  { campaignId }: Campaign,
  statuses: readonly Collaboration['status'][],
): Promise<Collaboration[]> {
  const found: Collaboration[] = [];
  for (const status of statuses)
    for await (const collaboration of collaborations.ofCampaign(campaignId, status)) found.push(collaboration);
  return found;
}

const briefedAt = ({ sent, since }: Collaboration): string =>
  sent.find(({ purpose }) => purpose === 'brief')?.at ?? since;

function isOurs({ text }: Post, { link, coupon }: Collaboration, { spec }: Campaign): boolean {
  const caption = text.toLowerCase();
  const handles = spec.brand.profiles.map(({ handle }) => `@${handle.replace(/^@/, '')}`);
  const signs = [link?.code, coupon, spec.brand.name, ...handles].filter(sign => sign !== undefined);
  return signs.some(sign => caption.includes(sign.toLowerCase()));
}
