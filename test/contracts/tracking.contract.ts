import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#shared/domain/report/report.ts';
import type { Click, Conversion, LinkStore, OrderStore, PostStore, SnapshotStore } from '#shared/ports/tracking.ts';
import { at, days, inr } from '#test/shared/domain/builders.ts';

const owner = { campaignId: 'c1', influencerId: 'i1' };
const aLink = { code: 'k7x2', ...owner, destination: 'https://meadow.example/monsoon?x=1', createdAt: at };
const aClick = (over: Partial<Click> = {}): Click => ({ clickId: 'k1', code: 'k7x2', ...owner, at, ...over });

export const linkStoreContract = (open: () => Promise<LinkStore>) =>
  describe('LinkStore', () => {
    test('finds a link by its code', async () => {
      const store = await open();
      await store.create(aLink);
      expect(await store.find('k7x2')).toEqual(aLink);
      expect(await store.find('other')).toBeUndefined();
      expect(await store.clicks('k7x2')).toBe(0);
    });

    test('counts a click once, however often it is told', async () => {
      const store = await open();
      await Promise.all(Array.from({ length: 8 }, () => store.click(aClick(), false)));
      await store.click(aClick({ clickId: 'k2' }), false);
      await store.click(aClick({ clickId: 'k3', code: 'other' }), false);
      expect(await store.clicks('k7x2')).toBe(2);
      expect(await store.findClick('k1')).toEqual(aClick());
      expect(await store.findClick('nobody')).toBeUndefined();
    });

    test('machines are no people: not counted among them, never found for an attribution', async () => {
      const store = await open();
      await store.click(aClick({ clickId: 'bot' }), true);
      expect(await store.clicks('k7x2')).toBe(0);
      expect(await store.findClick('bot')).toBeUndefined();
    });

    test('a coupon belongs to one influencer in one shop, however it is typed', async () => {
      const store = await open();
      await store.createCoupon('a.myshopify.com', 'ASHA10', owner);
      expect(await store.couponOwner('a.myshopify.com', 'asha10')).toEqual(owner);
      expect(await store.couponOwner('b.myshopify.com', 'ASHA10')).toBeUndefined();
      expect(await store.couponOwner('a.myshopify.com', 'ASHA1')).toBeUndefined();
    });
  });

export const aConversion = (over: Partial<Conversion> = {}): Conversion => ({
  source: 'shopify:a.myshopify.com',
  externalId: '450789469',
  ...owner,
  by: 'coupon',
  evidence: 'coupon ASHA10',
  placedAt: at,
  updatedAt: at,
  total: inr(1350),
  refunded: inr(0),
  counts: true,
  ...over,
});

export const orderStoreContract = (open: () => Promise<OrderStore>) =>
  describe('OrderStore', () => {
    const find = (store: OrderStore) => store.find(aConversion().source, aConversion().externalId);

    test('keeps the newest state, whatever order they arrive in', async () => {
      const store = await open();
      expect(await find(store)).toBeUndefined();
      for (const n of [1, 3, 2]) await store.upsert(aConversion({ updatedAt: days(n), total: inr(n) }));
      expect(await find(store)).toEqual(aConversion({ updatedAt: days(3), total: inr(3) }));
      await store.upsert(aConversion({ updatedAt: days(3), counts: false }));
      expect((await find(store))?.counts).toBe(false);
    });

    test('of many states at once the newest stays', async () => {
      const store = await open();
      await Promise.all(
        Array.from({ length: 15 }, (_, n) => store.upsert(aConversion({ updatedAt: days(n), total: inr(n) }))),
      );
      expect((await find(store))?.total).toEqual(inr(14));
    });

    test('lists the orders of a campaign, each once', async () => {
      const store = await open();
      await store.upsert(aConversion());
      await store.upsert(aConversion({ updatedAt: days(1) }));
      await store.upsert(aConversion({ externalId: '2', placedAt: days(1) }));
      await store.upsert(aConversion({ externalId: '3', campaignId: 'c2' }));
      const ids: string[] = [];
      for await (const { externalId } of store.ofCampaign('c1')) ids.push(externalId);
      expect(ids).toEqual(['450789469', '2']);
    });

    test('a refund told twice counts once; refunds add up, also while they arrive at once', async () => {
      const store = await open();
      await store.upsert(aConversion());
      const { source, externalId } = aConversion();
      const refund = (id: string, rupees: number) => store.refund({ source, externalId, id, amount: inr(rupees), at });
      await Promise.all([refund('r1', 100), refund('r2', 50), refund('r1', 100), refund('r3', 25)]);
      expect((await find(store))?.refunded).toEqual(inr(175));
    });

    test('a refund that arrives before its order counts when the order comes, and an older state never hides it', async () => {
      const store = await open();
      const { source, externalId } = aConversion();
      await store.refund({ source, externalId, id: 'r1', amount: inr(100), at: days(1) });
      expect(await find(store)).toBeUndefined();
      await store.upsert(aConversion());
      expect((await find(store))?.refunded).toEqual(inr(100));
      await store.upsert(aConversion({ updatedAt: days(2) }));
      expect((await find(store))?.refunded).toEqual(inr(100));
      await store.upsert(aConversion({ updatedAt: days(3), refunded: inr(350) }));
      expect((await find(store))?.refunded).toEqual(inr(350));
    });

    test('a refund in another currency than the order changes nothing', async () => {
      const store = await open();
      const { source, externalId } = aConversion();
      await store.upsert(aConversion());
      await store.refund({ source, externalId, id: 'r1', amount: { minor: 500, currency: 'USD' }, at });
      expect((await find(store))?.refunded).toEqual(inr(0));
    });
  });

export const snapshotStoreContract = (open: () => Promise<SnapshotStore>) =>
  describe('SnapshotStore', () => {
    const aSnapshot = (n: number, over: Partial<Snapshot> = {}): Snapshot => ({
      campaignId: 'c1',
      at: days(n),
      funnel: { invited: n },
      spend: 0,
      committed: 0,
      clicks: n,
      orders: 0,
      revenue: 0,
      engagements: 0,
      views: 0,
      brandFollowers: { 'instagram:meadow': 10 + n },
      ...over,
    });

    test('gives back a campaign’s days in order; the same time twice is one day', async () => {
      const store = await open();
      for (const n of [2, 0, 1]) await store.put(aSnapshot(n));
      await store.put(aSnapshot(1, { clicks: 99 }));
      await store.put(aSnapshot(5, { campaignId: 'c2' }));
      expect(await store.ofCampaign('c1')).toEqual([aSnapshot(0), aSnapshot(1, { clicks: 99 }), aSnapshot(2)]);
    });
  });

export const postStoreContract = (open: () => Promise<PostStore>) =>
  describe('PostStore', () => {
    test('keeps the latest counts of each influencer’s post; what is hidden stays unknown', async () => {
      const store = await open();
      await store.put('c1', 'i1', { url: 'https://a.example', at, likes: 5 });
      await store.put('c1', 'i1', { url: 'https://a.example', at: days(1), comments: 2 });
      await store.put('c1', 'i#2', { url: 'https://b.example', at, views: 0 });
      await store.put('c2', 'i1', { url: 'https://c.example', at });
      expect(await store.ofCampaign('c1')).toEqual(
        new Map([
          ['i#2', { url: 'https://b.example', at, views: 0 }],
          ['i1', { url: 'https://a.example', at: days(1), comments: 2 }],
        ]),
      );
    });
  });
