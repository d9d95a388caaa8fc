import { firstPublishedAddress } from '#shared/domain/import/published-address.ts';
import type { MetricsAnswer, Post, ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import type { PostAnswer, ProfileMetricsSource } from '#shared/ports/platforms.ts';
import type { NoAnswer } from '../no-answer.ts';
import { linksIn, readText, shownText } from '../post-text.ts';
import { type InstagramClient, type InstagramConfig, instagramClient } from './client.ts';
import type { InstagramMedia, InstagramProfile } from './schema.ts';

const id = 'instagram-business-discovery';

/** Twelve posts are what the engagement formulas look at; one page of 25 covers them with room for hidden like counts. */
const defaultPosts = 25;
/** A campaign post older than 200 others is not looked for: it costs a call per page out of 200 an hour. */
const defaultSearchPages = 8;

/** Instagram profiles as strangers see them, through our own account's Business Discovery. */
export function instagramMetrics(
  config: InstagramConfig & { readonly posts?: number; readonly searchPages?: number },
): ProfileMetricsSource {
  const client = instagramClient(config);
  const wanted = config.posts ?? defaultPosts;
  return {
    id,
    platform: 'instagram',
    async metrics(ref, { at }) {
      const taken = await takePages(client, ref, at, media => media.length >= wanted);
      if (taken.kind !== 'found') return taken;
      return {
        kind: 'found',
        metrics: toMetrics(ref, taken.profile, taken.media.slice(0, wanted), at),
      } satisfies MetricsAnswer;
    },
    async findPost(ref, url, { at }) {
      const code = shortcode(url);
      if (code === undefined) return { kind: 'missing', because: `${url} is no link to an Instagram post` };
      const isWanted = (media: InstagramMedia) => media.permalink !== undefined && shortcode(media.permalink) === code;
      const taken = await takePages(
        client,
        ref,
        at,
        media => media.some(isWanted),
        config.searchPages ?? defaultSearchPages,
      );
      if (taken.kind !== 'found') return taken;
      const media = taken.media.find(isWanted);
      const post = media && toPost(media);
      if (!media || !post)
        return taken.cutShort ?? { kind: 'missing', because: `@${ref.handle} shows no post ${code}` };
      const text = readText(media.caption ?? '');
      return { kind: 'found', post, text, links: linksIn(text) } satisfies PostAnswer;
    },
  };
}

interface Taken {
  readonly kind: 'found';
  readonly profile: InstagramProfile;
  readonly media: readonly InstagramMedia[];
  /** Why a further page could not be had; what came before it is good. */
  readonly cutShort?: NoAnswer;
}

/** Pages on by `after` until there is enough: the nested edge has no `next`, and a cursor may come again. */
async function takePages(
  client: InstagramClient,
  ref: ProfileRef,
  at: Date,
  enough: (media: readonly InstagramMedia[]) => boolean,
  maxPages = 4,
): Promise<Taken | NoAnswer> {
  const first = await client.page(ref.handle, at);
  if (first.kind !== 'found') return first;
  const media = new Map((first.profile.media?.data ?? []).map(item => [item.id, item]));
  let after = first.profile.media?.paging?.cursors?.after;
  for (let pages = 1; after !== undefined && pages < maxPages && !enough([...media.values()]); pages++) {
    const next = await client.page(ref.handle, at, after);
    if (next.kind !== 'found')
      return { kind: 'found', profile: first.profile, media: [...media.values()], cutShort: next };
    const before = media.size;
    for (const item of next.profile.media?.data ?? []) media.set(item.id, item);
    after = media.size > before ? next.profile.media?.paging?.cursors?.after : undefined;
  }
  return { kind: 'found', profile: first.profile, media: [...media.values()] };
}

export function toMetrics(
  ref: ProfileRef,
  profile: InstagramProfile,
  media: readonly InstagramMedia[],
  at: Date,
): ProfileMetrics {
  const publishedEmail = firstPublishedAddress(profile.biography ?? '');
  return {
    profile: ref,
    observedAt: at.toISOString(),
    source: id,
    ...(profile.name && { name: profile.name }),
    ...(profile.biography && { bio: profile.biography }),
    ...(profile.website && { website: profile.website }),
    ...(profile.profile_picture_url && { pictureUrl: profile.profile_picture_url }),
    ...(profile.followers_count !== undefined && { followers: profile.followers_count }),
    ...(profile.follows_count !== undefined && { followings: profile.follows_count }),
    ...(profile.media_count !== undefined && { postCount: profile.media_count }),
    ...(publishedEmail && { publishedEmail }),
    posts: media.flatMap(item => toPost(item) ?? []).sort((a, b) => b.at.localeCompare(a.at)),
  };
}

/** A post without a time can not be placed and is left out. */
function toPost(media: InstagramMedia): Post | undefined {
  if (media.timestamp === undefined) return undefined;
  return {
    id: media.id,
    at: media.timestamp,
    kind: kinds[media.media_type ?? ''] ?? 'image',
    text: shownText(media.caption ?? ''),
    ...(media.permalink && { url: media.permalink }),
    ...(media.like_count !== undefined && { likes: media.like_count }),
    ...(media.comments_count !== undefined && { comments: media.comments_count }),
    ...(media.view_count !== undefined && { views: media.view_count }),
  };
}

const kinds: Readonly<Record<string, Post['kind']>> = { IMAGE: 'image', VIDEO: 'video', CAROUSEL_ALBUM: 'carousel' };

/** /p/, /reel/ and /tv/ lead to the same post by its shortcode, with or without the account before it. */
export function shortcode(url: string): string | undefined {
  return /^(?:https?:\/\/)?(?:www\.|m\.)?instagr(?:am\.com|\.am)\/(?:[\w.]+\/)?(?:p|reels?|tv)\/([\w-]+)/i.exec(
    url.trim(),
  )?.[1];
}
