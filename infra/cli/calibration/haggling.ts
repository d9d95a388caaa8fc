import type { Random } from '#infra/local/world/random.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { money } from '#shared/domain/money.ts';
import { answerAsk } from '#shared/domain/outreach/negotiation.ts';
import { firstOffer } from '#shared/domain/outreach/offer.ts';
import { feeBand, inMinor, scoringBrief } from '#shared/operations/spec-terms.ts';
import type { Influencer } from './influencers.ts';

/** Whom a person on the brand's side wins although they ask more than the ceiling, for the ceiling. */
const wonByPerson = 0.15;
/** Who walks away when met half-way. */
const walksAway = 0.1;

export function offerFor(spec: CampaignSpec, { followers, engagements }: Influencer): number {
  const { compensation, budget, followers: followerBand } = scoringBrief(spec);
  const affordableFee = budget.minor / spec.wanted;
  const expectedEngagements = Math.round(engagements);
  return firstOffer({ ...compensation, followers, expectedEngagements, followerBand, affordableFee }).minor;
}

/** The fee that both come to, in minor units, by the product's own rules; undefined where they do not. */
export function agreedFee(
  spec: CampaignSpec,
  { offer, price, left }: { readonly offer: number; readonly price: number; readonly left: number },
  takesIt: boolean,
  random: Random,
): number | undefined {
  const { currency } = spec.budget;
  const { floor, ceiling } = feeBand(spec);
  if (offer >= price || takesIt) return offer <= left ? offer : undefined;
  const ask = money(price * random.between(1, 1.2), currency);
  const asked = { ask, floor, ceiling, remainingBudget: money(left, currency) };
  const first = answerAsk({ ...asked, offer: money(offer, currency), round: 1 });
  if (first.kind === 'accept') return first.fee.minor;
  if (first.kind === 'person') return ceiling.minor <= left && random.chance(wonByPerson) ? ceiling.minor : undefined;
  if (random.chance(walksAway)) return undefined;
  if (first.fee.minor >= price * 0.9) return first.fee.minor;
  const second = answerAsk({ ...asked, offer: first.fee, round: 2 });
  return second.kind === 'accept' ? second.fee.minor : undefined;
}

export const budgetOf = ({ budget }: CampaignSpec): number => inMinor(budget.amount, budget.currency).minor;
