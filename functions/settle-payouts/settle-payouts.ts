import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import { payout } from '#shared/domain/tracking/money-earned.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { endCollaboration } from '#shared/operations/end-collaboration.ts';
import { type ResultDeps, resultsOf } from '#shared/operations/results.ts';

/** Works out what each verified collaboration has earned and closes what is still open. */
export const settlePayouts =
  (deps: AdvanceDeps & ResultDeps) =>
  async ({ campaignId, at }: Input<'settle-payouts'>): Promise<Output<'settle-payouts'>> => {
    const campaign = await deps.campaigns.change(campaignId, { status: 'settling' }, liveStatuses);
    if (!campaign) return { settled: 0, payoutMinor: 0 };
    const { collaborations, brought } = await resultsOf(deps, campaign);
    let settled = 0;
    let payoutMinor = 0;
    for (const collaboration of collaborations) {
      if (collaboration.status !== 'verified') {
        const isUnchecked = collaboration.status === 'published';
        const because = `the campaign ended${isUnchecked ? ' before the post could be checked' : ''}`;
        await endCollaboration(deps)(collaboration, because, at);
        continue;
      }
      const { influencerId } = collaboration;
      const earned = payout(collaboration.terms, brought.get(influencerId));
      await advance(deps)(campaignId, influencerId, { kind: 'settled', payout: earned }, at);
      settled += 1;
      payoutMinor += earned.minor;
    }
    return { settled, payoutMinor };
  };
