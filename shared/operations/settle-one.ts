import { hasEnded } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { payout } from '#shared/domain/tracking/money-earned.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { type AdvanceDeps, advance } from './advance.ts';
import { type ResultDeps, resultsOf } from './results.ts';

/** A post that is vouched for after the campaign was settled: what it earned is worked out now. Before that, nothing happens. */
export const settleOne =
  (deps: AdvanceDeps & ResultDeps) =>
  async (campaign: Campaign, collaboration: Collaboration, at: string): Promise<void> => {
    const isSettled = campaign.status === 'settling' || (hasEnded(campaign.status) && campaign.status !== 'failed');
    if (!isSettled || collaboration.status !== 'verified') return;
    const { campaignId, influencerId, terms } = collaboration;
    const { brought } = await resultsOf(deps, campaign);
    await advance(deps)(
      campaignId,
      influencerId,
      { kind: 'settled', payout: payout(terms, brought.get(influencerId)) },
      at,
    );
  };
