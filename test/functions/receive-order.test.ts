import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiveOrder } from '#functions/receive-order/receive-order.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { resultsOf } from '#shared/operations/results.ts';
import { at, days, inr } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { call } from '#test/support/product/http.ts';
import { anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const shop = 'meadow.myshopify.com';
const shops = {
  [shop]: { webhookSecrets: ['new secret', 'old secret'] },
  'other.myshopify.com': { webhookSecrets: ['their secret'] },
};
let product: Product;
let handler: unknown;

beforeEach(async () => {
  process.env.TABLE_NAME = 'T';
  process.env.SHOP_SECRET_ARN = 'arn';
  product = await freshProduct();
  handler = httpHandler('receive-order', () => ({ receiveOrder: receiveOrder({ ...product, shops }) }));
  await withCampaign(product, aCampaign(), [anotherMember(1, 'published'), anotherMember(2, 'published')]);
  await product.links.createCoupon(shop, 'ASHA10', { campaignId: 'c1', influencerId: 'i1' });
  await product.links.click(
    { clickId: 'click2', code: 'k2', campaignId: 'c1', influencerId: 'i2', at: days(-1) },
    false,
  );
});

/** An order as Shopify's orders/* webhooks send it. */
const order = (over: object = {}) => ({
  id: 450789469,
  created_at: at,
  updated_at: at,
  currency: 'INR',
  total_price: '1350.00',
  discount_codes: [{ code: 'asha10', amount: '150.00', type: 'percentage' }],
  ...over,
});
const refund = (id: number, amount: string, over: object = {}) => ({
  id,
  order_id: 450789469,
  created_at: days(1),
  transactions: [{ kind: 'refund', status: 'success', amount, currency: 'INR' }],
  ...over,
});

const signed = (body: string | Uint8Array, secret = 'new secret') =>
  createHmac('sha256', secret).update(body).digest('base64');

interface Sent {
  readonly to?: string;
  readonly topic?: string;
  readonly signature?: string | undefined;
}
const send = (payload: object | string, { to = shop, topic = 'orders/create', ...over }: Sent = {}) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const signature = 'signature' in over ? over.signature : signed(body);
  return call(handler, `POST /shops/${to}/orders`, {
    body,
    headers: { 'x-shopify-topic': topic, ...(signature !== undefined && { 'x-shopify-hmac-sha256': signature }) },
  });
};
const tellRefund = (payload: object) => send(payload, { topic: 'refunds/create' });
const stored = () => product.orders.find(`shopify:${shop}`, '450789469');
const revenueOf = async (influencerId: string) => (await resultsOf(product, aCampaign())).brought.get(influencerId);

describe('an order by webhook', () => {
  test('counts for the coupon’s influencer, once, however often it is told', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { status, json } = await send(order());
      expect([status, json]).toEqual([200, { counted: true }]);
    }
    expect(await stored()).toMatchObject({ influencerId: 'i1', by: 'coupon', evidence: 'coupon ASHA10', counts: true });
    expect(await revenueOf('i1')).toMatchObject({ orders: 1, revenue: inr(1350) });
  });

  test('is told by the raw bytes, in base64 too, and by a secret that is being replaced', async () => {
    const body = `  ${JSON.stringify(order({ note: 'धन्यवाद' }))}\n`;
    expect((await send(body)).status).toBe(200);
    expect((await send(body, { signature: signed(body, 'old secret') })).status).toBe(200);
    const bytes = Buffer.from(body);
    const base64 = await call(handler, `POST /shops/${shop}/orders`, {
      body: bytes.toString('base64'),
      base64: true,
      headers: { 'x-shopify-topic': 'orders/create', 'x-shopify-hmac-sha256': signed(bytes) },
    });
    expect(base64.status).toBe(200);
  });

  const body = JSON.stringify(order());
  test.each([
    ['no signature', shop, undefined],
    ['an empty one', shop, ''],
    ['a shortened one', shop, signed(body).slice(0, -4)],
    ['one in hex', shop, createHmac('sha256', 'new secret').update(body).digest('hex')],
    ['one of another body', shop, signed(`${body} `)],
    ['one by a stranger', shop, signed(body, 'guess')],
    ['another shop’s', 'other.myshopify.com', signed(body)],
    ['a shop that we do not know', 'unknown.myshopify.com', signed(body)],
    ['a name that every object has', 'constructor', signed(body)],
    ['a name that every object has, oddly', '__proto__', signed(body, '')],
  ])('with %s is not taken', async (_, to, signature) => {
    const { status, json } = await send(body, { to, signature });
    expect([status, json.type]).toEqual([401, 'urn:groundswell:unauthorized']);
    expect(await stored()).toBeUndefined();
  });

  test('that can not be read is told so, after its signature', async () => {
    for (const payload of [
      '{',
      '[]',
      JSON.stringify(order({ currency: 'X' })),
      JSON.stringify(order({ total_price: 'free' })),
    ])
      expect((await send(payload)).status, payload).toBe(422);
    expect((await send('{', { signature: 'x' })).status).toBe(401);
    expect((await send(refund(1, 'all'), { topic: 'refunds/create' })).status).toBe(422);
  });

  test('a coupon beats another influencer’s link; without one the last click within the window counts', async () => {
    const landing = { landing_site: '/monsoon?cid=click2' };
    await send(order(landing));
    expect((await stored())?.influencerId).toBe('i1');
    await send(order({ ...landing, id: 2, discount_codes: [] }));
    expect(await product.orders.find(`shopify:${shop}`, '2')).toMatchObject({ influencerId: 'i2', by: 'link' });
    const late = { created_at: days(29.5), updated_at: days(29.5) };
    expect((await send(order({ ...landing, ...late, id: 3, discount_codes: [] }))).json).toEqual({ counted: false });
    expect((await send(order({ id: 4, discount_codes: [{ code: 'SITEWIDE' }] }))).json).toEqual({ counted: false });
  });

  test('a coupon counts in its own shop only', async () => {
    const body = JSON.stringify(order());
    const elsewhere = { to: 'other.myshopify.com', signature: signed(body, 'their secret') };
    expect((await send(body, elsewhere)).json).toEqual({ counted: false });
  });

  test('tests and cancelled orders are kept and count as nothing; a cancelled one may come alive again', async () => {
    await send(order({ test: true, id: 7 }));
    await send(order());
    await send(order({ cancelled_at: days(1), updated_at: days(1) }), { topic: 'orders/cancelled' });
    expect((await stored())?.counts).toBe(false);
    expect(await revenueOf('i1')).toMatchObject({ orders: 0, revenue: inr(0) });
    await send(order({ updated_at: days(2) }));
    expect(await revenueOf('i1')).toMatchObject({ orders: 1 });
  });

  test('told out of order the newest state stays, whatever zone its times are in', async () => {
    await send(order({ updated_at: '2026-03-04T06:00:00+05:30', total_price: '900.00' }));
    await send(order({ updated_at: '2026-03-03T23:00:00-01:00', total_price: '800.00' }));
    expect((await stored())?.total).toEqual(inr(900));
  });

  test('keeps its influencer when a later state has lost the coupon', async () => {
    await send(order());
    await send(order({ updated_at: days(1), discount_codes: [], total_price: '1000.00' }));
    expect(await stored()).toMatchObject({ influencerId: 'i1', total: inr(1000) });
  });

  test('in another currency is kept and added to nothing', async () => {
    await send(order({ currency: 'USD', total_price: '20.00' }));
    expect((await stored())?.total).toEqual({ minor: 2000, currency: 'USD' });
    expect(await revenueOf('i1')).toMatchObject({ orders: 0, revenue: inr(0) });
  });
});

describe('a refund by webhook', () => {
  test('after its order lowers what it is worth, once each', async () => {
    await send(order());
    expect((await tellRefund(refund(1, '100.00'))).json).toEqual({ counted: true });
    await tellRefund(refund(1, '100.00'));
    await tellRefund(refund(2, '50.50'));
    expect(await revenueOf('i1')).toMatchObject({ orders: 1, revenue: { minor: 119_950, currency: 'INR' } });
  });

  test('before its order counts as soon as the order comes', async () => {
    expect((await tellRefund(refund(1, '100.00'))).json).toEqual({ counted: false });
    await send(order());
    expect((await stored())?.refunded).toEqual(inr(100));
  });

  test('is not counted again when the order itself tells of it, and not forgotten when an older state does not', async () => {
    await send(order());
    await tellRefund(refund(1, '350.00'));
    const newest = { updated_at: days(1), refunds: [refund(1, '350.00')], current_total_price: '1000.00' };
    await send(order(newest), { topic: 'orders/updated' });
    expect((await stored())?.refunded).toEqual(inr(350));
    await send(order({ updated_at: days(0.5) }), { topic: 'orders/updated' });
    expect(await revenueOf('i1')).toMatchObject({ revenue: inr(1000) });
  });

  test('together with others and its order, all at once, adds up', async () => {
    await Promise.all([send(order()), ...[1, 2, 3, 4].map(id => tellRefund(refund(id, '10.00')))]);
    expect((await stored())?.refunded).toEqual(inr(40));
  });
});
