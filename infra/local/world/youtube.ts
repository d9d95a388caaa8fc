import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Person } from './person.ts';
import { ordinaryEngagement } from './population.ts';
import { countsAt, type SimulatedPost, visiblePosts } from './published-posts.ts';
import { seededRandom } from './random.ts';
import type { Society } from './society.ts';
import { comments } from './words/comments.ts';
import { type WorldAnswer, type WorldRequest, type WorldServer, worldServer } from './world-server.ts';

export interface YoutubePlan {
  readonly clock: Clock;
  readonly society: Society;
  readonly seed: string | number;
  readonly key: string;
  readonly port?: number;
  readonly faults?: Faults;
}

/** The YouTube Data API v3: channels, uploads, videos and comments. Counts are strings, subscribers are rounded to three figures. */
export function youtubeServer(plan: YoutubePlan): Promise<WorldServer> {
  const random = seededRandom(plan.seed).fork('youtube');
  const directory = channelDirectory(plan.society);

  const answer = ({ url, headers }: WorldRequest): WorldAnswer => {
    const query = url.searchParams;
    if ((headers['x-goog-api-key'] ?? query.get('key')) !== plan.key)
      return apiError(400, 'API key not valid. Please pass a valid API key.', 'badRequest', 'global');
    if (random.chance(0.004)) return { status: 503, body: '<html><body>Service Unavailable</body></html>' };
    switch (url.pathname.split('/').at(-1)) {
      case 'channels':
        return page('channelListResponse', channels(query, plan, directory));
      case 'playlistItems':
        return playlistItems(query, plan, directory);
      case 'commentThreads':
        return page('commentThreadListResponse', commentThreads(query, plan, directory));
      case 'videos':
        return page('videoListResponse', videos(query, plan, directory));
      default:
        return apiError(404, 'Not found', 'notFound', 'global');
    }
  };
  return worldServer(plan.clock, answer, plan);
}

/** "UC" and 22 letters, always the same for the same handle. */
export function channelId(handle: string): string {
  const random = seededRandom(`channel/${handle.toLowerCase()}`);
  return `UC${Array.from({ length: 22 }, () => random.pick('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split(''))).join('')}`;
}

interface Directory {
  byId(id: string): Person | undefined;
  byVideo(id: string): readonly [Person, SimulatedPost] | undefined;
  remember(person: Person, posts: readonly SimulatedPost[]): void;
}

/** Channel and video ids back to people; grows with the society and with what was shown. */
function channelDirectory(society: Society): Directory {
  const ids = new Map<string, Person>();
  const shown = new Map<string, readonly [Person, SimulatedPost]>();
  let known = 0;
  return {
    byId(id) {
      for (; known < society.people.length; known++) {
        const person = society.people[known];
        if (person?.profile.platform === 'youtube') ids.set(channelId(person.profile.handle), person);
      }
      return ids.get(id);
    },
    byVideo(id) {
      const published = society.published(id);
      return published ? [published.person, published.post] : shown.get(id);
    },
    remember(person, posts) {
      for (const post of posts) shown.set(post.id, [person, post]);
    },
  };
}

function channels(query: URLSearchParams, { society, clock }: YoutubePlan, directory: Directory): unknown[] {
  const handle = query.get('forHandle')?.replace(/^@/, '') ?? query.get('forUsername');
  const found = handle
    ? [society.byProfile('youtube', handle)]
    : (query.get('id') ?? '').split(',').map(directory.byId);
  return found
    .filter(person => person?.profile.visibility === 'public')
    .map(person => person && channel(person, society, clock.now()));
}

function channel(person: Person, society: Society, nowMs: number) {
  const { profile } = person;
  const id = channelId(profile.handle);
  const posts = visiblePosts(society.feed(person), nowMs);
  const views = posts.reduce((sum, post) => sum + countsAt(post, nowMs).views, 0);
  return {
    kind: 'youtube#channel',
    id,
    snippet: {
      title: person.name,
      description: profile.bio,
      customUrl: `@${profile.handle}`,
      publishedAt: '2021-02-12T01:32:16.572233Z',
      country: person.country,
      thumbnails: { default: { url: 'https://yt3.example/photo.jpg', width: 88, height: 88 } },
    },
    contentDetails: { relatedPlaylists: { likes: '', uploads: id.replace(/^UC/, 'UU') } },
    statistics: {
      viewCount: String(views),
      ...(!profile.hidesFollowers && { subscriberCount: String(threeFigures(society.followers(person))) }),
      hiddenSubscriberCount: profile.hidesFollowers,
      videoCount: String(posts.length),
    },
  };
}

function playlistItems(query: URLSearchParams, { society, clock }: YoutubePlan, directory: Directory): WorldAnswer {
  const playlist = query.get('playlistId') ?? '';
  const person = directory.byId(playlist.replace(/^UU/, 'UC'));
  const posts = person ? visiblePosts(society.feed(person), clock.now()) : [];
  if (!person || posts.length === 0)
    return apiError(
      404,
      'The playlist identified with the request cannot be found.',
      'playlistNotFound',
      'youtube.playlistItem',
    );
  const size = Math.min(50, Number(query.get('maxResults') ?? 5));
  const from = Number(query.get('pageToken')?.replace(/^P/, '') ?? 0);
  const shown = posts.slice(from, from + size);
  directory.remember(person, shown);
  const next = from + size < posts.length ? { nextPageToken: `P${from + size}` } : {};
  const items = shown.map((post, at) => {
    const publishedAt = instant(post.atMs);
    return {
      kind: 'youtube#playlistItem',
      id: `item-${post.id}`,
      snippet: {
        publishedAt,
        channelId: channelId(person.profile.handle),
        playlistId: playlist,
        position: from + at,
        title: title(post),
        resourceId: { kind: 'youtube#video', videoId: post.id },
      },
      contentDetails: { videoId: post.id, videoPublishedAt: publishedAt },
    };
  });
  return page('playlistItemListResponse', items, next);
}

/** The same hundred for the same channel, as far as it has that many. Bought likes come with bought words. */
function commentThreads(query: URLSearchParams, { society, clock }: YoutubePlan, directory: Directory): unknown[] {
  const id = query.get('allThreadsRelatedToChannelId') ?? '';
  const person = directory.byId(id);
  if (!person) return [];
  const { profile } = person;
  const nowMs = clock.now();
  const written = visiblePosts(society.feed(person), nowMs).reduce(
    (sum, post) => sum + countsAt(post, nowMs).comments,
    0,
  );
  const random = seededRandom(`comments/${id}`);
  const isBought = profile.engagementRate < 0.3 * ordinaryEngagement(profile.followers);
  const mix = isBought ? { looked: 10, passing: 75, selling: 15 } : { looked: 55, passing: 42, selling: 3 };
  return Array.from({ length: Math.min(100, Number(query.get('maxResults') ?? 20), written) }, (_, at) => {
    const kind = random.weighted(mix);
    const said =
      kind === 'looked' ? `${random.pick(comments.looked)}. ${random.pick(comments.why)}` : random.pick(comments[kind]);
    const [a = 'this', b = 'that'] = random.shuffle(profile.keywords);
    const text = said
      .replaceAll('{a}', a)
      .replaceAll('{b}', b)
      .replaceAll('{n}', String(random.int(2, 30)));
    const author = channelId(`viewer-${random.int(1, 400)}`);
    return {
      kind: 'youtube#commentThread',
      id: `thread-${at}`,
      snippet: {
        channelId: id,
        topLevelComment: {
          kind: 'youtube#comment',
          id: `comment-${at}`,
          snippet: { textDisplay: text, authorChannelId: { value: author }, authorDisplayName: '@viewer' },
        },
      },
    };
  });
}

function videos(query: URLSearchParams, { clock }: YoutubePlan, directory: Directory): unknown[] {
  const nowMs = clock.now();
  return (query.get('id') ?? '')
    .split(',')
    .slice(0, 50)
    .flatMap(id => {
      const [person, post] = directory.byVideo(id) ?? [];
      return person && post && post.atMs <= nowMs ? [video(person, post, nowMs)] : [];
    });
}

function video(person: Person, post: SimulatedPost, nowMs: number) {
  const { likes, comments, views } = countsAt(post, nowMs);
  return {
    kind: 'youtube#video',
    id: post.id,
    snippet: {
      publishedAt: instant(post.atMs),
      channelId: channelId(person.profile.handle),
      title: title(post),
      description: post.text,
      tags: person.profile.keywords,
    },
    contentDetails: { duration: 'PT6M20S' },
    statistics: {
      viewCount: String(views),
      ...(!person.profile.hidesLikes && { likeCount: String(likes) }),
      favoriteCount: '0',
      commentCount: String(comments),
    },
  };
}

const title = (post: SimulatedPost): string => post.text.split(/[.!?।\n]/, 1)[0] ?? '';
const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
const threeFigures = (count: number): number => Number(count.toPrecision(3));

const page = (kind: string, items: readonly unknown[], more: object = {}): WorldAnswer => ({
  body: {
    kind: `youtube#${kind}`,
    pageInfo: { totalResults: items.length, resultsPerPage: items.length },
    ...(items.length > 0 && { items }),
    ...more,
  },
});

const apiError = (code: number, message: string, reason: string, domain: string): WorldAnswer => ({
  status: code,
  body: { error: { code, message, errors: [{ message, domain, reason }] } },
});
