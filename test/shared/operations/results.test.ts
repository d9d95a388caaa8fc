import { describe, expect, test } from 'vitest';
import { funnelOf, standingOf } from '#shared/operations/funnel.ts';
import { postCounts } from '#shared/operations/post-counts.ts';
import { reportNow } from '#shared/operations/report-now.ts';
import { resultsOf } from '#shared/operations/results.ts';
import type { Conversion } from '#shared/ports/tracking.ts';
import { aPost, at, days, inr } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const link = (n: number) => ({ code: `code${n}`, url: `https://go.meadow.example/l/code${n}` });
const campaign = aCampaign({ counts: { candidates: 9, measured: 7, eligible: 5 } });

const running = async () => {
  const product = await freshProduct();
  await withCampaign(product, campaign, [
    anotherMember(1, 'verified', { link: link(1) }),
    anotherMember(2, 'briefed', { link: link(2) }),
    anotherMember(3, 'declined'),
  ]);
  return product;
};

const order = (externalId: string, over: Partial<Conversion> = {}): Conversion => ({
  source: 'shopify:meadow',
  externalId,
  campaignId: 'c1',
  influencerId: 'i1',
  by: 'link',
  evidence: 'click',
  placedAt: at,
  updatedAt: at,
  total: inr(1000),
  refunded: inr(0),
  counts: true,
  ...over,
});
const brought = async (product: Product, influencerId = 'i1') =>
  (await resultsOf(product, campaign)).brought.get(influencerId);

describe('results of a campaign', () => {
  test('who has brought nothing yet has brought nothing: no clicks, no orders, and no counts of a post', async () => {
    const product = await running();
    const { collaborations } = await resultsOf(product, campaign);
    expect(collaborations.map(({ influencerId }) => influencerId).toSorted()).toEqual(['i1', 'i2', 'i3']);
    expect(await brought(product, 'i3')).toEqual({ clicks: 0, orders: 0, revenue: inr(0) });
  });

  test('adds up clicks, orders and the latest counts of the post', async () => {
    const product = await running();
    const click = { code: 'code1', campaignId: 'c1', influencerId: 'i1', at };
    for (const clickId of ['a', 'b', 'a']) await product.links.click({ ...click, clickId }, false);
    for (const id of ['1', '2']) await product.orders.upsert(order(id));
    await product.posts.put('c1', 'i1', postCounts('https://ig.example/p', aPost({ views: 900 }), days(1)));
    expect(await brought(product)).toEqual({
      clicks: 2,
      orders: 2,
      revenue: inr(2000),
      likes: 180,
      comments: 20,
      views: 900,
    });
  });

  test('refunds lower what was brought, never below nothing; tests and cancelled orders are none', async () => {
    const product = await running();
    await product.orders.upsert(order('1', { refunded: inr(250) }));
    await product.orders.upsert(order('2', { refunded: inr(1500) }));
    await product.orders.upsert(order('3', { counts: false }));
    expect(await brought(product)).toMatchObject({ orders: 2, revenue: inr(750) });
  });

  test('an order in another currency is not converted and not added', async () => {
    const product = await running();
    const dollars = (amount: number) => ({ minor: amount, currency: 'USD' });
    await product.orders.upsert(order('1', { total: dollars(5000), refunded: dollars(0) }));
    expect(await brought(product)).toMatchObject({ orders: 0, revenue: inr(0) });
  });

  test('tells how far candidates came and where their collaborations stand', async () => {
    const { collaborations } = await running();
    const standing = { verified: 1, briefed: 1, declined: 1 };
    expect(standingOf(await Array.fromAsync(collaborations.ofCampaign('c1')))).toEqual(standing);
    const { funnel, standing: told } = await funnelOf(collaborations, campaign);
    expect(told).toEqual(standing);
    expect(funnel[0]).toEqual({ name: 'Candidates', count: 9 });
    const counts = funnel.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test('a report rests on what is stored, and the same facts give the same report', async () => {
    const product = await running();
    await product.orders.upsert(order('1'));
    await product.attention.raise({ campaignId: 'c1', id: 'a', raisedAt: at, because: 'a question', options: [] });
    const report = await reportNow(product, campaign, 'progress', days(2));
    expect(report).toMatchObject({ kind: 'progress', at: days(2), campaign: { id: 'c1', currency: 'INR' } });
    expect(report.results.find(({ influencerId }) => influencerId === 'i1')).toMatchObject({
      orders: 1,
      revenue: inr(1000),
    });
    expect(report.attention).toHaveLength(1);
    expect(JSON.stringify(await reportNow(product, campaign, 'progress', days(2)))).toBe(JSON.stringify(report));
  });

  test('what a platform hides of a post stays unknown', () => {
    expect(postCounts('https://ig.example/p', { id: 'p', at, kind: 'image', text: '' }, at)).toEqual({
      url: 'https://ig.example/p',
      at,
    });
  });
});
