import { describe, expect, it } from 'vitest';
import { sendBrief } from '#functions/send-brief/send-brief.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { linkCode } from '#shared/domain/tracking/tracking-codes.ts';
import type { CouponIssuer } from '#shared/ports/tracking.ts';
import { at, days, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { isFault } from '#test/support/product/faults.ts';
import { chaseHourly, mailsOf, sesTellsOfSends } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const shop = 'meadow.myshopify.com';
const tracking: CampaignSpecInput['tracking'] = { shop: { kind: 'shopify', domain: shop, discountPercent: 10 } };

async function world(member: Collaboration = aMember('accepted'), given: CampaignSpecInput['tracking'] = tracking) {
  const product = await freshProduct();
  await withCampaign(product, aCampaign({ spec: aSpec(given && { tracking: given }) }), [member]);
  return product;
}
const brief = (product: Product, over: { coupons?: CouponIssuer; at?: string } = {}) =>
  sendBrief({ ...product, ...(over.coupons && { coupons: over.coupons }) })({
    campaignId: 'c1',
    influencerId: 'i1',
    at: over.at ?? at,
  });
const asha = (product: Product) => product.collaborations.get('c1', 'i1');
const answering = (...answers: Awaited<ReturnType<CouponIssuer['create']>>[]): CouponIssuer => ({
  create: async () => answers.shift() ?? { kind: 'created' },
});

describe('the brief', () => {
  it('gives them a link and a coupon of their own, and goes out at once', async () => {
    const product = await world();
    // A Saturday: they have just agreed and wait for it.
    expect(await brief(product, { at: '2026-03-07T06:00:00.000Z' })).toEqual({ status: 'briefed' });
    const code = linkCode((await asha(product)).threadId);
    expect(await asha(product)).toMatchObject({
      status: 'briefed',
      terms: someTerms(),
      link: { code, url: `https://go.meadow.example/l/${code}` },
      coupon: 'ASHAGLOW10',
      sent: [{ purpose: 'brief', number: 1 }],
    });
    expect(await product.links.find(code)).toMatchObject({
      destination: 'https://meadow.example/monsoon',
      influencerId: 'i1',
    });
    expect(await product.links.couponOwner(shop, 'ashaglow10')).toEqual({ campaignId: 'c1', influencerId: 'i1' });
    const [{ mail } = { mail: undefined }] = product.mailer.sent;
    for (const word of [code, 'ASHAGLOW10', '#ad', '₹4,000']) expect(mail?.text).toContain(word);
  });

  it.each<[string, CampaignSpecInput['tracking']]>([
    ['no shop', { attributionDays: 30 }],
    ['no discount', { shop: { kind: 'shopify', domain: shop, discountPercent: 0 } }],
  ])('has a link only where there is %s', async (_, given) => {
    const product = await world(aMember('accepted'), given);
    await brief(product);
    expect(await asha(product)).not.toHaveProperty('coupon');
    expect(product.coupons.created).toEqual([]);
    expect(await product.attention.open('c1')).toEqual([]);
  });

  it('of a campaign that was cancelled in the same moment does not go out', async () => {
    const product = await world();
    await product.campaigns.change('c1', { status: 'cancelled' });
    await brief(product);
    expect(mailsOf(product)).toEqual([]);
  });

  it('goes to nobody who has moved on', async () => {
    const product = await world(aMember('withdrawn'));
    expect(await brief(product)).toEqual({ status: 'withdrawn' });
    expect(mailsOf(product)).toEqual([]);
  });

  it('that a pause holds back is sent by the chase', async () => {
    const product = await world();
    await product.campaigns.change('c1', { paused: true });
    expect(await brief(product)).toEqual({ status: 'briefed' });
    await chaseHourly(product, days(0.05), days(0.2));
    expect(mailsOf(product)).toEqual([]);
    await product.campaigns.change('c1', { paused: false });
    await chaseHourly(product, days(1), days(1.2));
    expect(mailsOf(product)).toEqual(['brief 1 to asha@example.com']);
  });

  it('whenever the process dies, is sent once, with one link and one coupon', async () => {
    const deaths = await killedEverywhere(
      () => world(),
      product => brief(product),
      async product => {
        await sesTellsOfSends(product, at);
        await brief(product);
        await chaseHourly(product, days(0.05), days(0.3));
        expect(mailsOf(product)).toEqual(['brief 1 to asha@example.com']);
        expect(await asha(product)).toMatchObject({ status: 'briefed', coupon: 'ASHAGLOW10', pending: [] });
        expect(product.coupons.created).toHaveLength(1);
        expect((await asha(product)).sent).toHaveLength(1);
      },
    );
    expect(deaths).toBeGreaterThan(15);
  });
});

describe('a coupon', () => {
  it('that belongs to somebody else is left to them', async () => {
    const product = await world();
    await product.links.createCoupon(shop, 'ASHAGLOW10', { campaignId: 'c1', influencerId: 'i9' });
    await brief(product);
    expect((await asha(product)).coupon).toMatch(/^ASHAGLOW[B-Z]{4}10$/);
    expect(await product.links.couponOwner(shop, 'ASHAGLOW10')).toMatchObject({ influencerId: 'i9' });
  });

  it('of their last campaign is not this campaign’s', async () => {
    const product = await world();
    await product.links.createCoupon(shop, 'ASHAGLOW10', { campaignId: 'last-year', influencerId: 'i1' });
    await brief(product);
    expect((await asha(product)).coupon).not.toBe('ASHAGLOW10');
  });

  it('that the shop uses for something else gives way to another', async () => {
    const product = await world();
    const taken = { kind: 'failed', because: 'the code belongs to another discount', retry: false } as const;
    await brief(product, { coupons: answering(taken) });
    expect((await asha(product)).coupon).toMatch(/^ASHAGLOW[B-Z]{4}10$/);
    expect(await product.links.couponOwner(shop, 'ASHAGLOW10')).toBeUndefined();
  });

  it('that the shop refuses for good does not keep the brief back, and a person is told', async () => {
    const product = await world();
    const no = { kind: 'failed', because: 'the token lacks write_discounts', retry: false } as const;
    expect(await brief(product, { coupons: answering(no, no, no, no, no) })).toEqual({ status: 'briefed' });
    expect(await product.attention.open('c1')).toMatchObject([
      { because: 'their brief goes out without a coupon: the token lacks write_discounts', influencerId: 'i1' },
    ]);
    expect(mailsOf(product)).toHaveLength(1);
  });

  it('that a later try of the step creates settles what an earlier one asked a person', async () => {
    const product = await world();
    const no = { kind: 'failed', because: 'the token lacks write_discounts', retry: false } as const;
    const dying = async () => Promise.reject(new Error('the process died'));
    const dies: Product = { ...product, collaborations: { ...product.collaborations, replace: dying } };
    await expect(brief(dies, { coupons: answering(no, no, no) })).rejects.toThrow('died');
    expect(await product.attention.open('c1')).toHaveLength(1);
    await brief(product);
    expect(await asha(product)).toMatchObject({ coupon: 'ASHAGLOW10' });
    expect(await product.attention.open('c1')).toEqual([]);
  });

  it('of a shop that stumbles is waited for: the step is tried again', async () => {
    const product = await world();
    const stumbled = { kind: 'failed', because: 'it answered 502', retry: true } as const;
    await expect(brief(product, { coupons: answering(stumbled) })).rejects.toSatisfy(isFault('upstream-failed'));
    expect(await asha(product)).toMatchObject({ status: 'accepted' });
    expect(await brief(product)).toEqual({ status: 'briefed' });
  });
});
