import { describe, expect, it } from 'vitest';
import { trackResults } from '#functions/track-results/track-results.ts';
import type { Collaboration, VerifiedPost } from '#shared/domain/collaboration.ts';
import { advance } from '#shared/operations/advance.ts';
import { aCandidate, aPost, at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { agreedPost, broken, memoryPlatform, postFound, profileFound } from '#test/support/product/platforms.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';

const url = 'https://www.instagram.com/p/DaBcDeF/';
const today = days(10);
const brand = { ...specInput().brand, profiles: [{ platform: 'instagram', handle: 'meadow.botanics' }] } as const;
const campaign = aCampaign({ spec: aSpec({ brand: { ...brand, profiles: [...brand.profiles] } }) });

const briefed = {
  sent: [{ purpose: 'brief', number: 1, at: days(1) }],
  link: { code: 'k3v9x2m1qa', url: 'https://go.meadow.example/l/k3v9x2m1qa' },
  coupon: 'ASHA10',
} as const;
const confirmed = (over: Parameters<typeof aMember>[1] = {}) => aMember('confirmed', { ...briefed, ...over });
const post: VerifiedPost = {
  url,
  publishedAt: days(5),
  checkedAt: days(6),
  disclosure: { found: true, label: '#ad', problems: [] },
  mentionsLinkOrCoupon: true,
};
const verified = () => aMember({ status: 'verified', since: days(6), terms: someTerms(), post }, briefed);

async function world(members: readonly Collaboration[], instagram = memoryPlatform()) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return { ...product, instagram, sources: { instagram } };
}
type World = Awaited<ReturnType<typeof world>>;
const track = (given: World, when = today) => trackResults(given)({ campaignId: 'c1', at: when });
const asha = (given: World) => given.collaborations.get('c1', 'i1');

describe('a post that nobody told us of', () => {
  const publishing = (text: string, when = days(8)) =>
    memoryPlatform('instagram', {
      'asha.glow': profileFound({ posts: [aPost({ text, at: when, url }), aPost({ text: 'breakfast', at: days(7) })] }),
    });

  it.each([
    ['the coupon', 'so good! use asha10'],
    ['the link', 'so good! go.meadow.example/l/k3v9x2m1qa'],
    ['the brand', 'so good! Thank you Meadow Botanics'],
    ['the profile of the brand', 'so good! @meadow.botanics'],
    ['the hashtag of the brand', 'so good! #meadowbotanics'],
  ])('is found by %s', async (_, text) => {
    const given = await world([confirmed()], publishing(text));
    await track(given);
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: url });
  });

  it.each([
    ['names somebody else', publishing('so good! Meadowland Botanicals')],
    ['is older than the brief', publishing('Thank you Meadow Botanics', days(0))],
    ['is on a platform that does not answer', memoryPlatform('instagram', { 'asha.glow': broken })],
  ])('is not one that %s', async (_, instagram) => {
    const given = await world([confirmed()], instagram);
    await track(given);
    expect(await asha(given)).toMatchObject({ status: 'confirmed' });
  });

  it('is left alone while a person talks to them', async () => {
    const given = await world([confirmed({ heldForPerson: 'they ask something' })], publishing('use asha10'));
    await track(given);
    expect(await asha(given)).toMatchObject({ status: 'confirmed' });
  });

  it('that was refused is not brought up every day, but again once it is labelled', async () => {
    const instagram = publishing('use asha10');
    const given = await world([confirmed()], instagram);
    await track(given);
    await advance(given)('c1', 'i1', { kind: 'post-refused', because: 'it is not labelled' }, days(10.1));
    await advance(given)('c1', 'i1', { kind: 'handed-back', by: 'Meera' }, days(10.2));
    await track(given, days(11));
    expect(await asha(given)).toMatchObject({ status: 'confirmed' });
    instagram.profiles.set('asha.glow', [
      profileFound({ posts: [aPost({ text: '#ad use asha10', at: days(8), url })] }),
    ]);
    await track(given, days(12));
    expect(await asha(given)).toMatchObject({ status: 'published' });
  });

  it('on a blog is looked for in the feed that the source named', async () => {
    const feeds: (string | undefined)[] = [];
    const blog = memoryPlatform('blog', { 'asha.example': profileFound({ posts: [] }) });
    const given = await world([confirmed({ profile: { platform: 'blog', handle: 'asha.example' } })]);
    await given.candidates.putAll([aCandidate({ feedUrl: 'https://asha.example/odd/feed' })]);
    const sources = {
      blog: {
        ...blog,
        metrics: async (...[ref, options]: Parameters<typeof blog.metrics>) => {
          feeds.push(options.feedUrl);
          return blog.metrics(ref, options);
        },
      },
    };
    await trackResults({ ...given, sources })({ campaignId: 'c1', at: today });
    expect(feeds).toEqual(['https://asha.example/odd/feed']);
  });
});

describe('counts', () => {
  it('of posts that are up are taken anew; a platform that is silent leaves the old ones', async () => {
    const instagram = memoryPlatform('instagram', {}, { [url]: [agreedPost(days(5)), broken] });
    const given = await world([verified()], instagram);
    await track(given);
    await track(given, days(11));
    expect((await given.posts.ofCampaign('c1')).get('i1')).toEqual({ url, at: today, likes: 210, comments: 14 });
  });

  it('that are hidden are unknown and no zero', async () => {
    const answer = postFound('#ad Meadow Botanics', { at: days(5), views: 900 });
    if (answer.kind !== 'found') throw new Error('unreachable');
    const { likes: _, comments: __, ...hidden } = answer.post;
    const given = await world([verified()], memoryPlatform('instagram', {}, { [url]: { ...answer, post: hidden } }));
    await track(given);
    expect((await given.posts.ofCampaign('c1')).get('i1')).toEqual({ url, at: today, views: 900 });
    expect(await given.snapshots.ofCampaign('c1')).toMatchObject([{ engagements: 0, views: 900 }]);
  });
});

describe('the snapshot', () => {
  it('sums what everybody cost and brought', async () => {
    const second = 'https://www.instagram.com/p/SeCoNd/';
    const instagram = memoryPlatform(
      'instagram',
      { 'meadow.botanics': profileFound({ followers: 12_345 }) },
      {
        [url]: agreedPost(days(5)),
        [second]: postFound('#ad Meadow Botanics', { at: days(6), likes: 90, comments: 6, views: 4000 }),
      },
    );
    const other = anotherMember(
      2,
      {
        status: 'verified',
        since: days(7),
        terms: someTerms({ fee: inr(2500), perSalePercent: 10 }),
        post: { ...post, url: second },
      },
      { link: { code: 'second', url: 'https://go.meadow.example/l/second' } },
    );
    const given = await world([verified(), other, anotherMember(3, 'invited')], instagram);
    await given.campaigns.commit('c1', 'i1', inr(4000));
    for (const [clickId, isBot] of [
      ['a', false],
      ['b', false],
      ['robot', true],
    ] as const)
      await given.links.click({ clickId, code: 'second', campaignId: 'c1', influencerId: 'i2', at: days(8) }, isBot);
    await given.orders.upsert({
      source: 'shopify:meadow',
      externalId: '1001',
      campaignId: 'c1',
      influencerId: 'i2',
      by: 'link',
      evidence: 'click a',
      placedAt: days(8),
      updatedAt: days(8),
      total: inr(1000),
      refunded: inr(200),
      refunds: {},
      counts: true,
    } as Parameters<typeof given.orders.upsert>[0]);
    await track(given);
    expect(await given.snapshots.ofCampaign('c1')).toEqual([
      {
        campaignId: 'c1',
        at: today,
        funnel: { verified: 2, invited: 1 },
        // 4,000 and 2,500 + 10 % of the 800 that were not refunded.
        spend: 658_000,
        committed: 400_000,
        clicks: 2,
        orders: 1,
        revenue: 80_000,
        engagements: 210 + 14 + 90 + 6,
        views: 4000,
        brandFollowers: { 'instagram:meadow.botanics': 12_345 },
      },
    ]);
  });

  it('leaves out followers that can not be seen today', async () => {
    const given = await world([], memoryPlatform('instagram', { 'meadow.botanics': broken }));
    await track(given);
    expect(await given.snapshots.ofCampaign('c1')).toMatchObject([{ brandFollowers: {}, funnel: {}, spend: 0 }]);
  });
});

describe('the answer', () => {
  it('asks for a report every seven days, and for the next look tomorrow at seven', async () => {
    const given = await world([]);
    // 10:00 in Kolkata on the sixth day, and on the seventh.
    expect(await track(given, '2026-03-08T04:30:00.000Z')).toEqual({
      nextTrackAt: '2026-03-09T01:30:00.000Z',
      reportDue: false,
      ended: false,
    });
    expect(await track(given, '2026-03-09T01:30:00.000Z')).toMatchObject({ reportDue: true });
    await given.campaigns.change('c1', { lastReportAt: '2026-03-09T01:30:00.000Z' });
    expect(await track(given, '2026-03-15T01:30:00.000Z')).toMatchObject({ reportDue: false });
    expect(await track(given, '2026-03-16T01:30:00.000Z')).toMatchObject({ reportDue: true });
  });

  it('at the end asks for no progress report and says so', async () => {
    const given = await world([]);
    expect(await track(given, campaign.endsAt)).toEqual({
      nextTrackAt: campaign.endsAt,
      reportDue: false,
      ended: true,
    });
  });

  it('never looks later than the end', async () => {
    const given = await world([]);
    expect(await track(given, '2026-04-15T03:00:00.000Z')).toMatchObject({
      nextTrackAt: campaign.endsAt,
      ended: false,
    });
    expect(at < campaign.endsAt).toBe(true);
  });
});

describe('an experiment with the invitation', () => {
  it('is judged each day; the winner stays', async () => {
    const outreach = { ...specInput().outreach, experiment: { b: { subject: 'B' } } };
    const trying = aCampaign({ spec: aSpec({ outreach }) });
    const members = Array.from({ length: 40 }, (_, n) => {
      const variant = n % 2 ? 'b' : 'a';
      const sent = [{ purpose: 'invitation', number: 1, at: days(n / 1000), variant }] as const;
      return anotherMember(n, 'invited', { sent, ...(variant === 'b' && { interestedAt: days(1) }) });
    });
    const product = await freshProduct();
    await withCampaign(product, trying, members);
    const tracked = async (when: string) => {
      await trackResults({ ...product, sources: {} })({ campaignId: 'c1', at: when });
      return (await product.campaigns.get('c1')).experiment;
    };
    expect(await tracked(days(2))).toMatchObject({ a: { decided: 0 }, b: { decided: 20 }, evidence: 1 });
    const judged = await tracked(days(9));
    expect(judged).toMatchObject({ a: { sent: 20, decided: 20, successes: 0 }, winner: 'b' });
    expect(await tracked(days(10))).toEqual(judged);
  });
});
