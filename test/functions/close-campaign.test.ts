import { describe, expect, it } from 'vitest';
import { closeCampaign } from '#functions/close-campaign/close-campaign.ts';
import { findDue } from '#functions/find-due/find-due.ts';
import { planCampaign } from '#functions/plan-campaign/plan-campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { at, days, inr } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { isFault } from '#test/support/product/faults.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

async function world(members: readonly Collaboration[] = [], campaign = aCampaign()) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return product;
}
const statusChange = (status: string, over: object = {}) => ({
  'detail-type': 'Step Functions Execution Status Change',
  source: 'aws.states',
  time: '2026-03-05T06:00:00Z',
  detail: { name: 'c1', status, error: null, cause: null, ...over },
});
const close = (product: Product, status: string, over: object = {}) =>
  closeCampaign(product)(statusChange(status, over));
const statuses = async (product: Product) => {
  const all: Record<string, string> = {};
  for await (const { influencerId, status } of product.collaborations.ofCampaign('c1')) all[influencerId] = status;
  return all;
};
const attention = async (product: Product) => (await product.attention.open('c1')).map(({ because }) => because);

describe('a cancelled campaign', () => {
  const everybody = () => [
    aMember('invited', { waiting: { taskToken: 'answer', whileIn: ['invited'] } }),
    anotherMember(2, 'confirmed'),
    anotherMember(3, 'published'),
    anotherMember(4, 'declined'),
    anotherMember(5, 'settled'),
  ];
  const cancelled = () => world(everybody(), aCampaign({ status: 'cancelled' }));

  it('ends everything that is open; who agreed hears it from a person, who published is not dropped', async () => {
    const product = await cancelled();
    await product.campaigns.commit('c1', 'i2', inr(4000));
    await close(product, 'ABORTED');
    expect(await statuses(product)).toEqual({
      i1: 'withdrawn',
      i2: 'withdrawn',
      i3: 'published',
      i4: 'declined',
      i5: 'settled',
    });
    expect(product.waits.completed).toEqual([{ taskToken: 'answer', output: { status: 'withdrawn' } }]);
    expect((await product.campaigns.get('c1')).commitments.committed).toBe(0);
    expect((await attention(product)).toSorted()).toEqual([
      'the campaign was cancelled after they agreed: tell them',
      'the campaign was cancelled, and their post is up: decide on the payout',
    ]);
  });

  it('is told twice without harm, also when the first telling died', async () => {
    await killedEverywhere(
      cancelled,
      product => close(product, 'ABORTED'),
      async product => {
        await close(product, 'ABORTED');
        await close(product, 'ABORTED');
        expect(await statuses(product)).toMatchObject({ i1: 'withdrawn', i2: 'withdrawn', i3: 'published' });
        expect(await attention(product)).toHaveLength(2);
      },
    );
  });

  it('may be stopped from outside, too', async () => {
    const product = await world([aMember('invited')]);
    await close(product, 'ABORTED');
    expect(await statuses(product)).toEqual({ i1: 'withdrawn' });
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });
});

describe('a campaign that fails', () => {
  it.each([
    ['FAILED', { error: 'internal', cause: 'boom' }, 'internal: boom'],
    ['TIMED_OUT', {}, 'TIMED_OUT'],
    ['FAILED', { error: 'x', cause: 'y'.repeat(5000) }, `x: ${'y'.repeat(1997)}`],
  ])('(%s) says why, asks for help once and leaves everybody as they stand', async (status, over, failure) => {
    const product = await world([aMember('invited'), anotherMember(2, 'confirmed')]);
    await close(product, status, over);
    await close(product, status, over);
    expect(await product.campaigns.get('c1')).toMatchObject({ status: 'failed', failure });
    expect(await attention(product)).toEqual([`The campaign stopped: ${failure}`]);
    expect(await statuses(product)).toEqual({ i1: 'invited', i2: 'confirmed' });
  });

  it('again after it was redriven asks again', async () => {
    const product = await world();
    await close(product, 'FAILED', { error: 'internal' });
    await closeCampaign(product)({ ...statusChange('FAILED', { error: 'other' }), time: '2026-03-06T06:00:00Z' });
    expect(await attention(product)).toHaveLength(2);
  });

  it('is not one that has finished, or that is not ours', async () => {
    const product = await world([], aCampaign({ status: 'finished' }));
    await close(product, 'FAILED');
    await close(product, 'FAILED', { name: 'somebody-else' });
    expect((await product.campaigns.get('c1')).status).toBe('finished');
  });

  it('is not read from an event that makes no sense', async () => {
    const product = await world();
    await expect(closeCampaign(product)({ hello: 'world' })).rejects.toThrow(/time/);
    await expect(close(product, 'SUCCEEDED')).rejects.toThrow(/status/);
  });
});

describe('planning', () => {
  const plan = (product: Product, when = at, campaignId = 'c1') => planCampaign(product)({ campaignId, at: when });

  it('says when the campaign ends and when it is first looked at', async () => {
    const product = await world([], aCampaign({ status: 'launched' }));
    expect(await plan(product)).toEqual({
      endsAt: '2026-04-15T18:29:59.999Z',
      firstTrackAt: '2026-03-03T01:30:00.000Z',
    });
    expect((await product.campaigns.get('c1')).status).toBe('identifying');
  });

  it('does not bring back what was cancelled', async () => {
    const product = await world([], aCampaign({ status: 'cancelled' }));
    await plan(product);
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });

  it('of a campaign that is not there is a fault', async () => {
    await expect(plan(await world(), at, 'c9')).rejects.toSatisfy(isFault('not-found'));
  });
});

describe('finding what is due', () => {
  it('lists it in a file, whoever they belong to; what is not due yet or never is left out', async () => {
    const due = Array.from({ length: 60 }, (_, n) => anotherMember(n, 'invited', { nextActionAt: days(1) }));
    const product = await world([
      ...due,
      anotherMember(61, 'invited', { nextActionAt: days(3) }),
      anotherMember(62, 'declined'),
    ]);
    await withCampaign(product, aCampaign({ campaignId: 'c2' }), [
      aMember('invited', { campaignId: 'c2', nextActionAt: days(1) }),
    ]);
    const { due: count, itemsKey } = await findDue(product)({ at: days(2) });
    expect(count).toBe(61);
    const lines = (await product.files.readText(itemsKey, 100_000)).split('\n').map(line => JSON.parse(line));
    expect(new Set(lines.map(({ campaignId, influencerId }) => `${campaignId}/${influencerId}`)).size).toBe(61);
    expect(lines).toContainEqual({ campaignId: 'c2', influencerId: 'i1' });
  });

  it('writes no file for nothing', async () => {
    const product = await world([aMember('declined')]);
    expect(await findDue(product)({ at: days(2) })).toMatchObject({ due: 0 });
    expect(product.files.kept.size).toBe(0);
  });
});
