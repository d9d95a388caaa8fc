import { describe, expect, it } from 'vitest';
import { scoreCandidates } from '#functions/score-candidates/score-candidates.ts';
import { shortlistCandidates } from '#functions/shortlist-candidates/shortlist-candidates.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { followerSketch } from '#shared/domain/audience/follower-sketch.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { aCandidate, aCollaboration, at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const measured = (n: number, over: Partial<Candidate> = {}) =>
  aCandidate(
    { influencerId: `i${n}`, profiles: [{ platform: 'instagram', handle: `creator.${n}` }], ...over },
    { profile: { platform: 'instagram', handle: `creator.${n}` }, followers: 3000 + 10 * n },
  );
const withoutAddress = ({ contact: _, ...candidate }: Candidate): Candidate => candidate;
const unreachable = (n: number): Candidate =>
  measured(n, { metrics: { kind: 'unreachable', at, because: 'it is private' } });

async function world(candidates: readonly Candidate[], spec: Partial<CampaignSpecInput> = {}) {
  const product = await freshProduct();
  await withCampaign(product, aCampaign({ spec: aSpec(spec), status: 'measuring' }));
  await product.candidates.putAll(candidates);
  return product;
}
const score = (product: Product, influencerIds: readonly string[]) =>
  scoreCandidates(product)({ campaignId: 'c1', influencerIds: [...influencerIds], at });
const shortlist = (product: Product) => shortlistCandidates(product)({ campaignId: 'c1', at });
const ranked = async (product: Product) => {
  const ranks: [string, number][] = [];
  for await (const { influencerId, shortlistRank } of product.candidates.all('c1'))
    if (shortlistRank !== undefined) ranks.push([influencerId, shortlistRank]);
  return ranks.toSorted((a, b) => a[1] - b[1]);
};
const ids = (count: number) => Array.from({ length: count }, (_, n) => `i${n + 1}`);

describe('scoring', () => {
  it('stores a score with its reasons for each of a batch, and counts who could be shortlisted', async () => {
    const product = await world([measured(1), withoutAddress(measured(2)), unreachable(3)]);
    expect(await score(product, [...ids(3), 'gone'])).toEqual({ scored: 3, eligible: 1 });
    const [good, mute] = await product.candidates.getMany('c1', ids(2));
    expect(good?.score?.exclusions).toEqual([]);
    expect(good?.score?.parts.every(({ reason }) => reason.length > 0)).toBe(true);
    expect(mute?.score?.exclusions).toHaveLength(1);
  });

  it('says that it has begun, and takes back nothing that came later', async () => {
    const product = await world([measured(1)]);
    await score(product, ids(1));
    expect(await product.campaigns.get('c1')).toMatchObject({ status: 'scoring' });
    for (const status of ['awaiting-approval', 'running', 'cancelled'] as const) {
      await product.campaigns.change('c1', { status });
      await score(product, ids(1));
      expect(await product.campaigns.get('c1')).toMatchObject({ status });
    }
  });

  it('the same again changes nothing', async () => {
    const product = await world([measured(1)]);
    await score(product, ids(1));
    const before = await product.candidates.getMany('c1', ids(1));
    await score(product, ids(1));
    expect(await product.candidates.getMany('c1', ids(1))).toEqual(before);
  });
});

describe('the shortlist', () => {
  const nine = () => [
    ...Array.from({ length: 7 }, (_, n) => measured(n + 1)),
    withoutAddress(measured(8)),
    unreachable(9),
  ];

  it('takes twice as many as are wanted, best first, and counts what it came to', async () => {
    const product = await world(nine(), { wanted: 2, budget: { amount: 200_000, currency: 'INR' } });
    await score(product, ids(9));
    expect(await shortlist(product)).toEqual({ shortlisted: 4, approval: 'automatic', approvalDeadline: at });
    expect((await ranked(product)).map(([, rank]) => rank)).toEqual([1, 2, 3, 4]);
    expect(await product.campaigns.get('c1')).toMatchObject({
      counts: { measured: 8, unreachable: 1, eligible: 7, shortlisted: 4 },
    });
  });

  it('keeps to what the budget can pay', async () => {
    const compensation = { floor: 1500, ceiling: 9000 };
    const product = await world(nine(), { wanted: 5, compensation, budget: { amount: 3500, currency: 'INR' } });
    await score(product, ids(9));
    const { shortlisted } = await shortlist(product);
    expect(shortlisted).toBeGreaterThan(0);
    expect(shortlisted).toBeLessThan(7);
  });

  it('drawn again is the same', async () => {
    const product = await world(nine());
    await score(product, ids(9));
    const first = [await shortlist(product), await ranked(product)];
    expect([await shortlist(product), await ranked(product)]).toEqual(first);
  });

  it('waits for a person where the campaign says so, until the deadline', async () => {
    const product = await world(nine(), { approval: { mode: 'person', withinHours: 48 } });
    await score(product, ids(9));
    expect(await shortlist(product)).toMatchObject({ approval: 'person', approvalDeadline: days(2) });
    expect(await product.campaigns.get('c1')).toMatchObject({
      status: 'awaiting-approval',
      approval: { deadline: days(2) },
    });
  });

  it('leaves out who is promised to another brand of the category, with the reason, and draws the next', async () => {
    const product = await world(nine(), { wanted: 2, budget: { amount: 200_000, currency: 'INR' } });
    await score(product, ids(9));
    await shortlist(product);
    const [[first] = ['']] = await ranked(product);
    const { brand } = aSpec();
    const rival = aSpec({ name: 'Rival week', brand: { ...brand, name: 'Dew & Co' } });
    await withCampaign(product, aCampaign({ campaignId: 'c2', spec: rival }));
    await product.collaborations.createAll([aCollaboration('confirmed', { campaignId: 'c2', influencerId: first })]);
    expect(await shortlist(product)).toMatchObject({ shortlisted: 4 });
    expect((await ranked(product)).map(([id]) => id)).not.toContain(first);
    const [promised] = await product.candidates.getMany('c1', [first]);
    expect(promised?.score?.exclusions).toEqual([expect.stringMatching(/^promised elsewhere: they work for Dew & Co/)]);
    expect(promised?.score?.evidence?.at(-1)).toMatchObject({
      effect: 'exclusion',
      words: 'our campaign "Rival week"',
    });
  });

  it('with nobody on it bothers no approver, and tells the ops team why', async () => {
    const product = await world([withoutAddress(measured(1)), unreachable(2)], {
      approval: { mode: 'person', withinHours: 48 },
    });
    await score(product, ids(2));
    expect(await shortlist(product)).toMatchObject({ shortlisted: 0, approval: 'automatic' });
    const [item] = await product.attention.open('c1');
    expect(item?.because).toMatch(/^Nobody is on the shortlist\. 1 x .+; 1 x .+/);
  });

  it('of a campaign without candidates says that', async () => {
    const product = await world([]);
    await shortlist(product);
    expect(await product.attention.open('c1')).toMatchObject([
      { because: 'Nobody is on the shortlist. There are no candidates.' },
    ]);
  });

  it('does not bring back a campaign that was cancelled meanwhile', async () => {
    const product = await world(nine(), { approval: { mode: 'person' } });
    await score(product, ids(9));
    await product.campaigns.change('c1', { status: 'cancelled' });
    await shortlist(product);
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });
});

describe('shared followers', () => {
  const people = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `person.${from + n}`);
  const sendList = (product: Product, n: number, handles: readonly string[]) =>
    product.followerHistories.putListed({
      influencerId: `i${n}`,
      profile: { platform: 'instagram', handle: `creator.${n}` },
      at,
      sketch: followerSketch('instagram', handles, product.sign),
    });
  const sharesOf = async (product: Product, id: string) =>
    (await product.candidates.getMany('c1', [id])).flatMap(({ sharedFollowers = [] }) => sharedFollowers);

  it('are measured where both have a list and estimated elsewhere, and each pair says which', async () => {
    const product = await world([measured(1), measured(2), measured(3)]);
    await sendList(product, 1, people(0, 200));
    await sendList(product, 2, people(150, 450));
    await score(product, ids(3));
    await shortlist(product);
    const [counted, taken] = await sharesOf(product, 'i1');
    expect(counted).toEqual({ influencerId: 'i2', share: 0.25, basis: 'measured' });
    expect(taken).toMatchObject({ influencerId: 'i3', basis: 'estimated' });
    expect((await sharesOf(product, 'i3')).map(({ basis }) => basis)).toEqual(['estimated', 'estimated']);
  });

  it('keep one of two off the list who reach the same people', async () => {
    const draw = async (lists: readonly (readonly [number, readonly string[]])[]) => {
      const product = await world([measured(1), measured(2), measured(3)], { wanted: 1 });
      for (const [n, handles] of lists) await sendList(product, n, handles);
      await score(product, ids(3));
      await shortlist(product);
      return (await ranked(product)).map(([id]) => id);
    };
    expect(await draw([])).toEqual(['i1', 'i2']);
    expect(
      await draw([
        [1, people(0, 200)],
        [2, people(0, 200)],
      ]),
    ).toEqual(['i1', 'i3']);
  });

  it('are told anew when the list is drawn again', async () => {
    const product = await world([measured(1), measured(2)]);
    await score(product, ids(2));
    await shortlist(product);
    expect((await sharesOf(product, 'i1')).map(({ basis }) => basis)).toEqual(['estimated']);
    await sendList(product, 1, people(0, 200));
    await sendList(product, 2, people(150, 250));
    await shortlist(product);
    expect(await sharesOf(product, 'i1')).toEqual([{ influencerId: 'i2', share: 0.5, basis: 'measured' }]);
  });
});
