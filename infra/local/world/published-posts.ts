import type { Person, SimulatedProfile } from './person.ts';
import { type Random, seededRandom } from './random.ts';
import { caption } from './writing.ts';

/** A post as it will be once its audience has seen it. */
export interface SimulatedPost {
  readonly id: string;
  readonly atMs: number;
  readonly kind: 'image' | 'video' | 'carousel' | 'article';
  readonly text: string;
  readonly likes: number;
  readonly comments: number;
  readonly views: number;
}

export const dayMs = 86_400_000;
/** How far back feeds go, and how far the ordinary posting runs on into the campaign. */
const pastDays = 150;
const futureDays = 120;
/** After this many days 63 % of a post's likes are there. */
const ripeDays = 1.5;

/** All that one person publishes: the ordinary posts of their seed, and those for campaigns. */
export interface Feed {
  readonly posts: readonly SimulatedPost[];
  add(post: SimulatedPost): void;
  /** Puts an edited post in the place of the old one. */
  replace(post: SimulatedPost): void;
}

export function ordinaryFeed(person: Person, seed: string | number, startMs: number): Feed {
  let posts: SimulatedPost[] | undefined;
  // Made when first looked at: ten thousand candidates have a quarter of a million posts.
  const all = () => {
    posts ??= ordinaryPosts(
      person,
      seededRandom(`${seed}/feed/${person.profile.platform}/${person.profile.handle}`),
      startMs,
    );
    return posts;
  };
  return {
    get posts() {
      return all();
    },
    add(post) {
      posts = [post, ...all()].sort((a, b) => b.atMs - a.atMs);
    },
    replace(post) {
      posts = all().map(one => (one.id === post.id ? post : one));
    },
  };
}

function ordinaryPosts(person: Person, random: Random, startMs: number): SimulatedPost[] {
  const gapDays = 7 / person.profile.postsPerWeek;
  const posts: SimulatedPost[] = [];
  let atMs = startMs + futureDays * dayMs;
  for (;;) {
    atMs -= gapDays * random.between(0.3, 1.7) * dayMs;
    if (atMs < startMs - pastDays * dayMs) return posts;
    const author = { language: person.language, keywords: person.profile.keywords, city: person.city };
    posts.push(draftPost(person.profile, caption(author, random), Math.round(atMs), random));
  }
}

const idLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const randomId = (length: number, random: Random): string =>
  Array.from({ length }, () => random.pick(idLetters.split(''))).join('');

export function draftPost(profile: SimulatedProfile, text: string, atMs: number, random: Random): SimulatedPost {
  const engagements = profile.followers * profile.engagementRate * random.logNormal(1, 0.35);
  const comments = random.poisson(engagements * 0.06);
  const likes = Math.round(engagements * 0.94);
  const kind =
    profile.platform === 'blog'
      ? 'article'
      : profile.platform === 'youtube' || profile.platform === 'tiktok'
        ? 'video'
        : random.pick(['image', 'video', 'video', 'carousel'] as const);
  return {
    id: randomId(11, random),
    atMs,
    kind,
    text,
    likes,
    comments,
    views: Math.round(likes * random.between(8, 16)),
  };
}

/** What can be seen of a post at a time: nothing before it is out, then quickly most of it. */
export function countsAt(post: SimulatedPost, nowMs: number): { likes: number; comments: number; views: number } {
  const share = 1 - Math.exp(-Math.max(0, nowMs - post.atMs) / (ripeDays * dayMs));
  const seen = (count: number) => Math.floor(count * share);
  return { likes: seen(post.likes), comments: seen(post.comments), views: seen(post.views) };
}

export const visiblePosts = (feed: Feed, nowMs: number): SimulatedPost[] =>
  feed.posts.filter(post => post.atMs <= nowMs);
