import type { Money } from '../money.ts';

/** An order as a shop reports it, in the shop's own currency. The worth of it is `total - refunded`. */
export interface ShopOrder {
  /** `shopify:<shop domain>`. */
  readonly source: string;
  /** Decimal digits: some shops' ids are beyond what a JavaScript number holds. */
  readonly externalId: string;
  readonly placedAt: string;
  /** Newer states replace older ones; events arrive in any order. */
  readonly updatedAt: string;
  readonly total: Money;
  /** Everything given back so far. */
  readonly refunded: Money;
  /** Codes as typed at checkout, upper-cased and trimmed. */
  readonly coupons: readonly string[];
  readonly clickIds: readonly string[];
  readonly isTest: boolean;
  readonly isCancelled: boolean;
}

/** Money given back on an order. It arrives with or without a newer state of the order itself. */
export interface ShopRefund {
  readonly source: string;
  readonly externalId: string;
  readonly orderExternalId: string;
  readonly at: string;
  readonly amount: Money;
}

/** What an order is worth to a campaign. */
export const orderWorth = ({ total, refunded, isTest, isCancelled }: ShopOrder): Money => ({
  minor: isTest || isCancelled ? 0 : Math.max(0, total.minor - refunded.minor),
  currency: total.currency,
});

/** Coupons are compared without case and spaces: checkouts keep them as typed. */
export const couponKey = (code: string): string => code.trim().replace(/\s+/g, '').toUpperCase();
