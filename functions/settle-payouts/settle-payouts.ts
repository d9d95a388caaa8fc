import type { Input, Output } from '#shared/contracts/functions.ts';
import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import { payout } from '#shared/domain/money-earned.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { type ResultDeps, resultsOf } from '#shared/operations/results.ts';

/** Works out what each verified collaboration has earned and closes what is still open. */
export const settlePayouts =
  (deps: AdvanceDeps & ResultDeps) =>
  async ({ campaignId, at }: Input<'settle-payouts'>): Promise<Output<'settle-payouts'>> => {
    const campaign = await deps.campaigns.change(campaignId, { status: 'settling' });
    if (!campaign) return { settled: 0, payoutMinor: 0 };
    const { collaborations, brought } = await resultsOf(deps, campaign);
    let settled = 0;
    let payoutMinor = 0;
    for (const collaboration of collaborations) {
      const { influencerId, status } = collaboration;
      if (!isOpen(status)) continue;
      if (collaboration.status !== 'verified') {
        await closeUnfinished(deps, collaboration, at);
        continue;
      }
      const earned = payout(collaboration.terms, brought.get(influencerId));
      await advance(deps)(campaignId, influencerId, { kind: 'settled', payout: earned }, at);
      settled += 1;
      payoutMinor += earned.minor;
    }
    return { settled, payoutMinor };
  };

/** Whoever has published wants to be paid, although nobody could check the post: a person decides that. */
async function closeUnfinished(deps: AdvanceDeps, collaboration: Collaboration, at: string): Promise<void> {
  const { campaignId, influencerId, status } = collaboration;
  const happened = advance(deps);
  const isUp = status === 'published';
  const because = isUp ? 'the post could not be checked before the campaign ended' : 'the campaign ended';
  if (isUp) await happened(campaignId, influencerId, { kind: 'held', because: `${because}; decide on the payout` }, at);
  await happened(campaignId, influencerId, { kind: 'withdrawn', because }, at);
}
