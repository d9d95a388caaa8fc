import { expectedEngagementRate } from '../engagement/tiers.ts';
import { currencyDigits, type Money, money } from '../money.ts';
import { clamp } from '../statistics.ts';
import type { CompensationModel } from './terms.ts';

/** Everything that a first offer is computed from. Amounts are in the currency of `ceiling`. */
export interface OfferInput {
  readonly model?: CompensationModel;
  readonly floor: Money;
  readonly ceiling: Money;
  /** Likes and comments that one post can be expected to bring, where measured. */
  readonly expectedEngagements?: number | undefined;
  readonly followers?: number | undefined;
  /** Minor units per engagement; may be a fraction of one. */
  readonly targetCostPerEngagement?: number | undefined;
  /** The audience that the campaign looks for; with `affordableFee` it stands in for a missing target cost. */
  readonly followerBand?: { readonly min: number; readonly max: number } | undefined;
  /** Budget / wanted collaborations, in minor units. */
  readonly affordableFee?: number | undefined;
  /** What they are known to take for a post, in minor units of the same currency: nobody is offered more, but for rights. */
  readonly knownFee?: number | undefined;
  /** What rights cost on top, as a share of the price of the content (rights.ts). */
  readonly rightsShare?: number | undefined;
}

/**
 * `first-offer.v1`: expected engagements x target cost per engagement (the planned CPE of Upfluence, solved for the price),
 * inside floor and ceiling, rounded to an amount that a person would name. Pay by sale or lead only starts at the floor.
 */
export function firstOffer(input: OfferInput): Money {
  const { floor, ceiling, knownFee = Number.POSITIVE_INFINITY, rightsShare = 0 } = input;
  const free = input.model === 'per-sale' || input.model === 'per-lead';
  const wanted = free ? floor.minor : Math.min(worth(input), knownFee * (1 + rightsShare));
  const friendly = friendlyAmount(money(wanted, ceiling.currency)).minor;
  return money(clamp(friendly, floor.minor, Math.max(floor.minor, ceiling.minor)), ceiling.currency);
}

/** What one post with its rights is worth to the campaign, in minor units. Floor and ceiling are of the whole fee. */
function worth(input: OfferInput): number {
  const engagements =
    input.expectedEngagements ??
    (input.followers === undefined ? undefined : benchmarkEngagements(Math.max(0, input.followers)));
  const typical = typicalFee(input);
  // Nothing is known of the audience (a blog): half of what a typical collaboration gets, which leaves room to talk.
  if (engagements === undefined) return (input.floor.minor + typical) / 2;
  return input.targetCostPerEngagement === undefined
    ? engagements * impliedCostPerEngagement(input)
    : engagements * input.targetCostPerEngagement * (1 + (input.rightsShare ?? 0));
}

/** The middle between floor and ceiling, as far as the budget carries it for everyone wanted. */
const typicalFee = ({ floor, ceiling, affordableFee }: OfferInput): number =>
  Math.min((floor.minor + ceiling.minor) / 2, affordableFee ?? Number.POSITIVE_INFINITY);

/** Without a target: the typical fee buys what an account in the (geometric) middle of the follower band brings. */
export function impliedCostPerEngagement(input: OfferInput): number {
  const { followerBand, followers = 0 } = input;
  const middle = followerBand ? Math.sqrt(Math.max(1, followerBand.min) * Math.max(1, followerBand.max)) : followers;
  return typicalFee(input) / Math.max(1, benchmarkEngagements(middle));
}

const benchmarkEngagements = (followers: number): number => followers * expectedEngagementRate(followers).value;

/** At most three leading digits, the third 0 or 5: 1,234 becomes 1,250, 8,777 becomes 8,800, 12,345 becomes 12,500. */
export function friendlyAmount(amount: Money): Money {
  const unit = 10 ** (currencyDigits(amount.currency) ?? 2);
  const units = Math.abs(amount.minor) / unit;
  if (units < 1) return amount;
  const step = Math.max(1, 5 * 10 ** (Math.floor(Math.log10(units)) - 2) * unit);
  return money(Math.round(amount.minor / step) * step, amount.currency);
}
