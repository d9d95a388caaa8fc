import { describe, expect, it } from 'vitest';
import { verifyPost } from '#functions/verify-post/verify-post.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import { advance } from '#shared/operations/advance.ts';
import type { PostAnswer, ProfileMetricsSource } from '#shared/ports/platforms.ts';
import { aCandidate, days, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { aMember } from '#test/support/product/members.ts';
import { agreedPost, broken, memoryPlatform, postFound, refused, throttled } from '#test/support/product/platforms.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const url = 'https://www.instagram.com/reel/DaBcDeF/';
const postedAt = days(5);
const lookedAt = days(6);
const published = (over: Parameters<typeof aMember>[1] = {}, postUrl = url) =>
  aMember(
    { status: 'published', since: days(5.5), terms: someTerms(), postUrl },
    {
      sent: [{ purpose: 'brief', number: 1, at: days(1) }],
      link: { code: 'k3v9x2m1qa', url: 'https://go.meadow.example/l/k3v9x2m1qa' },
      coupon: 'ASHA10',
      ...over,
    },
  );

async function world(
  answers: PostAnswer | PostAnswer[],
  member: Collaboration = published(),
  more: Partial<Record<Platform, ProfileMetricsSource>> = {},
) {
  const product = await freshProduct();
  await withCampaign(product, aCampaign(), [member]);
  await product.candidates.putAll([aCandidate()]);
  const instagram = memoryPlatform('instagram', {}, { [url]: answers });
  return { ...product, instagram, sources: { instagram, ...more } };
}
type World = Awaited<ReturnType<typeof world>>;

const look = (given: World, over: { final?: boolean; at?: string } = {}) =>
  verifyPost(given)({ campaignId: 'c1', influencerId: 'i1', final: false, at: lookedAt, ...over });
const asha = ({ collaborations }: Pick<Product, 'collaborations'>) => collaborations.get('c1', 'i1');
const attention = async ({ attention: store }: Pick<Product, 'attention'>) =>
  (await store.open('c1')).map(({ because }) => because);

describe('a post as agreed', () => {
  it('is verified, with what was seen; its counts are kept', async () => {
    const given = await world(agreedPost(postedAt));
    expect(await look(given)).toEqual({ status: 'verified' });
    expect(await asha(given)).toMatchObject({
      status: 'verified',
      terms: someTerms(),
      post: {
        url,
        publishedAt: postedAt,
        checkedAt: lookedAt,
        disclosure: { found: true, label: '#ad' },
        mentionsLinkOrCoupon: true,
      },
    });
    expect(await given.posts.ofCampaign('c1')).toEqual(
      new Map([['i1', { url, at: lookedAt, likes: 210, comments: 14 }]]),
    );
  });

  it.each([
    ['the coupon in small letters', '#ad so good, asha10 saves you something', []],
    ['the tracking link, however it is written', '#ad so good', ['http://go.meadow.example/l/k3v9x2m1qa?utm=1']],
    ['the brand as a hashtag', '#ad so good #MeadowBotanics', []],
  ])('may carry %s', async (_, text, links) => {
    const given = await world(postFound(text, { at: postedAt }, links));
    expect(await look(given)).toEqual({ status: 'verified' });
  });

  it('without a count that the platform hides keeps it unknown', async () => {
    const hidden = postFound('#ad with Meadow Botanics', { at: postedAt });
    if (hidden.kind !== 'found') throw new Error('unreachable');
    const { likes: _, ...post } = hidden.post;
    const given = await world({ ...hidden, post });
    await look(given);
    expect((await given.posts.ofCampaign('c1')).get('i1')).toEqual({ url, at: lookedAt, comments: 20 });
  });

  it('on another platform than usual is looked for with their profile there', async () => {
    const video = 'https://youtu.be/dQw4w9WgXcQ';
    const youtube = memoryPlatform('youtube', {}, { [video]: agreedPost(postedAt) });
    const given = await world([], published({}, video), { youtube });
    const profiles = [...aCandidate().profiles, { platform: 'youtube', handle: 'ashaglow' } as const];
    await given.candidates.putAll([aCandidate({ profiles })]);
    expect(await look(given)).toEqual({ status: 'verified' });
    expect(given.instagram.asked).toEqual([]);
  });

  it('leaves the standing alone where nothing is published', async () => {
    const given = await world(agreedPost(postedAt), aMember('confirmed'));
    expect(await look(given)).toEqual({ status: 'confirmed' });
    expect(given.instagram.asked).toEqual([]);
  });
});

describe('a post that a person has to see', () => {
  it.each<[string, PostAnswer, string]>([
    [
      'is not labelled',
      postFound('My week with Meadow Botanics', { at: postedAt }),
      'not labelled as an advertisement',
    ],
    [
      'is not about us',
      postFound('#ad my new phone', { at: postedAt }),
      'names neither the brand nor the link or coupon',
    ],
    ['is older than the brief', agreedPost(days(-40)), 'was published on 2026-01-21, before the brief'],
    ['is not theirs, private or gone', { kind: 'missing', because: '@asha.glow shows no post' }, 'can not be seen'],
    ['needs credentials that we lack', refused, 'can not be seen: the token expired'],
  ])('because it %s goes back to confirmed and is held', async (_, answer, because) => {
    const given = await world(answer);
    expect(await look(given)).toEqual({ status: 'confirmed' });
    expect(await asha(given)).toMatchObject({ heldForPerson: expect.stringContaining(because), terms: someTerms() });
    expect(await attention(given)).toEqual([expect.stringContaining(url)]);
  });

  it('names all that is wrong at once', async () => {
    const given = await world(postFound('my new phone', { at: days(-40) }));
    await look(given);
    expect(await attention(given)).toEqual([
      expect.stringMatching(/before the brief, and names neither .* and is not labelled/),
    ]);
  });

  it('of the day of the brief is not older than it: many blogs know no hours', async () => {
    const given = await world(agreedPost(`${days(1).slice(0, 10)}T00:00:00.000Z`));
    expect(await look(given)).toEqual({ status: 'verified' });
  });

  it('that the person hands in again is taken as they saw it', async () => {
    const given = await world(postFound('My week with Meadow Botanics', { at: postedAt }));
    await look(given);
    await advance(given)('c1', 'i1', { kind: 'post-found', url, via: 'person' }, days(7));
    expect(await look(given, { at: days(7) })).toEqual({ status: 'verified' });
    expect(await asha(given)).toMatchObject({ post: { publishedAt: postedAt, disclosure: { found: false } } });
  });

  it('is vouched for where no platform shows it', async () => {
    const tiktok = 'https://www.tiktok.com/@asha.glow/video/7123456789';
    const given = await world([], published({}, tiktok));
    expect(await look(given)).toEqual({ status: 'confirmed' });
    await advance(given)('c1', 'i1', { kind: 'post-found', url: tiktok, via: 'person' }, days(7));
    expect(await look(given, { at: days(7) })).toEqual({ status: 'verified' });
    expect(await asha(given)).toMatchObject({
      post: {
        url: tiktok,
        publishedAt: days(7),
        disclosure: { found: false, problems: [expect.stringContaining('person')] },
      },
    });
  });

  it('that a person hands in for the first time is checked like any other', async () => {
    const given = await world(postFound('My week with Meadow Botanics', { at: postedAt }), aMember('confirmed'));
    await advance(given)('c1', 'i1', { kind: 'post-found', url, via: 'person' }, days(5.5));
    expect(await look(given)).toEqual({ status: 'confirmed' });
  });
});

describe('a platform that does not answer', () => {
  it.each<[string, PostAnswer]>([
    ['asks us to wait', throttled(days(7))],
    ['is broken', broken],
  ])('and %s leaves the post for another look', async (_, answer) => {
    const given = await world([answer, agreedPost(postedAt)]);
    expect(await look(given)).toEqual({ status: 'published' });
    expect(await attention(given)).toEqual([]);
    expect(await look(given, { at: days(7) })).toEqual({ status: 'verified' });
  });
});

describe('the look at the end of the campaign', () => {
  const verified = () => {
    const post = {
      url,
      publishedAt: postedAt,
      checkedAt: lookedAt,
      disclosure: { found: true, label: '#ad', problems: [] },
      mentionsLinkOrCoupon: true,
    };
    return aMember({ status: 'verified', since: lookedAt, terms: someTerms(), post });
  };

  it('takes the last counts', async () => {
    const given = await world(agreedPost(postedAt), verified());
    expect(await look(given, { final: true, at: days(44) })).toEqual({ status: 'verified' });
    expect((await given.posts.ofCampaign('c1')).get('i1')).toMatchObject({ likes: 210, at: days(44) });
  });

  it('tells a person of a post that was taken down', async () => {
    const given = await world({ kind: 'missing', because: 'no such post' }, verified());
    expect(await look(given, { final: true, at: days(44) })).toEqual({ status: 'verified' });
    expect(await attention(given)).toEqual([`the post at ${url} is gone (no such post); decide on the payout`]);
  });

  it.each([refused, broken, throttled(days(45))])(
    'says nothing about a post when the platform does not: %o',
    async answer => {
      const given = await world(answer, verified());
      expect(await look(given, { final: true, at: days(44) })).toEqual({ status: 'verified' });
      expect(await attention(given)).toEqual([]);
    },
  );
});
