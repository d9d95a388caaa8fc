import * as z from 'zod';

/** Shopify's REST order and refund, as far as we read them. Customers, addresses and e-mails are left where they are. */

/** Digits: ids beyond 2^53 come as strings out of `parseExact`. */
const id = z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(String);
/** "1350.00"; a number in some exports. */
const decimal = z.union([z.string().regex(/^-?\d{1,15}(?:\.\d+)?$/), z.number()]).transform(String);
const time = z.iso.datetime({ offset: true }).transform(at => new Date(at).toISOString());
const currency = z.string().regex(/^[A-Z]{3}$/);
const text = z.string().max(5000).nullish();
const moneySet = z.object({ shop_money: z.object({ amount: decimal, currency_code: currency }) }).nullish();

const transaction = z.object({
  kind: z.string(),
  status: z.string().nullish(),
  amount: decimal,
  amount_set: moneySet,
  currency: currency.nullish(),
});

export const refund = z.object({
  id,
  order_id: id.nullish(),
  created_at: time,
  transactions: z.array(transaction).default([]),
});
export type ShopifyRefund = z.output<typeof refund>;

const named = z.object({ name: z.string().nullish(), value: z.union([z.string(), z.number()]).nullish() });

export const order = z.object({
  id: id.optional(),
  admin_graphql_api_id: z
    .string()
    .regex(/^gid:\/\/shopify\/Order\/\d+/)
    .optional(),
  test: z.boolean().default(false),
  created_at: time,
  updated_at: time.nullish(),
  processed_at: time.nullish(),
  cancelled_at: time.nullish(),
  currency,
  total_price: decimal,
  total_price_set: moneySet,
  current_total_price: decimal.nullish(),
  current_total_price_set: moneySet,
  discount_codes: z.array(z.object({ code: z.string().max(300) })).default([]),
  discount_applications: z.array(z.object({ type: text, code: text })).default([]),
  landing_site: text,
  landing_site_ref: text,
  note_attributes: z.array(named).default([]),
  refunds: z.array(refund).default([]),
});
export type ShopifyOrder = z.output<typeof order>;

/** JSON in which whole numbers that a JavaScript number can not hold exactly are kept as the digits that were written. */
export function parseExact(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value,
  );
}
