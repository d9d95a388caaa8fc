import type { Collaboration } from '#shared/domain/collaboration.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { payout } from '#shared/domain/tracking/money-earned.ts';
import { type AdvanceDeps, advance } from '../advance.ts';
import { type ResultDeps, resultsOf } from '../results.ts';

/**
 * Ends what is open and takes the person out of it; answers whether there was anything to do. A checked post is settled first, with
 * what it has earned by now; what a post that nobody checked is owed, a person decides.
 */
export const eraseCollaboration =
  (deps: AdvanceDeps & ResultDeps) =>
  async ({ campaignId, influencerId, status, erasedAt, offer }: Collaboration, at: string): Promise<boolean> => {
    if (erasedAt !== undefined) return false;
    if (status === 'verified') await settle(deps, campaignId, influencerId, at);
    if (status === 'published')
      await deps.attention.raise({
        campaignId,
        id: `erased-${influencerId}`,
        raisedAt: at,
        because: `somebody was erased whose post was up and not checked: decide on what they are owed (${formatMoney(offer.fee)} was agreed)`,
        options: [],
      });
    await advance(deps)(campaignId, influencerId, { kind: 'erased' }, at);
    return true;
  };

async function settle(
  deps: AdvanceDeps & ResultDeps,
  campaignId: string,
  influencerId: string,
  at: string,
): Promise<void> {
  const { collaborations, brought } = await resultsOf(deps, await deps.campaigns.get(campaignId));
  const one = collaborations.find(collaboration => collaboration.influencerId === influencerId);
  if (one?.status !== 'verified') return;
  const owed = payout(one.terms, brought.get(influencerId));
  await advance(deps)(campaignId, influencerId, { kind: 'settled', payout: owed }, at);
}
