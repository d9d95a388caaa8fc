import { beforeAll, describe, expect, test } from 'vitest';
import { erasePeople } from '#functions/erase-people/erase-people.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import { threadId } from '#shared/domain/thread.ts';
import { vaultOf } from '#shared/lib/vault.ts';
import { askErasure } from '#shared/operations/erasure/ask-erasure.ts';
import { keepReport } from '#shared/operations/report-files.ts';
import { reportNow } from '#shared/operations/report-now.ts';
import { stakeholderThread } from '#shared/operations/send-notice.ts';
import type { InMessage, OutMessage } from '#shared/ports/messages.ts';
import { dynamoConnections } from '#shared/repositories/connections.ts';
import * as audience from '#shared/repositories/shapes/audience.ts';
import * as campaignShapes from '#shared/repositories/shapes/campaign.ts';
import * as candidateShapes from '#shared/repositories/shapes/candidate.ts';
import * as collaborationShapes from '#shared/repositories/shapes/collaboration.ts';
import * as records from '#shared/repositories/shapes/records.ts';
import { aCandidate, at, days, inr, progressIn } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { everythingIn } from '#test/support/product/database.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, sign, withCampaign } from '#test/support/product/product.ts';

/** Nothing that is kept may hold one of these. */
const names = /meera|nair|98450|kochi diaries/i;

const meera = {
  name: 'Meera Nair',
  email: 'meera.nair@mail.example',
  instagram: { platform: 'instagram', handle: 'meera.glow' },
  blog: { platform: 'blog', handle: 'meera-writes.example' },
} as const;
const influencerId = 'i-0123456789abcdef';
const contact = {
  ...aCandidate().contact,
  email: meera.email,
  source: 'meera.csv',
  obtainedAt: at,
  basis: 'consent',
} as const;
const shop = { kind: 'shopify', domain: 'meadow.myshopify.com' } as const;

const member = (campaignId: string, progress: Parameters<typeof aMember>[0], over: Partial<Collaboration> = {}) =>
  aMember(progress, {
    campaignId,
    influencerId,
    name: meera.name,
    contact,
    profile: meera.instagram,
    threadId: threadId(campaignId, influencerId, sign),
    ...over,
  } as Parameters<typeof aMember>[1]);

const campaignOf = (campaignId: string, over: Parameters<typeof aCampaign>[0] = {}) =>
  aCampaign({
    campaignId,
    counts: { candidates: 2 },
    spec: aSpec({
      tracking: { shop },
      sources: [
        { kind: 'file', upload: `u-${campaignId}`, name: 'Meera Nair and others.csv' },
        { kind: 'csv', text: 'name,instagram\nMeera Nair,meera.glow' },
        {
          kind: 'profiles',
          profiles: [
            { platform: 'instagram', handle: 'https://instagram.com/Meera.Glow' },
            { platform: 'instagram', handle: 'zoya.skin' },
          ],
        },
      ],
    }),
    rejectedRows: [{ source: 'file', line: 3, because: '"meera.glow" stands in more than 1000 rows' }],
    ...over,
  });

const mailIn = (id: string): InMessage => ({
  direction: 'in',
  id,
  at: days(1),
  from: meera.email,
  subject: 'Re: Monsoon',
  text: 'Love, Meera. Call me: 98450 12345',
  rawKey: `inbound/${id}`,
  kind: 'human',
});

const mailOut = (purpose: OutMessage['purpose'], number: number): OutMessage => ({
  direction: 'out',
  purpose,
  number,
  state: 'claimed',
  claimedAt: at,
  subject: 'Meera Nair, a question',
  text: 'Hello Meera Nair, we saw https://instagram.com/meera.glow',
});

/** Meera in four campaigns, in each with all that a campaign can hold, beside Zoya. */
async function world(): Promise<Product> {
  const product = await freshProduct();
  const wait = { taskToken: 'reopening', whileIn: ['declined', 'unresponsive'] } as const;
  const post = { url: 'https://instagram.com/p/meera.glow', publishedAt: at, checkedAt: at };
  const disclosure = { found: true, label: '#ad', problems: [] };
  const vouched = { by: 't-1', note: 'Meera showed me' };
  const checked = { ...post, disclosure, mentionsLinkOrCoupon: true, vouched };
  const verified = { ...progressIn('verified'), post: checked } as Parameters<typeof aMember>[0];
  const settled = { ...progressIn('settled'), post: checked } as Parameters<typeof aMember>[0];
  const coupon = 'MEERAGLOW10';
  await withCampaign(product, campaignOf('c1'), [
    member('c1', verified, { coupon, link: { code: 'aa', url: 'https://go.meadow.example/l/aa' } }),
    aMember('invited', { campaignId: 'c1', influencerId: 'i-zoya', name: 'Zoya Khan', threadId: 't-zoya' }),
  ]);
  await withCampaign(product, campaignOf('c2', { status: 'finished' }), [member('c2', settled)]);
  await withCampaign(product, campaignOf('c3'), [
    member('c3', { status: 'declined', since: at, because: 'Meera is away' }, { waiting: wait }),
  ]);
  await withCampaign(product, campaignOf('c4'), [
    member('c4', 'negotiating', { waiting: { taskToken: 'answer', whileIn: ['negotiating'] }, owner: 'Priya' }),
  ]);
  const rejectedRows = [{ source: 'roster', line: 1, because: 'Meera Nair may not be written to any more' }];
  await withCampaign(
    product,
    aCampaign({ campaignId: 'c5', rejectedRows, spec: aSpec({ sources: [{ kind: 'roster' }] }) }),
  );
  await product.campaigns.commit('c1', influencerId, inr(4000));
  await product.campaigns.commit('c2', influencerId, inr(4000));
  for (const campaignId of ['c1', 'c2', 'c3', 'c4']) await fill(product, campaignId);
  await fillRest(product, coupon);
  return product;
}

async function fill(product: Product, campaignId: string): Promise<void> {
  const thread = { threadId: threadId(campaignId, influencerId, sign), campaignId, influencerId };
  const row = {
    name: meera.name,
    profiles: [meera.blog],
    email: meera.email,
    languages: [],
    topics: [],
    claimed: {},
    sighting: { source: 'x', line: 1 },
    raw: { phone: '98450 12345' },
  };
  await product.candidates.putAll([
    aCandidate(
      { campaignId, influencerId, name: meera.name, profiles: [meera.instagram, meera.blog], contact, evidence: [row] },
      { profile: meera.instagram, name: 'Kochi Diaries', publishedEmail: 'hi@meera-writes.example' },
    ),
  ]);
  await product.collaborations.record(campaignId, influencerId, {
    at,
    from: 'invited',
    version: 1,
    event: { kind: 'asked', about: 'Meera wants more', via: 'mail' },
  });
  const out = mailOut('invitation', 1);
  await product.messages.claim(thread, out);
  await product.messages.markSent(thread, out, `ses-${campaignId}`, at);
  await product.messages.receive(thread, mailIn(`in-${campaignId}`));
  await product.mails.write(`inbound/in-${campaignId}`, 'From: Meera Nair', 'message/rfc822');
  await product.attention.raise({
    campaignId,
    influencerId,
    id: 'a1',
    raisedAt: at,
    name: meera.name,
    because: 'they booked a call',
    quote: 'Meera here',
    options: [],
  });
  await product.calls.book(campaignId, days(2), { influencerId, at });
  await product.posts.put(campaignId, influencerId, { url: 'https://instagram.com/p/meera.glow', at, likes: 50 });
  const campaign = await product.campaigns.get(campaignId);
  const [stakeholder = ''] = campaign.spec.stakeholders;
  await product.messages.claim(stakeholderThread(campaignId, stakeholder), mailOut('progress-report', 7));
  await product.messages.claim(stakeholderThread(campaignId, stakeholder), mailOut('approval-request', 1));
  const report = await reportNow(product, campaign, 'progress', at);
  await keepReport(product.files, { campaignId, kind: 'progress', number: 7 }, report);
  await product.files.write(`uploads/u-${campaignId}`, 'name\nMeera Nair', 'text/csv');
}

async function fillRest(product: Product, coupon: string): Promise<void> {
  const owner = { campaignId: 'c1', influencerId };
  await product.roster.remember(
    new Map([
      ['profile:instagram:meera.glow', { influencerId, apart: ['profile:instagram:zoya.skin'] }],
      ['profile:instagram:zoya.skin', { influencerId: 'i-zoya', apart: ['profile:instagram:meera.glow', 'x'] }],
      [`address:${member('c1', 'invited').addressHash}`, { influencerId }],
    ]),
  );
  await product.followerHistories.putAll([{ influencerId, profile: meera.instagram, snapshots: [] }]);
  const sketch = { followers: 2, hashes: 'AAAA' };
  await product.followerHistories.putListed({ influencerId, profile: meera.instagram, at, sketch });
  const connections = dynamoConnections(product.table, vaultOf('a key of the tests'));
  const tokens = { accessToken: 'a', accessUntil: days(1), refreshToken: 'r', refreshUntil: days(9) };
  const account = { accountId: 'acc', influencerId, connectedAt: at, scopes: [], ...tokens };
  await connections.save({ ...account, profile: meera.instagram });
  await connections.save({ ...account, profile: meera.blog });
  await connections.forget(meera.blog);
  await product.links.create({ code: 'aa', ...owner, destination: 'https://meadow.example', createdAt: at });
  await product.links.click({ clickId: 'k1', code: 'aa', ...owner, at }, false);
  await product.links.createCoupon(shop.domain, coupon, owner);
  const sale = { source: 'shopify:meadow', ...owner, placedAt: days(1), updatedAt: days(1), total: inr(900) };
  const sold = { ...sale, refunded: inr(0), counts: true };
  await product.orders.upsert({ ...sold, externalId: '1', by: 'coupon', evidence: coupon });
  await product.orders.upsert({ ...sold, externalId: '2', by: 'link', evidence: 'k1' });
  await product.orders.refund({ source: 'shopify:meadow', externalId: '1', id: 'r1', amount: inr(100), at });
  await product.messages.keepUnmatched({ ...mailIn('nobody'), because: 'no thread' });
  await product.mails.write('inbound/nobody', 'From: Meera Nair', 'message/rfc822');
  await product.messages.isNewEvent('ses-c1 Delivery', at);
  const standing = { funnel: {}, spend: 1, committed: 1, clicks: 1, orders: 1, revenue: 1, engagements: 1, views: 1 };
  await product.snapshots.put({ campaignId: 'c1', at, ...standing, brandFollowers: {} });
  await product.suppressions.add('somebody-else', 'imported', at);
  const token = { id: 't-1', hash: 'h', name: 'ops', scopes: [], createdAt: at, expiresAt: days(9) };
  await product.tokens.create(token);
  await product.idempotency.begin('key', 'hash', at);
}

const bucket = ({ files, mails }: Product) =>
  [...files.kept, ...mails.kept].map(([key, bytes]) => `${key} ${new TextDecoder().decode(bytes)}`);

const figuresOf = async (product: Product, campaignId: string) => {
  const { figures } = await reportNow(product, await product.campaigns.get(campaignId), 'progress', days(5));
  return figures.map(({ id, value }) => [id, value]);
};

const hour = (n: number) => days(3 + n / 24);

describe('who asks to be forgotten', () => {
  let product: Product;
  let before: { kinds: Set<unknown>; c1: unknown; c2: unknown };
  let asked: Awaited<ReturnType<ReturnType<typeof askErasure>>>;
  const runs: unknown[] = [];
  let endedAtOnce: unknown;

  beforeAll(async () => {
    product = await world();
    const items = await everythingIn(product.table);
    before = {
      kinds: new Set(items.map(({ kind }) => kind)),
      c1: await figuresOf(product, 'c1'),
      c2: await figuresOf(product, 'c2'),
    };
    asked = await askErasure(product)({ address: 'Meera.Nair@mail.example' }, 't-1', hour(0));
    endedAtOnce = (await product.collaborations.get('c4', influencerId)).status;
    for (const n of [1, 2, 3]) runs.push(await erasePeople(product)({ at: hour(n) }));
  });

  test('stands in items of every kind before', async () => {
    const shapes = [audience, campaignShapes, candidateShapes, collaborationShapes, records].flatMap(module =>
      Object.values(module).flatMap(value => (typeof value === 'object' && 'kind' in value ? [value.kind] : [])),
    );
    expect(shapes.filter(kind => kind !== 'erasure' && !before.kinds.has(kind))).toEqual([]);
  });

  test('is told what will go, and who has to be paid', () => {
    expect(asked.erasure).toMatchObject({ influencerIds: [influencerId], askedBy: 't-1', askedAt: hour(0) });
    expect(asked.held).toMatchObject({ collaborations: 4, candidates: 8, messages: 8, 'raw-mails': 5, connections: 2 });
    expect(asked.owed).toEqual(
      expect.arrayContaining([
        { campaignId: 'c1', status: 'verified', amount: inr(4000) },
        { campaignId: 'c2', status: 'settled', amount: inr(4000) },
      ]),
    );
    expect(asked.coupons).toEqual([{ shop: shop.domain, code: 'MEERAGLOW10' }]);
  });

  test('is named nowhere afterwards', async () => {
    expect(runs).toEqual([
      { looked: 1, done: 0 },
      { looked: 1, done: 1 },
      { looked: 0, done: 0 },
    ]);
    const named = (await everythingIn(product.table)).filter(item => names.test(JSON.stringify(item)));
    expect(named).toEqual([]);
    expect(bucket(product).filter(file => names.test(file))).toEqual([]);
    expect(bucket(product).length).toBeGreaterThan(0);
  });

  test('leaves every figure as it was', async () => {
    expect(await figuresOf(product, 'c1')).toEqual(before.c1);
    expect(await figuresOf(product, 'c2')).toEqual(before.c2);
    const orders = await Array.fromAsync(product.orders.ofCampaign('c1'));
    expect(orders.map(({ total, refunded }) => [total, refunded])).toEqual([
      [inr(900), inr(100)],
      [inr(900), inr(0)],
    ]);
    const { committed } = (await product.campaigns.get('c1')).commitments;
    expect(committed).toBe(400_000);
  });

  test('ends by name in what was open, at once, and whoever waited is told', async () => {
    expect(endedAtOnce).toBe('withdrawn');
    const standing = async (campaignId: string) => (await product.collaborations.get(campaignId, influencerId)).status;
    expect(await Promise.all(['c1', 'c2', 'c3', 'c4'].map(standing))).toEqual([
      'settled',
      'settled',
      'declined',
      'withdrawn',
    ]);
    expect(product.waits.completed).toEqual(
      expect.arrayContaining([
        { taskToken: 'answer', output: { status: 'withdrawn' } },
        { taskToken: 'reopening', output: { status: 'withdrawn' } },
      ]),
    );
    expect(product.mailer.sent).toEqual([]);
  });

  test('is never written to again, and no list brings them back', async () => {
    const { addressHash } = member('c1', 'invited');
    expect(await product.suppressions.find(addressHash)).toBe('erasure');
    const known = await product.roster.lookup([`address:${addressHash}`, 'profile:instagram:zoya.skin']);
    expect(known.get(`address:${addressHash}`)).toEqual({ influencerId, erased: true });
    expect(known.get('profile:instagram:zoya.skin')).toEqual({ influencerId: 'i-zoya', apart: ['x'] });
  });

  test('is recorded without their data', async () => {
    const erasure = await product.erasures.find(asked.erasure.erasureId);
    expect(erasure).toMatchObject({ askedBy: 't-1', askedAt: hour(0), doneAt: hour(2) });
    expect(erasure?.traces).toBeUndefined();
    expect(erasure?.erased).toMatchObject({
      collaborations: 4,
      'raw-mails': 5,
      lists: 12,
      reports: 4,
      notices: 8,
      'rejected-rows': 5,
    });
    expect(erasure?.erasureId).toBe(`e-${shortHash(influencerId)}`);
  });

  test('leaves others alone', async () => {
    expect(await product.collaborations.get('c1', 'i-zoya')).toMatchObject({ name: 'Zoya Khan', status: 'invited' });
    const { sources } = (await product.campaigns.get('c1')).spec;
    expect(sources[2]).toMatchObject({ profiles: [{ handle: 'zoya.skin' }] });
  });
});
