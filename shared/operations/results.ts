import type { Collaboration } from '#shared/domain/collaboration.ts';
import { type Money, money } from '#shared/domain/money.ts';
import { payout, type Sales } from '#shared/domain/money-earned.ts';
import type { CollaborationResult } from '#shared/domain/report.ts';
import type { Campaign, CollaborationStore, Conversion, LinkStore, OrderStore, PostStore } from '#shared/ports.ts';

export interface ResultDeps {
  readonly collaborations: CollaborationStore;
  readonly links: LinkStore;
  readonly orders: OrderStore;
  readonly posts: PostStore;
}

export interface InfluencerSales extends Sales {
  readonly orders: number;
}

/** What each influencer has sold in this campaign, in its currency; orders in another currency are not converted. */
export async function salesByInfluencer(
  orders: OrderStore,
  { campaignId, budget }: Campaign,
): Promise<Map<string, InfluencerSales>> {
  const sales = new Map<string, InfluencerSales>();
  for await (const order of orders.ofCampaign(campaignId)) {
    const worth = worthOf(order);
    if (worth.currency !== budget.currency || !order.counts) continue;
    const before = sales.get(order.influencerId);
    sales.set(order.influencerId, {
      orders: (before?.orders ?? 0) + 1,
      revenue: money((before?.revenue.minor ?? 0) + worth.minor, budget.currency),
    });
  }
  return sales;
}

/** Refunds are negative revenue; an order never falls below nothing. */
const worthOf = ({ total, refunded }: Conversion): Money =>
  money(Math.max(0, total.minor - refunded.minor), total.currency);

/** Every collaboration of a campaign with what it brought and cost so far. */
export async function resultsOf(deps: ResultDeps, campaign: Campaign): Promise<CollaborationResult[]> {
  const [sales, posts] = await Promise.all([
    salesByInfluencer(deps.orders, campaign),
    deps.posts.ofCampaign(campaign.campaignId),
  ]);
  const results: CollaborationResult[] = [];
  for await (const collaboration of deps.collaborations.ofCampaign(campaign.campaignId)) {
    const { influencerId, name, profile, status, link } = collaboration;
    const sold = sales.get(influencerId);
    const post = posts.get(influencerId);
    const url = postUrlOf(collaboration) ?? post?.url;
    results.push({
      influencerId,
      name,
      profile,
      status,
      ...('terms' in collaboration && { fee: collaboration.terms.fee }),
      ...(url !== undefined && { postUrl: url }),
      ...(post?.likes !== undefined && { likes: post.likes }),
      ...(post?.comments !== undefined && { comments: post.comments }),
      ...(post?.views !== undefined && { views: post.views }),
      clicks: link ? await deps.links.clicks(link.code) : 0,
      orders: sold?.orders ?? 0,
      revenue: sold?.revenue ?? money(0, campaign.budget.currency),
      cost: costOf(collaboration, sold, campaign.budget.currency),
    });
  }
  return results;
}

const postUrlOf = (collaboration: Collaboration): string | undefined =>
  'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;

/** Money is spent when the post is up as agreed; before that it is only promised. */
function costOf(collaboration: Collaboration, sold: InfluencerSales | undefined, currency: string): Money {
  if (collaboration.status === 'settled') return collaboration.payout;
  return collaboration.status === 'verified' ? payout(collaboration.terms, sold) : money(0, currency);
}
