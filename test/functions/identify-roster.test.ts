import { expect, test } from 'vitest';
import { identifyCandidates } from '#functions/identify-candidates/identify-candidates.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { addressHash } from '#shared/domain/address.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { costPerEngagement, type EarlierCollaboration, historyValue } from '#shared/domain/import/history.ts';
import { aCandidate, aCollaboration, at, days, inr } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { freshProduct, type Product, sign, withCampaign } from '#test/support/product/product.ts';

const member = (status: Collaboration['status'], influencerId: string, over: Partial<Collaboration> = {}) => {
  const email = `${influencerId}@example.com`;
  return aCollaboration(status, {
    campaignId: 'old',
    influencerId,
    name: influencerId,
    threadId: `t-${influencerId}`,
    profile: { platform: 'instagram', handle: `${influencerId}.glow` },
    contact: { email, source: 'list.csv line 2', obtainedAt: at, basis: 'published-business-address' },
    addressHash: addressHash(email, sign),
    ...over,
  });
};

async function worldWith(
  members: readonly Collaboration[],
  sources: CampaignSpecInput['sources'] = [{ kind: 'roster' }],
) {
  const product = await freshProduct();
  await withCampaign(
    product,
    aCampaign({ campaignId: 'old', status: 'finished', spec: aSpec({ name: 'Winter Glow' }) }),
    members,
  );
  await withCampaign(product, aCampaign({ spec: aSpec({ sources }), status: 'identifying' }));
  await product.roster.remember(
    new Map(members.map(one => [`profile:instagram:${one.profile.handle}`, { influencerId: one.influencerId }])),
  );
  await identifyCandidates(product)({ campaignId: 'c1', at });
  return product;
}
async function candidatesOf(product: Product): Promise<Candidate[]> {
  const all: Candidate[] = [];
  for await (const { influencerId } of product.candidates.all('c1'))
    all.push(...(await product.candidates.getMany('c1', [influencerId])));
  return all;
}

test('whom the brand worked with becomes a candidate with the results, the address and all that was known', async () => {
  const product = await freshProduct();
  const meera = member('settled', 'meera');
  await withCampaign(
    product,
    aCampaign({ campaignId: 'old', status: 'finished', spec: aSpec({ name: 'Winter Glow' }) }),
    [meera],
  );
  await product.candidates.putAll([
    aCandidate({
      campaignId: 'old',
      influencerId: 'meera',
      profiles: [
        { platform: 'instagram', handle: 'meera.glow' },
        { platform: 'blog', handle: 'meera.in' },
      ],
      topics: ['skincare'],
    }),
  ]);
  await product.posts.put('old', 'meera', { url: 'https://x.example/p', at, likes: 900, comments: 100 });
  await withCampaign(product, aCampaign({ spec: aSpec({ sources: [{ kind: 'roster' }] }), status: 'identifying' }));
  await product.roster.remember(new Map([['profile:instagram:meera.glow', { influencerId: 'meera' }]]));
  await identifyCandidates(product)({ campaignId: 'c1', at });
  expect(await candidatesOf(product)).toMatchObject([
    {
      influencerId: 'meera',
      profiles: [{ handle: 'meera.glow' }, { handle: 'meera.in' }],
      topics: ['skincare'],
      contact: { email: 'meera@example.com', basis: 'earlier-collaboration' },
      sightings: [
        { source: 'roster', tag: expect.stringMatching(/^worked with us before: settled in Winter Glow, ₹/) },
      ],
      history: [{ campaign: 'Winter Glow', status: 'settled', engagements: 1000, orders: 0 }],
    },
  ]);
});

test('somebody from a list is known with their history', async () => {
  const text = 'name,instagram,followers\nMeera the Great,meera.glow,9000\n';
  const product = await worldWith(
    [member('settled', 'meera')],
    [{ kind: 'file', text, name: 'a.csv' }, { kind: 'roster' }],
  );
  expect(await candidatesOf(product)).toMatchObject([
    { name: 'Meera the Great', claimed: { followers: 9000 }, history: [{ status: 'settled' }] },
  ]);
});

test('nobody comes back who only declined, was never heard of, or is another brand’s', async () => {
  const product = await worldWith([member('declined', 'a'), member('unresponsive', 'b')]);
  expect(await candidatesOf(product)).toEqual([]);
  const other = await freshProduct();
  const brand = { ...specInput().brand, name: 'Somebody Else' };
  await withCampaign(other, aCampaign({ campaignId: 'old', spec: aSpec({ brand }) }), [member('settled', 'meera')]);
  await withCampaign(other, aCampaign({ spec: aSpec({ sources: [{ kind: 'roster' }] }), status: 'identifying' }));
  await identifyCandidates(other)({ campaignId: 'c1', at });
  expect(await candidatesOf(other)).toEqual([]);
});

test('who complained never returns, from whatever source; who was excluded is not brought back', async () => {
  const product = await freshProduct();
  const members = [member('settled', 'meera'), member('settled', 'asha')];
  await withCampaign(
    product,
    aCampaign({ campaignId: 'old', status: 'finished', spec: aSpec({ name: 'Winter Glow' }) }),
    members,
  );
  await withCampaign(product, aCampaign({ campaignId: 'older', status: 'finished', spec: aSpec({ name: 'Autumn' }) }), [
    member('excluded', 'asha', { campaignId: 'older', threadId: 't-2' }),
  ]);
  const text = 'name,instagram\nMeera,meera.glow\nNew,new.glow\n';
  const sources: CampaignSpecInput['sources'] = [{ kind: 'roster' }, { kind: 'file', text, name: 'a.csv' }];
  await withCampaign(product, aCampaign({ spec: aSpec({ sources }), status: 'identifying' }));
  await product.roster.remember(new Map([['profile:instagram:meera.glow', { influencerId: 'meera' }]]));
  await product.suppressions.add(addressHash('meera@example.com', sign), 'complaint', at);
  await identifyCandidates(product)({ campaignId: 'c1', at });
  expect((await candidatesOf(product)).map(({ name }) => name)).toEqual(['New']);
  const { rejectedRows, counts } = await product.campaigns.get('c1');
  expect(rejectedRows.map(({ source, line, because }) => `${source} ${line}: ${because}`)).toEqual([
    expect.stringMatching(/^roster 1: asha was excluded from Autumn: /),
    'roster 2: meera may not be written to any more (complaint)',
    'a.csv 2: meera may not be written to any more (complaint)',
  ]);
  expect(counts).toMatchObject({ rows: 4, rejectedRows: 3, duplicates: 0, candidates: 1 });
});

const earlier = (over: Partial<EarlierCollaboration> = {}): EarlierCollaboration => ({
  campaignId: 'old',
  campaign: 'Winter Glow',
  status: 'settled',
  at: days(-60),
  cost: inr(9500),
  engagements: 1000,
  orders: 3,
  revenue: inr(12_000),
  onTime: true,
  ...over,
});

test('history.v1: what was delivered counts, in time and with orders more, and what broke off counts against', () => {
  expect(historyValue([earlier()])).toEqual({
    formula: 'history.v1',
    value: 100,
    reason: 'worked with us before: settled in Winter Glow, ₹9,500, ₹9.50 an engagement, 3 orders, on time',
  });
  expect(historyValue([earlier({ onTime: false, orders: 0 })])?.value).toBe(60);
  expect(historyValue([earlier(), earlier({ status: 'confirmed' })])?.value).toBe(50);
  expect(historyValue([earlier({ status: 'declined' })])).toBeUndefined();
  expect(costPerEngagement(earlier({ engagements: 0 }))).toBeUndefined();
});

test('who asked to be forgotten is refused in a list, by an address of which only the hash is kept', async () => {
  const product = await freshProduct();
  const text = 'name,email,instagram\nMeera,meera@example.com,meera.glow\nZoya,zoya@example.com,zoya.skin';
  await withCampaign(product, aCampaign({ spec: aSpec({ sources: [{ kind: 'csv', text }] }), status: 'identifying' }));
  const known = { influencerId: 'i-gone', erased: true } as const;
  await product.roster.remember(new Map([[`address:${addressHash('meera@example.com', sign)}`, known]]));
  await identifyCandidates(product)({ campaignId: 'c1', at });
  expect((await candidatesOf(product)).map(({ name }) => name)).toEqual(['Zoya']);
  const { rejectedRows } = await product.campaigns.get('c1');
  expect(rejectedRows).toMatchObject([{ line: 2, because: 'they asked us to forget them' }]);
});

test('who was erased never comes back from the roster, whatever address they shared', async () => {
  const product = await worldWith([
    member('settled', 'gone', { erasedAt: at, name: '(erased)' }),
    member('settled', 'zoya'),
  ]);
  expect((await candidatesOf(product)).map(({ influencerId }) => influencerId)).toEqual(['zoya']);
});
