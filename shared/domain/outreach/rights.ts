import { type Money, money } from '../money.ts';

/** What rights cost on top of the content, as shares of its price. */
export interface RightsRates {
  /** For each 30 days in which they work for no competitor. */
  readonly exclusivityPer30Days: number;
  /** For our own use of what they made. */
  readonly usageRights: number;
}

/** One line of a fee. */
export interface FeeLine {
  readonly what: 'content' | 'exclusivity' | 'usage-rights';
  readonly amount: Money;
}

/** All rights together, as a share of the price of the content. */
export const rightsShare = ({ exclusivityPer30Days, usageRights }: RightsRates, exclusivityDays: number): number =>
  (exclusivityPer30Days * exclusivityDays) / 30 + usageRights;

/**
 * `fee-lines.v1`: what of a fee pays for the content and what for each right, at the campaign's rates. The lines add up to the fee to
 * the last minor unit. Empty where no right is priced, or nothing is paid.
 */
export function feeLines(fee: Money, rates: RightsRates, exclusivityDays: number): FeeLine[] {
  const share = rightsShare(rates, exclusivityDays);
  if (share <= 0 || fee.minor <= 0) return [];
  const content = fee.minor / (1 + share);
  const rights: FeeLine[] = [
    { what: 'exclusivity', amount: money((content * rates.exclusivityPer30Days * exclusivityDays) / 30, fee.currency) },
    { what: 'usage-rights', amount: money(content * rates.usageRights, fee.currency) },
  ];
  const priced = rights.filter(({ amount }) => amount.minor > 0);
  const rest = fee.minor - priced.reduce((sum, { amount }) => sum + amount.minor, 0);
  return [{ what: 'content', amount: money(rest, fee.currency) }, ...priced];
}
