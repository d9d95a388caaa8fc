import { firstPublishedAddress } from '#shared/domain/import/published-address.ts';
import type { Post, ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import type { ConnectionStore } from '#shared/ports/connections.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import type { NoAnswer } from '../no-answer.ts';
import { linksIn, readText, shownText } from '../post-text.ts';
import { tiktokAccess } from './access.ts';
import { type TiktokClient, tiktokClient } from './client.ts';
import type { TiktokApp } from './oauth.ts';
import type { TiktokUser, TiktokVideo } from './schema.ts';

const id = 'tiktok-display';
const defaultPosts = 25;
/** A page may be short although there are more. */
const mostPages = 4;

export interface TiktokConfig extends TiktokApp {
  readonly connections: ConnectionStore;
  readonly posts?: number;
  readonly allowance?: Allowance;
}

/** TikTok profiles whose owners have connected their account: TikTok shows nobody else's to a brand. */
export function tiktokMetrics(config: TiktokConfig): ProfileMetricsSource {
  const access = tiktokAccess(config, config.connections);
  const client = tiktokClient(config);
  const wanted = config.posts ?? defaultPosts;
  return {
    id,
    platform: 'tiktok',
    async metrics(ref, { at }) {
      const key = await access(ref, at);
      if (key.kind !== 'found') return key;
      const user = await client.user(key.accessToken, at);
      if (user.kind !== 'found') return user;
      const videos = await newestVideos(client, key.accessToken, wanted, at);
      if (videos.kind !== 'found') return videos;
      return { kind: 'found', metrics: toMetrics(ref, user.value.data.user, videos.videos.slice(0, wanted), at) };
    },
    async findPost(ref, url, { at }) {
      const videoId = videoIdOf(url);
      if (videoId === undefined) return { kind: 'missing', because: `${url} is no link to a TikTok video` };
      const key = await access(ref, at);
      if (key.kind !== 'found') return key;
      const answer = await client.query(key.accessToken, [videoId], at);
      if (answer.kind !== 'found') return answer;
      const video = answer.value.data.videos.find(one => one.id === videoId);
      if (!video) return { kind: 'missing', because: `@${ref.handle} shows no video ${videoId}` };
      const text = readText(wordsOf(video));
      return { kind: 'found', post: toPost(video), text, links: linksIn(text) };
    },
  };
}

async function newestVideos(
  client: TiktokClient,
  accessToken: string,
  wanted: number,
  at: Date,
): Promise<{ readonly kind: 'found'; readonly videos: readonly TiktokVideo[] } | NoAnswer> {
  const videos = new Map<string, TiktokVideo>();
  let cursor: number | undefined;
  for (let pages = 0; pages < mostPages && videos.size < wanted; pages += 1) {
    const page = await client.videos(accessToken, at, cursor);
    if (page.kind !== 'found') return page;
    for (const video of page.value.data.videos) videos.set(video.id, video);
    const { has_more: hasMore, cursor: next } = page.value.data;
    if (hasMore !== true || next === undefined || next === cursor) break;
    cursor = next;
  }
  return { kind: 'found', videos: [...videos.values()] };
}

function toMetrics(ref: ProfileRef, user: TiktokUser, videos: readonly TiktokVideo[], at: Date): ProfileMetrics {
  const publishedEmail = firstPublishedAddress(user.bio_description ?? '');
  return {
    profile: ref,
    observedAt: at.toISOString(),
    source: id,
    ...(user.display_name && { name: user.display_name }),
    ...(user.bio_description && { bio: user.bio_description }),
    ...(user.avatar_url && { pictureUrl: user.avatar_url }),
    ...(user.follower_count !== undefined && { followers: user.follower_count }),
    ...(user.following_count !== undefined && { followings: user.following_count }),
    ...(user.video_count !== undefined && { postCount: user.video_count }),
    ...(publishedEmail && { publishedEmail }),
    posts: videos.map(toPost).sort((a, b) => b.at.localeCompare(a.at)),
  };
}

const toPost = (video: TiktokVideo): Post => ({
  id: video.id,
  at: new Date(video.create_time * 1000).toISOString(),
  kind: 'video',
  text: shownText(wordsOf(video)),
  ...(video.share_url !== undefined && { url: video.share_url }),
  ...(video.like_count !== undefined && { likes: video.like_count }),
  ...(video.comment_count !== undefined && { comments: video.comment_count }),
  ...(video.view_count !== undefined && { views: video.view_count }),
});

const wordsOf = ({ title = '', video_description: description = '' }: TiktokVideo): string =>
  description.includes(title) ? description : `${title}\n${description}`;

/** /@handle/video/123 and /video/123 name a video; short links hide it and are not followed. */
export function videoIdOf(link: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(link) ? link.trim() : `https://${link.trim()}`);
  if (!/(?:^|\.)tiktok\.com$/i.test(url?.hostname ?? '')) return undefined;
  return /\/(?:video|photo|v|embed(?:\/v2)?)\/(\d{5,25})/.exec(url?.pathname ?? '')?.[1];
}
