import { describe, expect, test } from 'vitest';
import { nextQuotaReset } from '#shared/adapters/youtube/errors.ts';
import { videoIdOf, youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import { serving } from '../serving.ts';

const at = new Date('2026-11-23T10:00:00Z');
const channelId = 'UCyck8jJ1yQzy82rLJ5nv8Gg';
const meera = { platform: 'youtube', handle: 'meeracooks' } as const;
const channel = (over: object = {}) => ({
  id: channelId,
  snippet: {
    title: 'Meera Cooks',
    description: 'Business: hi@meera.in',
    country: 'IN',
    thumbnails: { default: { url: 'https://yt/p.jpg' } },
  },
  contentDetails: { relatedPlaylists: { uploads: 'UUyck8' } },
  statistics: { viewCount: '3331930783', subscriberCount: '8120', hiddenSubscriberCount: false, videoCount: '92' },
  ...over,
});
const video = (
  id: string,
  over: object = {},
  statistics: object = { viewCount: '3000', likeCount: '120', commentCount: '9' },
) => ({
  id,
  snippet: {
    title: 'Dosa',
    description: 'Paid partnership https://go.brand.in/K9',
    channelId,
    publishedAt: '2026-11-20T10:00:00.123456Z',
    defaultAudioLanguage: 'hi-IN',
    ...over,
  },
  statistics,
});
const videoId = (n: number) => `video_${String(n).padStart(5, '0')}`;

interface World {
  readonly channels?: unknown;
  readonly uploads?: () => Response;
  readonly videos?: readonly object[];
  readonly comments?: () => Response;
}
/** A small YouTube: one channel, its uploads, its videos. */
function youtube({
  channels = { items: [channel()] },
  videos = [video(videoId(1)), video(videoId(2))],
  uploads,
  comments = () => Response.json({}),
}: World = {}) {
  const { fetch, asked } = serving(url => {
    if (url.pathname.endsWith('/channels'))
      return channels instanceof Response ? channels.clone() : Response.json(channels);
    if (url.pathname.endsWith('/playlistItems')) {
      return (
        uploads?.() ??
        Response.json({ items: videos.map(item => ({ contentDetails: { videoId: (item as { id: string }).id } })) })
      );
    }
    return url.pathname.endsWith('/commentThreads') ? comments() : Response.json({ items: videos });
  });
  return { source: youtubeMetrics({ fetch, baseUrl: 'https://yt.test/youtube/v3', apiKey: 'secret' }), asked };
}
const failure = (code: number, reason: string, message = 'no') =>
  Response.json({ error: { code, message, errors: [{ reason, domain: 'x', message }] } }, { status: code });

describe('a channel', () => {
  test('costs four calls, none of them a search, with the key in a header', async () => {
    const { source, asked } = youtube();
    await source.metrics(meera, { at });
    expect(asked.map(({ url }) => url.pathname.replace('/youtube/v3/', ''))).toEqual([
      'channels',
      'playlistItems',
      'videos',
      'commentThreads',
    ]);
    expect(asked[0]?.url.searchParams.get('forHandle')).toBe('@meeracooks');
    expect(asked.every(({ url }) => !url.href.includes('secret'))).toBe(true);
    expect(new Headers(asked[0]?.init.headers).get('x-goog-api-key')).toBe('secret');
  });

  test('comes with counts as numbers, its country, the language of its videos and its address', async () => {
    expect(await youtube().source.metrics(meera, { at })).toMatchObject({
      kind: 'found',
      metrics: {
        followers: 8120,
        postCount: 92,
        country: 'IN',
        language: 'hi',
        publishedEmail: 'hi@meera.in',
        posts: [{ likes: 120, comments: 9, views: 3000, at: '2026-11-20T10:00:00.123Z' }, {}],
      },
    });
  });

  test('is asked for by id where the handle is one', async () => {
    const { source, asked } = youtube();
    await source.metrics({ platform: 'youtube', handle: channelId }, { at });
    expect(asked[0]?.url.searchParams.get('id')).toBe(channelId);
  });

  test('with hidden subscribers has unknown followers, even where a number stands there', async () => {
    const statistics = { subscriberCount: '0', hiddenSubscriberCount: true, videoCount: '1' };
    const answer = await youtube({ channels: { items: [channel({ statistics })] } }).source.metrics(meera, { at });
    expect(answer.kind === 'found' && 'followers' in answer.metrics).toBe(false);
  });

  test('with hidden likes and closed comments has posts without them', async () => {
    const answer = await youtube({ videos: [video(videoId(1), {}, { viewCount: '4000000000' })] }).source.metrics(
      meera,
      { at },
    );
    const post = answer.kind === 'found' ? answer.metrics.posts[0] : undefined;
    expect(post).toMatchObject({ views: 4_000_000_000 });
    expect(post).not.toHaveProperty('likes');
    expect(post).not.toHaveProperty('comments');
  });

  test.each([[{ pageInfo: { totalResults: 0 } }], [{ items: [] }]])(
    'that does not exist is missing: %j',
    async channels => {
      const { source, asked } = youtube({ channels });
      expect((await source.metrics(meera, { at })).kind).toBe('missing');
      // An old /user/ name is not a handle.
      expect(asked[1]?.url.searchParams.get('forUsername')).toBe('meeracooks');
    },
  );

  test('comes with the kinds of its latest comments, judged at once; the owner’s own do not count', async () => {
    const thread = (textDisplay: string, author: string) => ({
      snippet: { topLevelComment: { snippet: { textDisplay, authorChannelId: { value: author } } } },
    });
    const items = [
      thread('How long do you soak the rice?', 'UC1'),
      thread('nice video', 'UC2'),
      thread('Thank you, part two is out', channelId),
      { snippet: {} },
    ];
    const { source, asked } = youtube({ comments: () => Response.json({ items }) });
    expect(await source.metrics(meera, { at })).toMatchObject({
      metrics: { commentCounts: { authentic: 1, generic: 1, 'emoji-only': 0 } },
    });
    expect(asked.at(-1)?.url.searchParams.get('allThreadsRelatedToChannelId')).toBe(channelId);
  });

  test.each([
    ['commentsDisabled', 403, 'the comments are switched off'],
    ['quotaExceeded', 403, 'quota'],
  ])('is found without comments where YouTube says %s', async (reason, code, because) => {
    const answer = await youtube({ comments: () => failure(code, reason) }).source.metrics(meera, { at });
    expect(answer).toMatchObject({ kind: 'found', gaps: [expect.stringContaining(because)] });
    expect(answer.kind === 'found' && 'commentCounts' in answer.metrics).toBe(false);
  });

  test('is not asked for comments where there are none', async () => {
    const { source, asked } = youtube({ videos: [video(videoId(1), {}, { viewCount: '10' })] });
    await source.metrics(meera, { at });
    expect(asked).toHaveLength(3);
  });

  test('without any video is found without posts', async () => {
    const empty = youtube({ uploads: () => failure(404, 'playlistNotFound') });
    expect(await empty.source.metrics(meera, { at })).toMatchObject({ kind: 'found', metrics: { posts: [] } });
  });

  test('whose deleted videos are left out by YouTube keeps the others', async () => {
    const { source } = youtube({
      videos: [video(videoId(1))],
      uploads: () => Response.json({ items: [1, 2, 3].map(n => ({ contentDetails: { videoId: videoId(n) } })) }),
    });
    expect(await source.metrics(meera, { at })).toMatchObject({ metrics: { posts: [{ id: videoId(1) }] } });
  });
});

describe('errors', () => {
  test.each([
    [403, 'quotaExceeded', 'throttled'],
    [403, 'rateLimitExceeded', 'throttled'],
    [429, 'x', 'throttled'],
    [403, 'accessNotConfigured', 'refused'],
    [403, 'forbidden', 'refused'],
    [404, 'channelNotFound', 'missing'],
    [500, 'backendError', 'broken'],
    [400, 'invalidParameter', 'broken'],
  ])('%d %s is %s', async (code, reason, kind) => {
    expect((await youtube({ channels: failure(code, reason) }).source.metrics(meera, { at })).kind).toBe(kind);
  });

  test('a wrong key comes as a plain bad request and is still told', async () => {
    const channels = failure(400, 'badRequest', 'API key not valid. Please pass a valid API key.');
    expect((await youtube({ channels }).source.metrics(meera, { at })).kind).toBe('refused');
  });

  test('the reason may stand in the details', async () => {
    const channels = Response.json(
      {
        error: {
          code: 429,
          message: 'Quota exceeded',
          details: [{ '@type': 'ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED' }],
        },
      },
      { status: 429 },
    );
    expect(await youtube({ channels }).source.metrics(meera, { at })).toMatchObject({
      kind: 'throttled',
      retryAt: '2026-11-23T10:01:00.000Z',
    });
  });

  test('a body that is no JSON is broken', async () => {
    expect(
      (await youtube({ channels: new Response('oops', { status: 503 }) }).source.metrics(meera, { at })).kind,
    ).toBe('broken');
  });

  test.each([
    ['winter', '2026-11-23T10:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['summer', '2026-07-01T06:59:00Z', '2026-07-01T07:00:00.000Z'],
    ['the night clocks go back', '2026-11-01T08:30:00Z', '2026-11-02T08:00:00.000Z'],
  ])('a used-up quota comes back at midnight Pacific time in %s', (_, now, reset) => {
    expect(nextQuotaReset(new Date(now)).toISOString()).toBe(reset);
  });
});

describe('a video', () => {
  test('is found with its whole description and links', async () => {
    const answer = await youtube().source.findPost(meera, `https://youtu.be/${videoId(1)}?si=x`, { at });
    expect(answer).toMatchObject({
      kind: 'found',
      post: { id: videoId(1), likes: 120 },
      text: expect.stringContaining('Paid partnership'),
      links: ['https://go.brand.in/K9'],
    });
  });
  test('of somebody else does not count', async () => {
    const { source } = youtube({ videos: [video(videoId(1), { channelId: 'UCsomebodyelse0000000000' })] });
    expect(await source.findPost(meera, `https://youtu.be/${videoId(1)}`, { at })).toMatchObject({
      kind: 'missing',
      because: expect.stringContaining('another channel'),
    });
  });
  test('that is private or deleted is missing', async () => {
    expect((await youtube({ videos: [] }).source.findPost(meera, `https://youtu.be/${videoId(1)}`, { at })).kind).toBe(
      'missing',
    );
  });
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1', 'dQw4w9WgXcQ'],
    ['youtu.be/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/@meera', undefined],
    ['https://evil.example/watch?v=dQw4w9WgXcQ', undefined],
    ['nonsense', undefined],
  ])('%s names %s', (link, id) => {
    expect(videoIdOf(link)).toBe(id);
  });
});
