import { type Money, parseDecimal } from '#shared/domain/money.ts';
import { couponKey, type ShopOrder, type ShopRefund } from '#shared/domain/tracking/order.ts';
import {
  order as orderSchema,
  parseExact,
  refund as refundSchema,
  type ShopifyOrder,
  type ShopifyRefund,
} from './schema.ts';

export type OrderReading = { readonly order: ShopOrder } | { readonly because: string };
export type RefundReading = { readonly refund: ShopRefund } | { readonly because: string };

/** Query parameters of the landing page, and cart attributes, in which our links leave the click's id. */
const clickNames = new Set(['cid', 'click_id', 'clickid', 'gs_click']);

/** An order from the raw body of an orders/* webhook. Verify the signature first. */
export function parseOrder(rawBody: string | Uint8Array, source = 'shopify'): OrderReading {
  const body = jsonOf(rawBody);
  const parsed = orderSchema.safeParse(unwrap(body, 'order'));
  if (!parsed.success) return { because: `it is no order: ${firstIssue(parsed.error)}` };
  const found = parsed.data;
  const externalId = found.admin_graphql_api_id?.match(/Order\/(\d+)/)?.[1] ?? found.id;
  if (externalId === undefined) return { because: 'it is no order: it has no id' };
  const amounts = amountsOf(found);
  if (!amounts) return { because: `its amounts are no ${found.currency}` };
  return {
    order: {
      source,
      externalId,
      placedAt: found.processed_at ?? found.created_at,
      updatedAt: found.updated_at ?? found.created_at,
      ...amounts,
      coupons: couponsOf(found),
      clickIds: clickIdsOf(found),
      isTest: found.test,
      isCancelled: typeof found.cancelled_at === 'string',
    },
  };
}

/** A refund from the raw body of a refunds/create webhook; it names no currency but those of its transactions. */
export function parseRefund(rawBody: string | Uint8Array, source = 'shopify', orderCurrency?: string): RefundReading {
  const parsed = refundSchema.safeParse(unwrap(jsonOf(rawBody), 'refund'));
  if (!parsed.success) return { because: `it is no refund: ${firstIssue(parsed.error)}` };
  const found = parsed.data;
  const currency =
    found.transactions.flatMap(one => one.amount_set?.shop_money.currency_code ?? one.currency ?? [])[0] ??
    orderCurrency;
  const amount = currency === undefined ? undefined : paidBack([found], currency);
  if (!amount || !found.order_id) return { because: amount ? 'it names no order' : 'it names no currency' };
  return { refund: { source, externalId: found.id, orderExternalId: found.order_id, at: found.created_at, amount } };
}

/**
 * What was charged at most, and what of it is gone. Shopify lowers `current_total_price` for returned goods, while money given back
 * as a favour shows in the refunds only; whichever says more is true.
 */
function amountsOf(found: ShopifyOrder): { total: Money; refunded: Money } | undefined {
  const { currency } = found;
  const charged = shopMoney(found.total_price, found.total_price_set, currency);
  const current =
    found.current_total_price == null
      ? charged
      : shopMoney(found.current_total_price, found.current_total_price_set, currency);
  const given = paidBack(found.refunds, currency);
  if (!charged || !current || !given) return undefined;
  // An edited order can be worth more than at checkout.
  const total = Math.max(charged.minor, current.minor);
  return {
    total: { minor: total, currency },
    refunded: { minor: Math.min(total, Math.max(given.minor, total - current.minor)), currency },
  };
}

type MoneySet = ShopifyOrder['total_price_set'];

/** The shop's own currency, not the one the customer saw. */
const shopMoney = (amount: string, set: MoneySet, currency: string): Money | undefined =>
  parseDecimal(set?.shop_money.currency_code === currency ? set.shop_money.amount : amount, currency);

function paidBack(refunds: readonly ShopifyRefund[], currency: string): Money | undefined {
  const amounts = refunds
    .flatMap(({ transactions }) => transactions)
    .filter(({ kind, status }) => kind === 'refund' && (status ?? 'success') === 'success')
    .map(({ amount, amount_set }) => shopMoney(amount, amount_set, currency));
  if (amounts.some(amount => amount === undefined)) return undefined;
  return { minor: amounts.reduce((sum, amount) => sum + Math.abs(amount?.minor ?? 0), 0), currency };
}

const couponsOf = ({ discount_codes, discount_applications }: ShopifyOrder): string[] => {
  const applied = discount_applications.flatMap(({ type, code }) => (type === 'discount_code' && code ? code : []));
  return [...new Set([...discount_codes.map(({ code }) => code), ...applied].map(couponKey))].filter(Boolean);
};

function clickIdsOf({ landing_site, note_attributes }: ShopifyOrder): string[] {
  // A path without a host; null for orders of the counter, drafts and the API.
  const query = URL.parse(landing_site ?? '', 'https://shop.invalid')?.searchParams ?? new URLSearchParams();
  const landed = [...query].filter(([name]) => clickNames.has(name.toLowerCase())).map(([, value]) => value);
  const noted = note_attributes
    .filter(({ name }) => clickNames.has(name?.toLowerCase() ?? ''))
    .map(({ value }) => String(value ?? ''));
  return [...new Set([...noted, ...landed].map(id => id.trim()))].filter(id => /^[\w-]{1,100}$/.test(id));
}

function jsonOf(rawBody: string | Uint8Array): unknown {
  try {
    return parseExact(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
  } catch {
    return undefined;
  }
}

/** Webhooks send the object itself, the REST API wraps it. */
const unwrap = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && name in body ? (body as Record<string, unknown>)[name] : body;

const firstIssue = (error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string => {
  const issue = error.issues[0];
  return `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`;
};
