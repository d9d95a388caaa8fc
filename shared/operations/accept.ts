import type { Collaboration, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { Terms } from '#shared/domain/outreach/terms.ts';
import { type AdvanceDeps, advance } from './advance.ts';

const mayAccept: readonly CollaborationStatus[] = ['shortlisted', 'invited', 'negotiating'];

/**
 * Both sides agree. The money is promised first, on the condition that the budget covers it; two acceptances at once can never
 * overspend. Where the budget is used up, a person decides.
 */
export const acceptTerms =
  (deps: AdvanceDeps) =>
  async (
    collaboration: Collaboration,
    terms: Terms,
    via: 'page' | 'mail' | 'person',
    at: string,
  ): Promise<Collaboration> => {
    const { campaignId, influencerId } = collaboration;
    if (!mayAccept.includes(collaboration.status)) return collaboration;
    if ((await deps.campaigns.commit(campaignId, influencerId, terms.fee)) === 'over-budget') {
      const because = `they accept ${formatMoney(terms.fee)}, which is more than what is left of the budget`;
      return advance(deps)(campaignId, influencerId, { kind: 'held', because }, at);
    }
    const next = await advance(deps)(campaignId, influencerId, { kind: 'accepted', terms, via }, at);
    // They declined, were withdrawn or accepted another fee in the same moment: what stands is what stays promised.
    if (!('terms' in next)) await deps.campaigns.release(campaignId, influencerId);
    else if (next.terms.fee.minor !== terms.fee.minor)
      await deps.campaigns.commit(campaignId, influencerId, next.terms.fee);
    return next;
  };
