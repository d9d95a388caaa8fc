import { remainingBudget } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Money } from '#shared/domain/money.ts';
import { answerAsk } from '#shared/domain/outreach/negotiation.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { acceptTerms } from './accept.ts';
import { type AdvanceDeps, advance } from './advance.ts';
import { feeBand, termsFor } from './spec-terms.ts';

/** What they ask, how it reached us, and their words for a person to read. */
export interface AskedFor {
  readonly ask: Money;
  readonly via: 'page' | 'mail';
  readonly quote: string;
}

/** We meet them part of the way; whoever asked tells them. */
export interface Countered {
  readonly collaboration: Collaboration;
  readonly asked: Money;
  readonly offered: Money;
}

/** Inside the band and the budget a rule answers; outside it a person does. Every number is in the timeline. */
export const negotiate =
  (deps: AdvanceDeps) =>
  async (collaboration: Collaboration, { ask, via, quote }: AskedFor, at: string): Promise<Countered | undefined> => {
    const { campaignId, influencerId } = collaboration;
    const happened = advance(deps);
    const campaign = await deps.campaigns.get(campaignId);
    const asked = await happened(campaignId, influencerId, { kind: 'asked', about: 'the fee', ask, via }, at);
    if (asked.status !== 'negotiating') return undefined;
    if (asked.owner !== undefined) {
      const because = `they name a price, and ${asked.owner} has taken it over`;
      await happened(campaignId, influencerId, { kind: 'held', because, ...(quote && { quote }) }, at);
      return undefined;
    }
    const counters = await countersTo(deps, asked);
    // Whoever handled this ask before died after the counter-offer: theirs stands.
    const given = counters.find(counter => counter.at === at);
    if (given) return { collaboration: asked, asked: ask, offered: given.fee };
    const said = answerAsk({
      ask,
      offer: asked.offer.fee,
      ...feeBand(campaign.spec),
      remainingBudget: roomFor(campaign, influencerId),
      // 1 for their first price, one more after each counter-offer of ours.
      round: counters.length + 1,
    });
    switch (said.kind) {
      case 'accept':
        await acceptTerms(deps)(asked, termsFor(campaign.spec, said.fee), via, at);
        return undefined;
      case 'person':
        await happened(campaignId, influencerId, { kind: 'held', because: said.because, ...(quote && { quote }) }, at);
        return undefined;
      case 'counter': {
        const terms = termsFor(campaign.spec, said.fee);
        const offered = await happened(campaignId, influencerId, { kind: 'offered', terms, because: said.because }, at);
        return { collaboration: offered, asked: ask, offered: said.fee };
      }
    }
  };

async function countersTo({ collaborations }: AdvanceDeps, { campaignId, influencerId }: Collaboration) {
  const timeline = await collaborations.timeline(campaignId, influencerId);
  return timeline.flatMap(({ at, event, ignored }) =>
    event.kind === 'offered' && ignored === undefined ? { at, fee: event.terms.fee } : [],
  );
}

/** What can still be promised to this influencer; what they were promised before is theirs to count again. */
function roomFor({ budget, commitments }: Campaign, influencerId: string): Money {
  const left = remainingBudget(budget, commitments);
  return { ...left, minor: left.minor + (commitments.byInfluencer[influencerId] ?? 0) };
}
