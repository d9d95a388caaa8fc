import { erased, type Traces } from '#shared/domain/erasure.ts';
import { rosterKey } from '#shared/domain/import/identity.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { HeldCounts } from '#shared/ports/erasures.ts';
import type { OrderStore, PostStore } from '#shared/ports/tracking.ts';

/** What their post and their coupon brought stays counted, without the post's address and the coupon's name. */
export async function rewriteResults(
  { posts, orders }: { readonly posts: PostStore; readonly orders: OrderStore },
  campaignId: string,
  { influencerIds }: Traces,
): Promise<HeldCounts> {
  const counts = { posts: 0, orders: 0 };
  const observed = await posts.ofCampaign(campaignId);
  for (const id of influencerIds) {
    const post = observed.get(id);
    if (!post || post.url === '') continue;
    await posts.put(campaignId, id, { ...post, url: '' });
    counts.posts += 1;
  }
  for await (const order of orders.ofCampaign(campaignId)) {
    if (!influencerIds.includes(order.influencerId) || order.by !== 'coupon' || order.evidence === erased) continue;
    await orders.upsert({ ...order, evidence: erased });
    counts.orders += 1;
  }
  return counts;
}

/** Whom they were told apart from forgets their profiles. */
export async function forgetApart(roster: RosterStore, { profiles }: Traces): Promise<void> {
  const own = profiles.map(rosterKey);
  const known = await roster.lookup(own);
  const others = [...known.values()].flatMap(({ apart = [] }) => apart).filter(key => !own.includes(key));
  const changed = [...(await roster.lookup(others))].map(([key, other]) => {
    const apart = other.apart?.filter(one => !own.includes(one));
    return [key, { ...other, ...(apart && { apart }) }] as const;
  });
  await roster.remember(new Map(changed));
}
