import type { Collaboration } from '#shared/domain/collaboration.ts';
import { money } from '#shared/domain/money.ts';
import type { Brought } from '#shared/domain/report/input.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { LinkStore, OrderStore, PostStore } from '#shared/ports/tracking.ts';

export interface ResultDeps {
  readonly collaborations: CollaborationStore;
  readonly links: LinkStore;
  readonly orders: OrderStore;
  readonly posts: PostStore;
}

export interface Results {
  readonly collaborations: readonly Collaboration[];
  /** By influencer id. */
  readonly brought: ReadonlyMap<string, Brought>;
}

type Sales = Pick<Brought, 'orders' | 'revenue'>;

/** Every collaboration of a campaign with what links, shop and platform have counted for it so far. */
export async function resultsOf(deps: ResultDeps, campaign: Campaign): Promise<Results> {
  const [sales, posts] = await Promise.all([
    salesByInfluencer(deps.orders, campaign),
    deps.posts.ofCampaign(campaign.campaignId),
  ]);
  const collaborations: Collaboration[] = [];
  const brought = new Map<string, Brought>();
  for await (const collaboration of deps.collaborations.ofCampaign(campaign.campaignId)) {
    collaborations.push(collaboration);
    const { influencerId, link } = collaboration;
    const { url: _, at: __, ...counts } = posts.get(influencerId) ?? { url: '', at: '' };
    brought.set(influencerId, {
      ...counts,
      clicks: link ? await deps.links.clicks(link.code) : 0,
      ...(sales.get(influencerId) ?? { orders: 0, revenue: money(0, campaign.budget.currency) }),
    });
  }
  return { collaborations, brought };
}

/** What each influencer has sold, in the campaign's currency; refunds are negative, orders in another currency are not converted. */
async function salesByInfluencer(orders: OrderStore, { campaignId, budget }: Campaign): Promise<Map<string, Sales>> {
  const sales = new Map<string, Sales>();
  for await (const { influencerId, total, refunded, counts } of orders.ofCampaign(campaignId)) {
    if (total.currency !== budget.currency || !counts) continue;
    const before = sales.get(influencerId);
    sales.set(influencerId, {
      orders: (before?.orders ?? 0) + 1,
      revenue: money((before?.revenue.minor ?? 0) + Math.max(0, total.minor - refunded.minor), budget.currency),
    });
  }
  return sales;
}
