import type { Input, Output } from '#shared/contracts/functions.ts';
import { payout } from '#shared/domain/money-earned.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { salesByInfluencer } from '#shared/operations/results.ts';
import type { OrderStore } from '#shared/ports.ts';

/** Works out what each verified collaboration has earned and closes what is still open. */
export const settlePayouts =
  (deps: AdvanceDeps & { orders: OrderStore }) =>
  async ({ campaignId, at }: Input<'settle-payouts'>): Promise<Output<'settle-payouts'>> => {
    const campaign = await deps.campaigns.change(campaignId, { status: 'settling' });
    if (!campaign) return { settled: 0, payoutMinor: 0 };
    const sales = await salesByInfluencer(deps.orders, campaign);
    const open: string[] = [];
    let settled = 0;
    let payoutMinor = 0;
    for await (const collaboration of deps.collaborations.ofCampaign(campaignId)) {
      if (collaboration.status !== 'verified') {
        open.push(collaboration.influencerId);
        continue;
      }
      const earned = payout(collaboration.terms, sales.get(collaboration.influencerId));
      await advance(deps)(campaignId, collaboration.influencerId, { kind: 'settled', payout: earned }, at);
      settled += 1;
      payoutMinor += earned.minor;
    }
    for (const influencerId of open)
      await advance(deps)(campaignId, influencerId, { kind: 'withdrawn', because: 'the campaign ended' }, at);
    return { settled, payoutMinor };
  };
