import { instagramMetrics } from '#shared/adapters/instagram/metrics.ts';
import { businessDiscovery, graphError, graphList } from '#shared/adapters/instagram/schema.ts';
import { youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import { anyList, channelList } from '#shared/adapters/youtube/schema.ts';
import type { ProfileMetrics } from '#shared/domain/influencer.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface SocialRow extends CorpusRow {
  readonly expected: Readonly<Record<string, unknown>>;
}

const at = new Date('2026-11-23T00:00:00Z');

/** Recorded answers of the Graph and YouTube APIs, through the schemas and, served by an injected fetch, through the whole clients. */
export const score: CorpusScorer = rows =>
  scoreRows(rows as SocialRow[], async ({ input, expected }) => {
    const kind = typeof expected.kind === 'string' ? expected.kind : 'other';
    const found =
      kind === 'ig_discovery'
        ? await discovery(input)
        : kind.startsWith('youtube#')
          ? youtubeList(input)
          : (lists[kind]?.(input) ?? {});
    const wrong = Object.entries(expected).find(
      ([name, value]) => JSON.stringify(found[name]) !== JSON.stringify(value),
    );
    if (wrong) return `${wrong[0]}: ${JSON.stringify(found[wrong[0]])} instead of ${JSON.stringify(wrong[1])}`;
    return kind === 'ig_discovery' ? undefined : whatIsFalse(input, kind);
  });

const lists: Readonly<Record<string, (input: unknown) => Record<string, unknown>>> = {
  graph_list: input => {
    const { data, paging } = graphList.parse(input);
    return { kind: 'graph_list', items: data.length, after: paging?.cursors?.after ?? null };
  },
  error: input => {
    const { code, type } = graphError.parse(input).error;
    return { kind: 'error', code, type };
  },
};

function youtubeList(input: unknown): Record<string, unknown> {
  const { kind, items, nextPageToken } = anyList.parse(input);
  const statistics = channelList.parse(input).items.map(({ statistics: counts }) => ({
    viewCount: counts?.viewCount,
    subscriberCount: counts?.subscriberCount,
    hiddenSubscriberCount: counts?.hiddenSubscriberCount,
    videoCount: counts?.videoCount,
  }));
  return { kind, items: items.length, nextPageToken: nextPageToken ?? null, statistics };
}

async function discovery(input: unknown): Promise<Record<string, unknown>> {
  const { username, media } = businessDiscovery.parse(input).business_discovery;
  const metrics = await instagramAnswer(input);
  const sum = (name: 'likes' | 'comments') => metrics?.posts.reduce((total, post) => total + (post[name] ?? 0), 0);
  return {
    kind: 'ig_discovery',
    username: username ?? null,
    followers: metrics?.followers ?? null,
    media_count: metrics?.postCount ?? null,
    items: metrics?.posts.length,
    likes: sum('likes'),
    comments: sum('comments'),
    after: media?.paging?.cursors?.after ?? null,
  };
}

/** An answer about something else must never turn into a profile with counts. */
async function whatIsFalse(input: unknown, kind: string): Promise<string | undefined> {
  if (await instagramAnswer(input)) return 'read as an Instagram profile';
  const youtube = await youtubeAnswer(input);
  const isChannel = kind === 'youtube#channelListResponse';
  return youtube && !isChannel && youtube.followers !== undefined ? 'read as a YouTube channel' : undefined;
}

/** The recorded answer first; nothing on any further page. */
const serving = (input: unknown): typeof globalThis.fetch => {
  let asked = 0;
  return async () => Response.json(asked++ === 0 ? input : {});
};

async function instagramAnswer(input: unknown): Promise<ProfileMetrics | undefined> {
  const source = instagramMetrics({
    fetch: serving(input),
    baseUrl: 'https://graph.invalid',
    version: 'v26.0',
    userId: '1',
    token: 'none',
  });
  const answer = await source.metrics({ platform: 'instagram', handle: 'someone' }, { at });
  return answer.kind === 'found' ? answer.metrics : undefined;
}

async function youtubeAnswer(input: unknown): Promise<ProfileMetrics | undefined> {
  const source = youtubeMetrics({ fetch: serving(input), baseUrl: 'https://youtube.invalid', apiKey: 'none' });
  const answer = await source.metrics({ platform: 'youtube', handle: 'someone' }, { at });
  return answer.kind === 'found' ? answer.metrics : undefined;
}
