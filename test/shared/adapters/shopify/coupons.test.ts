import { describe, expect, test } from 'vitest';
import { shopifyCoupons } from '#shared/adapters/shopify/coupons.ts';
import { serving } from '../serving.ts';

const shop = 'brand.myshopify.com';
const coupon = {
  shop,
  code: 'MEERA10',
  percent: 10,
  title: 'c1 / meera',
  startsAt: '2026-12-01T00:00:00Z',
  endsAt: '2026-12-31T18:29:59Z',
};

const nobody = { data: { codeDiscountNodeByCode: null } };
const owned = (title: string) => ({
  data: { codeDiscountNodeByCode: { id: 'gid://shopify/DiscountCodeNode/1', codeDiscount: { title } } },
});
const made = {
  data: { discountCodeBasicCreate: { codeDiscountNode: { id: 'gid://shopify/DiscountCodeNode/1' }, userErrors: [] } },
};
const userError = (code: string, message = 'no') => ({
  data: { discountCodeBasicCreate: { codeDiscountNode: null, userErrors: [{ field: ['code'], code, message }] } },
});
const throttled = { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] };

/** A shop that gives these answers in turn. */
function shopAnswering(...answers: (object | Response | Error)[]) {
  const { fetch, asked } = serving((_, __, number) => {
    const answer = answers[Math.min(number, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  const issuer = shopifyCoupons({ fetch, baseUrl: 'https://{shop}', version: '2026-07', tokens: { [shop]: 'secret' } });
  return { create: () => issuer.create(coupon), asked, issuer };
}
const bodyOf = (init: RequestInit | undefined) => JSON.parse(String(init?.body));

test('a new code is made once, with its percentage as a fraction', async () => {
  const { create, asked } = shopAnswering(nobody, made);
  expect(await create()).toEqual({ kind: 'created' });
  expect(asked[1]?.url.href).toBe('https://brand.myshopify.com/admin/api/2026-07/graphql.json');
  expect(new Headers(asked[1]?.init.headers).get('x-shopify-access-token')).toBe('secret');
  expect(bodyOf(asked[1]?.init).variables.d).toMatchObject({
    code: 'MEERA10',
    title: 'c1 / meera',
    startsAt: coupon.startsAt,
    endsAt: coupon.endsAt,
    context: { all: 'ALL' },
    customerGets: { items: { all: true }, value: { percentage: 0.1 } },
  });
});

test('asking again finds it and makes nothing', async () => {
  const { create, asked } = shopAnswering(owned('c1 / meera'));
  expect(await create()).toEqual({ kind: 'existed' });
  expect(asked).toHaveLength(1);
});

test('a code of somebody else is left alone', async () => {
  expect(await shopAnswering(owned('Diwali sale')).create()).toMatchObject({
    kind: 'failed',
    retry: false,
    because: expect.stringContaining('another discount'),
  });
});

describe('when the shop says it is taken', () => {
  test('by ourselves a moment ago, it exists', async () => {
    expect(await shopAnswering(nobody, userError('TAKEN'), owned('c1 / meera')).create()).toEqual({ kind: 'existed' });
  });
  test('by somebody else, a person must choose another', async () => {
    expect(await shopAnswering(nobody, userError('TAKEN'), owned('Diwali')).create()).toMatchObject({
      kind: 'failed',
      retry: false,
    });
  });
});

describe('when something goes wrong', () => {
  test('an answer that got lost is looked for before anything is tried again', async () => {
    expect(await shopAnswering(nobody, new TypeError('socket closed'), owned('c1 / meera')).create()).toEqual({
      kind: 'created',
    });
    expect(await shopAnswering(nobody, new TypeError('socket closed'), nobody).create()).toMatchObject({
      kind: 'failed',
      retry: true,
    });
  });
  test.each([
    ['a used-up budget', throttled, true],
    ['a query that is wrong', { errors: [{ message: 'Field does not exist' }] }, false],
    ['an error that is a mere text', { errors: 'Not Found' }, false],
    ['a wrong token', new Response('{}', { status: 401 }), false],
    ['too many calls', new Response('{}', { status: 429 }), true],
    ['a failing server', new Response('<html>', { status: 502 }), true],
    ['nonsense', { hello: 1 }, true],
  ])('%s', async (_, answer, retry) => {
    expect(await shopAnswering(answer).create()).toMatchObject({ kind: 'failed', retry });
  });
  test('input that the shop refuses is not tried again', async () => {
    expect(await shopAnswering(nobody, userError('INVALID', 'Ends at must be after starts at')).create()).toEqual({
      kind: 'failed',
      because: 'Ends at must be after starts at',
      retry: false,
    });
  });
  test('a shop without a token is never asked', async () => {
    const { issuer, asked } = shopAnswering(nobody);
    expect(await issuer.create({ ...coupon, shop: 'other.myshopify.com' })).toMatchObject({
      kind: 'failed',
      retry: false,
    });
    expect(asked).toHaveLength(0);
  });
});
