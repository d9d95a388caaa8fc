import * as z from 'zod';
import { couponKey } from '#shared/domain/tracking/order.ts';
import type { CouponIssuer } from '#shared/ports/tracking.ts';
import { askJson } from '../http/json-api.ts';

export interface ShopifyConfig {
  readonly fetch: typeof globalThis.fetch;
  /** `https://{shop}`, where {shop} is replaced by the shop's domain. */
  readonly baseUrl: string;
  /** Admin API version such as 2026-07. */
  readonly version: string;
  /** Access token of the app in each shop, by domain; needs the scope write_discounts. */
  readonly tokens: Readonly<Record<string, string>>;
}

type Coupon = Parameters<CouponIssuer['create']>[0];
type CouponAnswer = Awaited<ReturnType<CouponIssuer['create']>>;
type Failed = Extract<CouponAnswer, { kind: 'failed' }>;
type Asked<T> = { readonly kind: 'answered'; readonly data: T } | Failed;

const findQuery = `query($code: String!) {
  codeDiscountNodeByCode(code: $code) { id codeDiscount { ... on DiscountCodeBasic { title } } }
}`;
const createMutation = `mutation($d: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $d) { codeDiscountNode { id } userErrors { field code message } }
}`;

const node = z.object({ id: z.string() }).nullish();
const found = z.object({
  codeDiscountNodeByCode: z
    .object({ id: z.string(), codeDiscount: z.object({ title: z.string().optional() }).nullish() })
    .nullish(),
});
const created = z.object({
  discountCodeBasicCreate: z.object({
    codeDiscountNode: node,
    userErrors: z.array(z.object({ code: z.string().nullish(), message: z.string() })).default([]),
  }),
});
const graphqlErrors = z.object({
  errors: z
    .union([
      z.string(),
      z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() })),
    ])
    .transform(errors => (typeof errors === 'string' ? [{ message: errors, extensions: undefined }] : errors)),
});

/**
 * Coupons through the Admin GraphQL API. Asking twice for the same code makes one: the code is looked up first, and again when the
 * shop says it is taken. A code that belongs to something else is never touched; the title tells whose it is.
 */
export function shopifyCoupons(config: ShopifyConfig): CouponIssuer {
  async function ask<T extends z.ZodType>(
    shop: string,
    query: string,
    variables: object,
    schema: T,
  ): Promise<Asked<z.output<T>>> {
    const token = config.tokens[shop];
    if (token === undefined) return failed(`there is no access token for ${shop}`, false);
    const url = `${config.baseUrl.replace('{shop}', shop).replace(/\/+$/, '')}/admin/api/${config.version}/graphql.json`;
    const answer = await askJson(config.fetch, url, {
      method: 'POST',
      headers: { 'x-shopify-access-token': token },
      body: { query, variables },
    });
    if (answer.kind === 'unreachable') return failed(`${shop} can not be reached: ${answer.because}`, true);
    if (answer.status === 401 || answer.status === 403)
      return failed(`${shop} refuses the access token (scope write_discounts)`, false);
    if (answer.status === 429 || answer.status >= 500) return failed(`${shop} answered ${answer.status}`, true);
    const errors = graphqlErrors.safeParse(answer.body);
    // Failure is HTTP 200 with `errors`; a used-up budget too.
    if (errors.success && errors.data.errors.length > 0) {
      const isThrottled = errors.data.errors.some(({ extensions }) => extensions?.code === 'THROTTLED');
      return failed(
        errors.data.errors
          .map(({ message }) => message)
          .join('; ')
          .slice(0, 300),
        isThrottled,
      );
    }
    const data = z.object({ data: schema }).safeParse(answer.body);
    return data.success
      ? { kind: 'answered', data: (data.data as { data: z.output<T> }).data }
      : failed(`${shop} answered ${answer.status} with a body that makes no sense`, true);
  }

  async function owner(coupon: Coupon): Promise<'ours' | 'nobody' | Failed> {
    const answer = await ask(coupon.shop, findQuery, { code: coupon.code }, found);
    if (answer.kind === 'failed') return answer;
    const existing = answer.data.codeDiscountNodeByCode;
    if (!existing) return 'nobody';
    return existing.codeDiscount?.title === coupon.title
      ? 'ours'
      : failed(`the code ${coupon.code} belongs to another discount in ${coupon.shop}`, false);
  }

  return {
    async create(coupon) {
      const before = await owner(coupon);
      if (before === 'ours') return { kind: 'existed' };
      if (before !== 'nobody') return before;
      const answer = await ask(coupon.shop, createMutation, { d: toInput(coupon) }, created);
      // The call may have got through and its answer not: the shop knows.
      if (answer.kind === 'failed')
        return answer.retry && (await owner(coupon)) === 'ours' ? { kind: 'created' } : answer;
      const { userErrors, codeDiscountNode } = answer.data.discountCodeBasicCreate;
      if (codeDiscountNode) return { kind: 'created' };
      if (userErrors.some(({ code }) => code === 'TAKEN')) {
        const after = await owner(coupon);
        return after === 'ours'
          ? { kind: 'existed' }
          : after === 'nobody'
            ? failed('the shop says the code is taken', true)
            : after;
      }
      return failed(userErrors.map(({ message }) => message).join('; ') || 'the shop made no coupon', false);
    },
  };
}

const failed = (because: string, retry: boolean): Failed => ({ kind: 'failed', because, retry });

function toInput({ code, percent, title, startsAt, endsAt }: Coupon): object {
  return {
    title,
    code: couponKey(code),
    startsAt,
    endsAt,
    context: { all: 'ALL' },
    // A fraction here, unlike in every screen of Shopify. Cut to what it can be: 12.5 % is 0.125.
    customerGets: { items: { all: true }, value: { percentage: Math.round(percent * 100) / 10_000 } },
    appliesOncePerCustomer: true,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
  };
}
