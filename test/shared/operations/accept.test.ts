import { describe, expect, test } from 'vitest';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import { negotiate } from '#shared/operations/negotiate.ts';
import { at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const running = async (budget = inr(20_000), members = [aMember('invited')]) => {
  const product = await freshProduct();
  await withCampaign(product, aCampaign({ budget }), members);
  return product;
};
const terms = (rupees: number) => someTerms({ fee: inr(rupees) });
const accept = async (product: Product, rupees: number, influencerId = 'i1', when = at) =>
  acceptTerms(product)(await product.collaborations.get('c1', influencerId), terms(rupees), 'page', when);
const commitments = async ({ campaigns }: Product) => (await campaigns.get('c1')).commitments;

describe('acceptTerms', () => {
  test('promises the money and agrees', async () => {
    const product = await running();
    expect(await accept(product, 4000)).toMatchObject({ status: 'accepted', terms: terms(4000), offer: terms(4000) });
    expect(await commitments(product)).toEqual({ committed: 400_000, byInfluencer: { i1: 400_000 } });
    expect(await accept(product, 4000)).toMatchObject({ status: 'accepted' });
    expect((await commitments(product)).committed).toBe(400_000);
  });

  test('of two who accept the last money one gets it, the other waits for a person', async () => {
    const product = await running(inr(5000), [anotherMember(1), anotherMember(2)]);
    await Promise.all([accept(product, 4000, 'i1'), accept(product, 4000, 'i2')]);
    const both = [await product.collaborations.get('c1', 'i1'), await product.collaborations.get('c1', 'i2')];
    expect(both.map(({ status }) => status).toSorted()).toEqual(['accepted', 'invited']);
    expect(both.find(({ status }) => status === 'invited')).toMatchObject({
      heldForPerson: 'they accept ₹4,000, which is more than what is left of the budget',
    });
    expect((await commitments(product)).committed).toBe(400_000);
    expect(await product.attention.open('c1')).toHaveLength(1);
  });

  test('nothing stays promised to somebody who declined in the same moment', async () => {
    const product = await running();
    const read = await product.collaborations.get('c1', 'i1');
    await advance(product)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'mail' }, at);
    expect(await acceptTerms(product)(read, terms(4000), 'page', days(0.1))).toMatchObject({ status: 'declined' });
    expect(await commitments(product)).toEqual({ committed: 0, byInfluencer: {} });
  });

  test('two acceptances of different fees at once: what is promised is what was agreed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const product = await running();
      const read = await product.collaborations.get('c1', 'i1');
      await Promise.allSettled([
        acceptTerms(product)(read, terms(4000), 'page', at),
        acceptTerms(product)(read, terms(6000), 'person', days(0.1)),
      ]);
      const found = await product.collaborations.get('c1', 'i1');
      const fee = 'terms' in found ? found.terms.fee.minor : 0;
      expect(await commitments(product)).toEqual({ committed: fee, byInfluencer: { i1: fee } });
    }
  });

  test('killed anywhere and tried again, the money is promised once and they have agreed', async () => {
    const deaths = await killedEverywhere(
      () => running(),
      product => accept(product, 4000),
      async product => {
        await accept(product, 4000);
        expect(await product.collaborations.get('c1', 'i1')).toMatchObject({ status: 'accepted' });
        expect(await commitments(product)).toEqual({ committed: 400_000, byInfluencer: { i1: 400_000 } });
      },
    );
    expect(deaths).toBeGreaterThan(4);
  });
});

describe('negotiate', () => {
  const ask = async (product: Product, rupees: number, when = at) =>
    negotiate(product)(
      await product.collaborations.get('c1', 'i1'),
      { ask: inr(rupees), via: 'mail', quote: `I take ${rupees}` },
      when,
    );
  const standing = ({ collaborations }: Product) => collaborations.get('c1', 'i1');

  test('a small step up is simply accepted', async () => {
    const product = await running();
    expect(await ask(product, 4300)).toBeUndefined();
    expect(await standing(product)).toMatchObject({ status: 'accepted', terms: { fee: inr(4300) } });
  });

  test('a larger one is met half-way once, then accepted', async () => {
    const product = await running();
    expect(await ask(product, 8000)).toMatchObject({ asked: inr(8000), offered: inr(6000) });
    expect(await standing(product)).toMatchObject({ status: 'negotiating', offer: { fee: inr(6000) } });
    expect(await ask(product, 7500, days(1))).toBeUndefined();
    expect(await standing(product)).toMatchObject({ status: 'accepted', terms: { fee: inr(7500) } });
    expect((await commitments(product)).committed).toBe(750_000);
  });

  test('above the ceiling a person decides, with their words', async () => {
    const product = await running();
    expect(await ask(product, 9500)).toBeUndefined();
    expect(await standing(product)).toMatchObject({
      status: 'negotiating',
      ask: inr(9500),
      heldForPerson: 'they ask ₹9,500, the ceiling is ₹9,000',
    });
    expect(await product.attention.open('c1')).toMatchObject([{ quote: 'I take 9500' }]);
  });

  test('whoever has agreed already gets no new offer by rule', async () => {
    const product = await running();
    await accept(product, 4000);
    expect(await ask(product, 8000, days(1))).toBeUndefined();
    expect(await standing(product)).toMatchObject({ status: 'accepted', terms: { fee: inr(4000) } });
    expect((await commitments(product)).committed).toBe(400_000);
  });

  test('whoever has ended gets no offer', async () => {
    const product = await running();
    await advance(product)('c1', 'i1', { kind: 'withdrawn', because: 'the campaign was cancelled' }, at);
    expect(await ask(product, 6000, days(1))).toBeUndefined();
    expect(await standing(product)).toMatchObject({ status: 'withdrawn' });
  });

  test('handled twice, the same mail gets the same counter-offer', async () => {
    const product = await running();
    const first = await ask(product, 8000);
    expect(await ask(product, 8000)).toMatchObject({ offered: first?.offered });
    expect(await standing(product)).toMatchObject({ offer: { fee: inr(6000) } });
  });
});
