import { currencyDigits } from '#shared/domain/money.ts';

/** An order as the shop remembers it. */
export interface Sale {
  readonly id: number;
  readonly number: number;
  readonly placedAtMs: number;
  /** What the customer paid, discount taken off. */
  readonly totalMinor: number;
  readonly discountMinor: number;
  readonly coupon?: string;
  /** Path and query of the first page of the visit; absent where nobody knows. */
  readonly landingSite?: string;
  readonly referrer?: string;
  readonly isTest: boolean;
  refundedMinor: number;
}

/** The REST Order resource, as the webhook carries it. No customer: the product asks for none. */
export function orderPayload(sale: Sale, currency: string, nowMs: number): string {
  const amount = (minor: number) =>
    (minor / 10 ** (currencyDigits(currency) ?? 2)).toFixed(currencyDigits(currency) ?? 2);
  const both = (minor: number) => ({
    shop_money: { amount: amount(minor), currency_code: currency },
    presentment_money: { amount: amount(minor), currency_code: currency },
  });
  const left = sale.totalMinor - sale.refundedMinor;
  const at = (ms: number) => indianTime(ms);
  return JSON.stringify({
    id: sale.id,
    admin_graphql_api_id: `gid://shopify/Order/${sale.id}`,
    name: `#${sale.number}`,
    order_number: sale.number,
    test: sale.isTest,
    created_at: at(sale.placedAtMs),
    processed_at: at(sale.placedAtMs),
    updated_at: at(nowMs),
    cancelled_at: null,
    currency,
    presentment_currency: currency,
    total_price: amount(sale.totalMinor),
    subtotal_price: amount(sale.totalMinor),
    current_total_price: amount(left),
    current_subtotal_price: amount(left),
    total_discounts: amount(sale.discountMinor),
    total_tax: '0.00',
    total_price_set: both(sale.totalMinor),
    current_total_price_set: both(left),
    financial_status: sale.refundedMinor === 0 ? 'paid' : left === 0 ? 'refunded' : 'partially_refunded',
    fulfillment_status: null,
    source_name: 'web',
    landing_site: sale.landingSite ?? null,
    landing_site_ref: null,
    referring_site: sale.referrer ?? '',
    discount_codes: sale.coupon ? [{ code: sale.coupon, amount: amount(sale.discountMinor), type: 'percentage' }] : [],
    discount_applications: sale.coupon
      ? [
          {
            type: 'discount_code',
            code: sale.coupon,
            value: '10.0',
            value_type: 'percentage',
            allocation_method: 'across',
            target_selection: 'all',
            target_type: 'line_item',
          },
        ]
      : [],
    note_attributes: [],
    line_items: [
      {
        id: sale.id * 10 + 1,
        product_id: 1,
        variant_id: 2,
        title: 'Order',
        quantity: 1,
        price: amount(sale.totalMinor + sale.discountMinor),
        total_discount: '0.00',
      },
    ],
    refunds:
      sale.refundedMinor > 0
        ? [
            {
              id: sale.id * 10 + 9,
              created_at: at(nowMs),
              transactions: [{ amount: amount(sale.refundedMinor), kind: 'refund', status: 'success' }],
            },
          ]
        : [],
  });
}

/** Shops write the shop's own zone: 2026-11-20T13:01:19+05:30. */
const indianTime = (ms: number): string => `${new Date(ms + 5.5 * 3_600_000).toISOString().slice(0, 19)}+05:30`;
