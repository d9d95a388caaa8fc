import { type Money, money } from '../money.ts';
import type { Terms } from '../outreach/terms.ts';

/** What a collaboration has sold. */
export interface Sales {
  /** Attributed revenue, refunds taken off. */
  readonly revenue: Money;
  readonly leads?: number;
}

/**
 * `payout.v1`: fee + percent of attributed revenue + amount per lead, as the terms name them. Refunds lower the percentage's base but
 * never the fee. Revenue in another currency than the fee earns nothing until a person has converted it.
 */
export const payout = (terms: Terms, sales?: Sales): Money =>
  money(terms.fee.minor + commission(terms, sales).minor, terms.fee.currency);

/** The part of the payout that sales and leads have earned. */
export function commission({ fee, perSalePercent, perLead }: Terms, sales?: Sales): Money {
  const base = sales?.revenue.currency === fee.currency ? Math.max(0, sales.revenue.minor) : 0;
  const leads = perLead.currency === fee.currency ? perLead.minor * (sales?.leads ?? 0) : 0;
  return money((base * perSalePercent) / 100 + leads, fee.currency);
}
