import { describe, expect, it } from 'vitest';
import { closeCollaboration } from '#functions/close-collaboration/close-collaboration.ts';
import { handOver } from '#functions/hand-over/hand-over.ts';
import { settlePayouts } from '#functions/settle-payouts/settle-payouts.ts';
import type { Collaboration, Progress } from '#shared/domain/collaboration.ts';
import type { Terms } from '#shared/domain/outreach/terms.ts';
import { days, inr, progressIn, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { chase } from '#test/support/product/hours.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const end = days(44);

async function world(members: readonly Collaboration[], campaign = aCampaign({ endsAt: end })) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return product;
}
const settle = (product: Product) => settlePayouts(product)({ campaignId: 'c1', at: end });
const member = (product: Product, id = 'i1') => product.collaborations.get('c1', id);
const attention = async (product: Product) => (await product.attention.open('c1')).map(({ because }) => because);

const verified = (terms: Partial<Terms> = {}): Progress => {
  const progress = progressIn('verified');
  return 'terms' in progress ? { ...progress, terms: someTerms(terms) } : progress;
};

const order = (product: Product, externalId: string, rupees: number, refunded = 0) =>
  product.orders.upsert({
    source: 'shopify:meadow',
    externalId,
    campaignId: 'c1',
    influencerId: 'i1',
    by: 'coupon',
    evidence: 'ASHA10',
    placedAt: days(10),
    updatedAt: days(10),
    total: inr(rupees),
    refunded: inr(refunded),
    counts: true,
  } as Parameters<typeof product.orders.upsert>[0]);

describe('settling', () => {
  it('pays the fee of a checked post', async () => {
    const product = await world([aMember('verified')]);
    expect(await settle(product)).toEqual({ settled: 1, payoutMinor: 400_000 });
    expect(await member(product)).toMatchObject({ status: 'settled', payout: inr(4000), since: end });
    expect((await product.campaigns.get('c1')).status).toBe('settling');
  });

  it('adds the share of what was sold and not sent back', async () => {
    const product = await world([aMember(verified({ model: 'mixed', fee: inr(1500), perSalePercent: 8 }))]);
    await order(product, '1', 1000);
    await order(product, '2', 500, 500);
    expect(await settle(product)).toEqual({ settled: 1, payoutMinor: 158_000 });
  });

  it('pays nobody whose post could not be checked, and withdraws nobody who has published: a person decides', async () => {
    const product = await world([aMember('published')]);
    expect(await settle(product)).toEqual({ settled: 0, payoutMinor: 0 });
    expect(await member(product)).toMatchObject({ status: 'published', terms: someTerms() });
    expect(await attention(product)).toEqual([
      'the campaign ended before the post could be checked, and their post is up: decide on the payout',
    ]);
  });

  it('withdraws who never confirmed or never published, and gives the money back', async () => {
    const product = await world([aMember('briefed'), anotherMember(2, 'confirmed'), anotherMember(3, 'negotiating')]);
    await product.campaigns.commit('c1', 'i1', inr(4000));
    await product.campaigns.commit('c1', 'i2', inr(3000));
    await settle(product);
    for (const id of ['i1', 'i2', 'i3'])
      expect(await member(product, id)).toMatchObject({ status: 'withdrawn', because: 'the campaign ended' });
    expect((await product.campaigns.get('c1')).commitments).toEqual({ committed: 0, byInfluencer: {} });
  });

  it('leaves alone what has ended, and again changes nothing', async () => {
    const product = await world([aMember('declined'), anotherMember(2, verified())]);
    await settle(product);
    const before = [await member(product), await member(product, 'i2')];
    expect(await settle(product)).toEqual({ settled: 0, payoutMinor: 0 });
    expect([await member(product), await member(product, 'i2')]).toEqual(before);
  });

  it('does nothing in a campaign that was cancelled', async () => {
    const product = await world([aMember('verified')], aCampaign({ status: 'cancelled' }));
    expect(await settle(product)).toEqual({ settled: 0, payoutMinor: 0 });
    expect(await member(product)).toMatchObject({ status: 'verified' });
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });

  it('that dies in the middle is finished by the retry: everybody is settled or withdrawn once', async () => {
    await killedEverywhere(
      () => world([aMember('verified'), anotherMember(2, 'confirmed'), anotherMember(3, 'published')]),
      settle,
      async product => {
        await settle(product);
        // What was decided and not carried out is due at once.
        await chase(product, days(44.1));
        expect(await member(product)).toMatchObject({ status: 'settled', payout: inr(4000), pending: [] });
        expect(await member(product, 'i2')).toMatchObject({ status: 'withdrawn', pending: [] });
        expect(await attention(product)).toHaveLength(1);
        const kinds = (await product.collaborations.timeline('c1', 'i1')).map(({ event, ignored }) => [
          event.kind,
          ignored,
        ]);
        expect(kinds).toEqual([['settled', undefined]]);
      },
    );
  });
});

describe('closing one collaboration', () => {
  const close = (product: Product) =>
    closeCollaboration(product)({ campaignId: 'c1', influencerId: 'i1', because: 'the campaign ended', at: end });

  it('withdraws it, gives the money back and says why', async () => {
    const product = await world([aMember('briefed')]);
    await product.campaigns.commit('c1', 'i1', inr(4000));
    expect(await close(product)).toEqual({ status: 'withdrawn' });
    expect(await member(product)).toMatchObject({ because: 'the campaign ended' });
    expect((await product.campaigns.get('c1')).commitments.committed).toBe(0);
  });

  it.each(['published', 'verified'] as const)('leaves a post of the last minute standing (%s)', async status => {
    const product = await world([aMember(status)]);
    expect(await close(product)).toEqual({ status });
    expect(await attention(product)).toEqual(['the campaign ended, and their post is up: decide on the payout']);
  });

  it.each(['declined', 'settled'] as const)('changes nothing that is %s', async status => {
    const product = await world([aMember(status)]);
    const before = await member(product);
    expect(await close(product)).toEqual({ status });
    expect(await member(product)).toEqual(before);
  });
});

describe('handing over', () => {
  const hand = (product: Product) =>
    handOver(product)({ campaignId: 'c1', influencerId: 'i1', because: 'Invite failed (internal): boom', at: end });

  it('tells a person what failed and stops every automatic mail', async () => {
    const product = await world([aMember('invited')]);
    expect(await hand(product)).toEqual({});
    await hand(product);
    expect(await member(product)).toMatchObject({
      status: 'invited',
      heldForPerson: 'a step failed: Invite failed (internal): boom',
    });
    expect(await member(product)).not.toHaveProperty('nextActionAt');
    expect(await attention(product)).toEqual(['a step failed: Invite failed (internal): boom']);
  });
});
