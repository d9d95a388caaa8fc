import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { patientFetch } from './patient-fetch.ts';
import { type Random, seededRandom } from './random.ts';
import { orderPayload, type Sale } from './shop-order.ts';
import { type WorldAnswer, type WorldRequest, type WorldServer, worldServer } from './world-server.ts';

export interface ShopPlan {
  readonly clock: Clock;
  readonly seed: string | number;
  /** meadow.myshopify.com */
  readonly domain: string;
  readonly accessToken: string;
  readonly webhookSecret: string;
  readonly currency: string;
  /** Where order webhooks go: `<api>/shops/<domain>/orders`. */
  readonly webhookUrl: () => string;
  readonly port?: number;
  readonly faults?: Faults;
}

interface Coupon {
  readonly id: string;
  readonly title: string;
  readonly code: string;
}

export interface Shop extends WorldServer {
  /** What was sold, as the shop knows it. */
  readonly sales: readonly Sale[];
  knowsCoupon(code: string): boolean;
  /** Sells and tells the webhook's subscriber. */
  sell(sale: Omit<Sale, 'id' | 'number' | 'placedAtMs' | 'refundedMinor'>): Promise<Sale>;
  refund(sale: Sale, minor: number): Promise<void>;
}

/** A Shopify shop: discount codes by Admin GraphQL, order webhooks with an HMAC over the raw body. */
export async function startShop(plan: ShopPlan): Promise<Shop> {
  const random = seededRandom(plan.seed).fork('shop');
  const coupons = new Map<string, Coupon>();
  const sales: Sale[] = [];
  const server = await worldServer(plan.clock, request => graphql(request, plan, coupons, random), plan);
  const tell = (topic: string, sale: Sale) => deliver(plan, topic, sale, random);

  return {
    ...server,
    sales,
    knowsCoupon: code => coupons.has(code.toUpperCase()),
    async sell(basket) {
      const number = 1001 + sales.length;
      const sale: Sale = {
        ...basket,
        id: 5_678_900_000_000 + number,
        number,
        placedAtMs: plan.clock.now(),
        refundedMinor: 0,
      };
      sales.push(sale);
      await tell('orders/create', sale);
      return sale;
    },
    async refund(sale, minor) {
      sale.refundedMinor = Math.min(sale.totalMinor, sale.refundedMinor + minor);
      await tell('orders/updated', sale);
    },
  };
}

async function deliver(plan: ShopPlan, topic: string, sale: Sale, random: Random): Promise<void> {
  const body = orderPayload(sale, plan.currency, plan.clock.now());
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': plan.domain,
    'x-shopify-api-version': '2026-07',
    'x-shopify-webhook-id': `${sale.id}-${topic}-${plan.clock.now()}`,
    'x-shopify-event-id': `event-${sale.id}-${topic}`,
    'x-shopify-triggered-at': new Date(plan.clock.now()).toISOString(),
    'x-shopify-hmac-sha256': createHmac('sha256', plan.webhookSecret).update(body).digest('base64'),
  };
  // One delivery in twelve comes twice: Shopify repeats what it believes unanswered.
  const times = random.chance(1 / 12) ? 2 : 1;
  for (let time = 0; time < times; time++) await patientFetch(plan.webhookUrl(), { method: 'POST', headers, body });
}

function graphql(
  { url, headers, body }: WorldRequest,
  plan: ShopPlan,
  coupons: Map<string, Coupon>,
  random: Random,
): WorldAnswer {
  if (!/\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(url.pathname))
    return { status: 404, body: { errors: 'Not Found' } };
  if (headers['x-shopify-access-token'] !== plan.accessToken)
    return {
      status: 401,
      body: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
    };
  if (random.chance(0.03))
    return { body: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: cost } };
  const { query = '', variables = {} } = JSON.parse(body) as { query?: string; variables?: Record<string, unknown> };
  if (query.includes('discountCodeBasicCreate'))
    return { body: { data: { discountCodeBasicCreate: create(variables, coupons) }, extensions: cost } };
  if (query.includes('codeDiscountNodeByCode')) {
    const code =
      Object.values(variables)
        .find(value => typeof value === 'string')
        ?.toUpperCase() ?? '';
    const coupon = coupons.get(code);
    return {
      body: {
        data: { codeDiscountNodeByCode: coupon ? discountNode(coupon) : null },
        extensions: cost,
      },
    };
  }
  return { body: { errors: [{ message: "Field doesn't exist on type 'QueryRoot'" }] } };
}

function create(variables: Record<string, unknown>, coupons: Map<string, Coupon>) {
  const input = Object.values(variables).find(value => typeof value === 'object') as
    | { code?: string; title?: string }
    | undefined;
  const code = input?.code?.toUpperCase();
  if (!code)
    return {
      codeDiscountNode: null,
      userErrors: [{ field: ['basicCodeDiscount', 'code'], code: 'BLANK', message: "Code can't be blank" }],
    };
  if (coupons.has(code))
    return {
      codeDiscountNode: null,
      userErrors: [
        {
          field: ['basicCodeDiscount', 'code'],
          code: 'TAKEN',
          message: 'Code must be unique. Please try a different code.',
        },
      ],
    };
  const coupon = { id: `gid://shopify/DiscountCodeNode/${coupons.size + 1}`, title: input?.title ?? code, code };
  coupons.set(code, coupon);
  return { codeDiscountNode: discountNode(coupon), userErrors: [] };
}

const discountNode = ({ id, title, code }: Coupon) => ({
  id,
  codeDiscount: { title, status: 'ACTIVE', codes: { nodes: [{ code }] } },
});

const cost = {
  cost: {
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1990, restoreRate: 100 },
  },
};
