import { describe, expect, test } from 'vitest';
import { instagramMetrics, shortcode } from '#shared/adapters/instagram/metrics.ts';
import { serving } from '../serving.ts';

const at = new Date('2026-11-23T10:00:00Z');
const meera = { platform: 'instagram', handle: 'meera.cooks' } as const;
const media = (id: string, over: object = {}) => ({
  id,
  caption: 'Millet dosa #ad https://go.brand.in/K9',
  like_count: 90,
  comments_count: 7,
  timestamp: '2026-11-20T17:38:10+0000',
  permalink: `https://www.instagram.com/p/${id}/`,
  media_type: 'IMAGE',
  ...over,
});
const discovery = (fields: object, data?: object[], after?: string) => ({
  business_discovery: {
    id: '178',
    ...fields,
    ...(data && { media: { data, paging: { cursors: after ? { after } : {} } } }),
  },
  id: '17841405309211844',
});
const graphError = (code: number, more: object = {}) =>
  Response.json({ error: { message: 'no', type: 'OAuthException', code, ...more } }, { status: 400 });

const source = (fetch: typeof globalThis.fetch, more: object = {}) =>
  instagramMetrics({
    fetch,
    baseUrl: 'https://graph.test/',
    version: 'v26.0',
    userId: '17841405309211844',
    token: 'secret',
    ...more,
  });
const answerTo = (response: () => Response) => source(serving(response).fetch).metrics(meera, { at });

describe('a profile', () => {
  test('is asked for by our own account, with the token in a header and never in the address', async () => {
    const { fetch, asked } = serving(() => Response.json(discovery({ followers_count: 1 })));
    await source(fetch).metrics(meera, { at });
    expect(asked[0]?.url.pathname).toBe('/v26.0/17841405309211844');
    expect(asked[0]?.url.searchParams.get('fields')).toContain('business_discovery.username(meera.cooks){id,username,');
    expect(asked[0]?.url.href).not.toContain('secret');
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer secret');
  });

  test('comes with its counts, newest post first, and the address in its biography', async () => {
    const older = media('old', { timestamp: '2026-10-01T00:00:00+0530', media_type: 'CAROUSEL_ALBUM' });
    const fields = {
      username: 'meera.cooks',
      name: 'Meera',
      biography: 'Food | collabs: hi [at] meera.in',
      followers_count: 8123,
      follows_count: 300,
      media_count: 210,
    };
    const answer = await answerTo(() => Response.json(discovery(fields, [older, media('new')])));
    expect(answer).toMatchObject({
      kind: 'found',
      metrics: {
        profile: meera,
        observedAt: at.toISOString(),
        source: 'instagram-business-discovery',
        name: 'Meera',
        followers: 8123,
        followings: 300,
        postCount: 210,
        publishedEmail: 'hi@meera.in',
        posts: [
          { id: 'new', at: '2026-11-20T17:38:10.000Z', likes: 90, comments: 7, kind: 'image' },
          { id: 'old', at: '2026-09-30T18:30:00.000Z', kind: 'carousel' },
        ],
      },
    });
  });

  test('whose likes are hidden has posts without likes, not with zero', async () => {
    const answer = await answerTo(() =>
      Response.json(discovery({ followers_count: 5 }, [media('a', { like_count: undefined })])),
    );
    expect(answer.kind === 'found' && answer.metrics.posts[0]).not.toHaveProperty('likes');
  });

  test('whose answer left out the followers has unknown followers', async () => {
    const answer = await answerTo(() => Response.json(discovery({}, [media('a')])));
    expect(answer.kind === 'found' && 'followers' in answer.metrics).toBe(false);
  });

  test('without posts is found, and one unreadable post does not cost the others', async () => {
    expect(await answerTo(() => Response.json(discovery({ followers_count: 5 })))).toMatchObject({
      metrics: { posts: [] },
    });
    const answer = await answerTo(() =>
      Response.json(discovery({}, [{ nonsense: true }, media('a', { timestamp: 'soon' }), media('b')])),
    );
    expect(answer.kind === 'found' && answer.metrics.posts.map(({ id }) => id)).toEqual(['b']);
  });
});

test('a handle that is none never becomes part of a query', async () => {
  const { fetch, asked } = serving(() => Response.json(discovery({ followers_count: 1 })));
  const answer = await source(fetch).metrics({ platform: 'instagram', handle: 'x){id},access_token' }, { at });
  expect(answer.kind).toBe('missing');
  expect(asked).toHaveLength(0);
});

describe('pages of posts', () => {
  const page = (from: number) => Array.from({ length: 25 }, (_, index) => media(`m${from + index}`));

  test('are followed by their cursor until there are enough', async () => {
    const { fetch, asked } = serving((_, __, number) =>
      Response.json(discovery({ followers_count: 9 }, page(number * 25), `cursor${number}`)),
    );
    const answer = await source(fetch, { posts: 40 }).metrics(meera, { at });
    expect(answer.kind === 'found' && answer.metrics.posts.length).toBe(40);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.url.searchParams.get('fields')).toContain('media.after(cursor0).limit(25)');
  });

  test('stop when a page brings nothing new', async () => {
    const { fetch, asked } = serving(() => Response.json(discovery({}, page(0), 'same')));
    await source(fetch, { posts: 100 }).metrics(meera, { at });
    expect(asked).toHaveLength(2);
  });

  test('that can not be had later leave the ones before', async () => {
    const { fetch } = serving((_, __, number) =>
      number === 0 ? Response.json(discovery({ followers_count: 9 }, page(0), 'next')) : graphError(2),
    );
    expect(await source(fetch, { posts: 40 }).metrics(meera, { at })).toMatchObject({
      kind: 'found',
      metrics: { followers: 9 },
    });
  });
});

describe('errors are told apart by their code, whatever the HTTP status', () => {
  test.each([
    [110, { error_subcode: 2207013 }, 'missing'],
    [4, {}, 'throttled'],
    [17, {}, 'throttled'],
    [32, {}, 'throttled'],
    [613, {}, 'throttled'],
    [80002, {}, 'throttled'],
    [190, { error_subcode: 463 }, 'refused'],
    [102, {}, 'refused'],
    [10, {}, 'refused'],
    [200, {}, 'refused'],
    [299, {}, 'refused'],
    [1, {}, 'broken'],
    [2, { is_transient: true }, 'broken'],
    [100, {}, 'broken'],
    [99999, {}, 'broken'],
  ])('code %d is %s', async (code, more, kind) => {
    const answer = await answerTo(() => graphError(code, more));
    expect(answer.kind).toBe(kind);
    expect(answer.kind !== 'found' && answer.because).toContain(`code ${code}`);
  });

  test('a gateway’s page instead of JSON, and no answer at all, are broken', async () => {
    expect(await answerTo(() => new Response('<html>502</html>', { status: 502 }))).toMatchObject({
      kind: 'broken',
      because: expect.stringContaining('502'),
    });
    expect(
      await answerTo(
        () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })) as never,
      ),
    ).toMatchObject({
      kind: 'broken',
      because: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('limits', () => {
  const used = (header: string, value: unknown) => () =>
    Response.json(discovery({ followers_count: 1 }), { headers: { [header]: JSON.stringify(value) } });

  test('a call that is refused for them is to be tried an hour later', async () => {
    expect(await answerTo(() => graphError(4))).toMatchObject({
      kind: 'throttled',
      retryAt: '2026-11-23T11:00:00.000Z',
    });
  });

  test.each([
    ['x-app-usage', { call_count: 28, total_time: 97, total_cputime: 25 }, '2026-11-23T11:00:00.000Z'],
    [
      'x-business-use-case-usage',
      { 112: [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 12 }] },
      '2026-11-23T10:12:00.000Z',
    ],
  ])('nearly used up as %s says, nothing more is asked until then', async (header, value, retryAt) => {
    const { fetch, asked } = serving(used(header, value));
    const instagram = source(fetch);
    expect((await instagram.metrics(meera, { at })).kind).toBe('found');
    expect(await instagram.metrics(meera, { at })).toMatchObject({ kind: 'throttled', retryAt });
    expect(asked).toHaveLength(1);
    expect((await instagram.metrics(meera, { at: new Date(retryAt) })).kind).toBe('found');
  });

  test('minutes are no percentage, and a header that makes no sense is no limit', async () => {
    const { fetch, asked } = serving(() =>
      Response.json(discovery({}), { headers: { 'x-app-usage': '{"call_count":' } }),
    );
    const instagram = source(fetch);
    await instagram.metrics(meera, { at });
    await instagram.metrics(meera, { at });
    expect(asked).toHaveLength(2);
  });
});

describe('a post', () => {
  test('is found by its link in any form, with its whole caption and links', async () => {
    const answer = await source(serving(() => Response.json(discovery({}, [media('CxYz')]))).fetch).findPost(
      meera,
      'instagram.com/reel/CxYz/?igsh=1',
      { at },
    );
    expect(answer).toMatchObject({
      kind: 'found',
      post: { id: 'CxYz', likes: 90 },
      text: expect.stringContaining('#ad'),
      links: ['https://go.brand.in/K9'],
    });
  });

  test('is looked for on further pages, and is missing when it is on none', async () => {
    const pages = [discovery({}, [media('a')], 'next'), discovery({}, [media('b')])];
    const { fetch } = serving((_, __, number) => Response.json(pages[number % 2]));
    expect(await source(fetch).findPost(meera, 'https://www.instagram.com/p/b/', { at })).toMatchObject({
      kind: 'found',
    });
    expect(await source(fetch).findPost(meera, 'https://www.instagram.com/p/zzz/', { at })).toMatchObject({
      kind: 'missing',
    });
  });

  test('on a page that could not be read is not called missing', async () => {
    const { fetch } = serving((_, __, number) =>
      number === 0 ? Response.json(discovery({}, [media('a')], 'next')) : graphError(4),
    );
    expect((await source(fetch).findPost(meera, 'https://www.instagram.com/p/zzz/', { at })).kind).toBe('throttled');
  });

  test.each(['https://www.instagram.com/meera/', 'https://youtu.be/abc', 'hello'])(
    '%s is no link to one',
    async link => {
      expect(shortcode(link)).toBeUndefined();
      expect((await source(serving(() => Response.json({})).fetch).findPost(meera, link, { at })).kind).toBe('missing');
    },
  );
});
