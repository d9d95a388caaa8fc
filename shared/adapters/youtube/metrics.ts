import { type CommentCounts, judgeComments } from '#shared/domain/audience/comments/judge-comments.ts';
import { isChannelId } from '#shared/domain/import/profile.ts';
import { firstPublishedAddress } from '#shared/domain/import/published-address.ts';
import type { Post, ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';
import type { NoAnswer } from '../no-answer.ts';
import { linksIn, readText, shownText } from '../post-text.ts';
import { pageSize, type YoutubeClient, type YoutubeConfig, youtubeClient } from './client.ts';
import type { YoutubeChannel, YoutubeVideo } from './schema.ts';

const id = 'youtube-data-v3';
/** Enough for the engagement formulas (they look at twelve) and still one call of fifty. */
const defaultPosts = 25;

/** YouTube channels by handle or id: four quota units a profile. */
export function youtubeMetrics(config: YoutubeConfig & { readonly posts?: number }): ProfileMetricsSource {
  const client = youtubeClient(config);
  const wanted = Math.min(config.posts ?? defaultPosts, pageSize);
  return {
    id,
    platform: 'youtube',
    async metrics(ref, { at }) {
      const channel = await findChannel(client, ref, at);
      if (channel.kind !== 'found') return channel;
      const videos = await newestVideos(client, channel.channel, wanted, at);
      if (videos.kind !== 'found') return videos;
      const metrics = toMetrics(ref, channel.channel, videos.videos, at);
      const comments = await commentsOf(client, channel.channel, metrics, at);
      return 'counts' in comments
        ? { kind: 'found', metrics: { ...metrics, commentCounts: comments.counts } }
        : { kind: 'found', metrics, ...(comments.because !== undefined && { gaps: [comments.because] }) };
    },
    async findPost(ref, url, { at }) {
      const videoId = videoIdOf(url);
      if (videoId === undefined) return { kind: 'missing', because: `${url} is no link to a YouTube video` };
      const found = await client.videos([videoId], at);
      if (found.kind !== 'found') return found;
      const video = found.value.items.find(item => item.id === videoId);
      const post = video && toPost(video);
      if (!video || !post) return { kind: 'missing', because: `video ${videoId} is private, deleted or not there yet` };
      const owner = await ownerProblem(client, ref, video, at);
      if (owner) return owner;
      const text = readText(`${video.snippet?.title ?? ''}\n${video.snippet?.description ?? ''}`);
      return { kind: 'found', post, text, links: linksIn(text) };
    },
  };
}

async function findChannel(
  client: YoutubeClient,
  ref: ProfileRef,
  at: Date,
): Promise<{ readonly kind: 'found'; readonly channel: YoutubeChannel } | NoAnswer> {
  // A name from an old /user/ or /c/ link is a user name, which forHandle does not know.
  const ways = isChannelId(ref.handle)
    ? [{ id: ref.handle }]
    : [{ forHandle: `@${ref.handle}` }, ...(/^[a-z0-9]+$/.test(ref.handle) ? [{ forUsername: ref.handle }] : [])];
  for (const way of ways) {
    const answer = await client.channel(way, at);
    if (answer.kind === 'missing') continue;
    if (answer.kind !== 'found') return answer;
    const channel = answer.value.items[0];
    if (channel) return { kind: 'found', channel };
  }
  return { kind: 'missing', because: `there is no channel ${isChannelId(ref.handle) ? '' : '@'}${ref.handle}` };
}

async function newestVideos(
  client: YoutubeClient,
  channel: YoutubeChannel,
  wanted: number,
  at: Date,
): Promise<{ readonly kind: 'found'; readonly videos: readonly YoutubeVideo[] } | NoAnswer> {
  const playlist = channel.contentDetails?.relatedPlaylists?.uploads;
  if (!playlist) return { kind: 'found', videos: [] };
  const uploads = await client.uploads(playlist, wanted, at);
  // A channel without videos has an uploads list that is not there.
  if (uploads.kind === 'missing') return { kind: 'found', videos: [] };
  if (uploads.kind !== 'found') return uploads;
  const ids = uploads.value.items.map(item => item.contentDetails.videoId);
  if (ids.length === 0) return { kind: 'found', videos: [] };
  const videos = await client.videos(ids, at);
  return videos.kind === 'found' ? { kind: 'found', videos: videos.value.items } : videos;
}

/**
 * What kinds of comments stand under the latest videos. They are judged here and not kept: they are other people's words. A profile
 * without them is still a profile, so that whatever goes wrong is a gap.
 */
async function commentsOf(
  client: YoutubeClient,
  { id: channelId }: YoutubeChannel,
  { posts }: ProfileMetrics,
  at: Date,
): Promise<{ readonly counts: CommentCounts } | { readonly because?: string }> {
  if (!posts.some(({ comments = 0 }) => comments > 0)) return {};
  const answer = await client.comments(channelId, at);
  if (answer.kind !== 'found') return { because: `the comments could not be read: ${answer.because}` };
  const comments = answer.value.items.map(({ snippet: { topLevelComment } }) => {
    const { textDisplay, authorChannelId, authorDisplayName } = topLevelComment.snippet;
    const author = authorChannelId?.value ?? authorDisplayName;
    return { text: textDisplay, ...(author !== undefined && { author }) };
  });
  const { counts, sample } = judgeComments(comments, channelId);
  return sample === 0 ? {} : { counts };
}

/** A link to somebody else's video is no proof that this influencer posted. */
async function ownerProblem(
  client: YoutubeClient,
  ref: ProfileRef,
  video: YoutubeVideo,
  at: Date,
): Promise<NoAnswer | undefined> {
  const owner = video.snippet?.channelId;
  const own = isChannelId(ref.handle) ? ref.handle : undefined;
  const channel = own === undefined ? await findChannel(client, ref, at) : undefined;
  if (channel && channel.kind !== 'found') return channel;
  if (owner === (own ?? channel?.channel.id)) return undefined;
  return { kind: 'missing', because: `video ${video.id} belongs to another channel than ${ref.handle}` };
}

export function toMetrics(
  ref: ProfileRef,
  channel: YoutubeChannel,
  videos: readonly YoutubeVideo[],
  at: Date,
): ProfileMetrics {
  const { snippet, statistics } = channel;
  const followers = followersOf(channel);
  const language = languageOf(channel, videos);
  const picture = snippet?.thumbnails?.high?.url ?? snippet?.thumbnails?.default?.url;
  const publishedEmail = firstPublishedAddress(snippet?.description ?? '');
  return {
    profile: ref,
    observedAt: at.toISOString(),
    source: id,
    ...(snippet?.title && { name: snippet.title }),
    ...(snippet?.description && { bio: snippet.description }),
    ...(picture && { pictureUrl: picture }),
    ...(snippet?.country && /^[a-z]{2}$/i.test(snippet.country) && { country: snippet.country.toUpperCase() }),
    ...(language && { language }),
    ...(followers !== undefined && { followers }),
    ...(statistics?.videoCount !== undefined && { postCount: statistics.videoCount }),
    ...(publishedEmail && { publishedEmail }),
    posts: videos.flatMap(video => toPost(video) ?? []).sort((a, b) => b.at.localeCompare(a.at)),
  };
}

/** Rounded to three figures by YouTube; hidden means unknown, whatever number stands there. */
export const followersOf = ({ statistics }: YoutubeChannel): number | undefined =>
  statistics?.hiddenSubscriberCount ? undefined : statistics?.subscriberCount;

/** What the channel says, else what most of its videos are spoken in. */
function languageOf(channel: YoutubeChannel, videos: readonly YoutubeVideo[]): string | undefined {
  const own = primaryTag(channel.snippet?.defaultLanguage);
  if (own) return own;
  const spoken = videos.flatMap(
    ({ snippet }) => primaryTag(snippet?.defaultAudioLanguage ?? snippet?.defaultLanguage) ?? [],
  );
  const counts = Map.groupBy(spoken, tag => tag);
  return [...counts].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))[0]?.[0];
}

const primaryTag = (tag: string | undefined): string | undefined =>
  /^([a-z]{2})(?:-|$)/i.exec(tag ?? '')?.[1]?.toLowerCase();

function toPost(video: YoutubeVideo): Post | undefined {
  const { snippet, statistics } = video;
  if (snippet?.publishedAt === undefined) return undefined;
  return {
    id: video.id,
    url: `https://www.youtube.com/watch?v=${video.id}`,
    at: snippet.publishedAt,
    kind: 'video',
    text: shownText(snippet.description ? `${snippet.title ?? ''}\n${snippet.description}` : (snippet.title ?? '')),
    ...(statistics?.likeCount !== undefined && { likes: statistics.likeCount }),
    ...(statistics?.commentCount !== undefined && { comments: statistics.commentCount }),
    ...(statistics?.viewCount !== undefined && { views: statistics.viewCount }),
  };
}

/** watch?v=, youtu.be/, /shorts/, /live/ and /embed/ all name a video by its eleven characters. */
export function videoIdOf(link: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(link) ? link.trim() : `https://${link.trim()}`);
  const host = url?.host.replace(/^(?:www|m|music)\./, '');
  const [first = '', second = ''] = url?.pathname.split('/').filter(Boolean) ?? [];
  const isSite = host === 'youtube.com' || host === 'youtube-nocookie.com';
  const id =
    host === 'youtu.be'
      ? first
      : isSite && first === 'watch'
        ? url?.searchParams.get('v')
        : isSite && /^(?:shorts|live|embed|v)$/.test(first)
          ? second
          : undefined;
  return id && /^[\w-]{11}$/.test(id) ? id : undefined;
}
