import type { MetricsAnswer, Platform, Post, ProfileMetrics } from '#shared/domain/influencer.ts';
import type { PostAnswer, ProfileMetricsSource } from '#shared/ports/platforms.ts';
import { aPost, at, someMetrics } from '#test/shared/domain/builders.ts';

/** A platform in memory: what it answers for a handle or a post's address, in this order; the last answer stays. */
export interface MemoryPlatform extends ProfileMetricsSource {
  readonly profiles: Map<string, MetricsAnswer[]>;
  readonly posts: Map<string, PostAnswer[]>;
  /** Handles and addresses that were asked for. */
  readonly asked: string[];
}

export function memoryPlatform(
  platform: Platform = 'instagram',
  profiles: Readonly<Record<string, MetricsAnswer | MetricsAnswer[]>> = {},
  posts: Readonly<Record<string, PostAnswer | PostAnswer[]>> = {},
): MemoryPlatform {
  const memory: MemoryPlatform = {
    id: `memory-${platform}`,
    platform,
    profiles: listed(profiles),
    posts: listed(posts),
    asked: [],
    async metrics({ handle }) {
      memory.asked.push(handle);
      return next(memory.profiles.get(handle)) ?? { kind: 'missing', because: `nobody is called ${handle}` };
    },
    async findPost({ handle }, url) {
      memory.asked.push(url);
      return next(memory.posts.get(url)) ?? { kind: 'missing', because: `@${handle} shows no post ${url}` };
    },
  };
  return memory;
}

const listed = <T>(answers: Readonly<Record<string, T | T[]>>): Map<string, T[]> =>
  new Map(Object.entries(answers).map(([key, answer]) => [key, Array.isArray(answer) ? answer : [answer]]));

const next = <T>(answers: T[] | undefined): T | undefined =>
  answers && answers.length > 1 ? answers.shift() : answers?.[0];

export const profileFound = (over: Partial<ProfileMetrics> = {}): MetricsAnswer => ({
  kind: 'found',
  metrics: someMetrics(over),
});

export const postFound = (text: string, over: Partial<Post> = {}, links: readonly string[] = []): PostAnswer => ({
  kind: 'found',
  post: aPost({ text: text.slice(0, 500), ...over }),
  text,
  links,
});

export const throttled = (retryAt: string): Extract<MetricsAnswer, { kind: 'throttled' }> => ({
  kind: 'throttled',
  retryAt,
  because: 'too many calls',
});
export const broken: Extract<MetricsAnswer, { kind: 'broken' }> = { kind: 'broken', because: 'it answered 503' };
export const refused: Extract<MetricsAnswer, { kind: 'refused' }> = { kind: 'refused', because: 'the token expired' };

/** A post as agreed, published `when`. */
export const agreedPost = (when = at): PostAnswer =>
  postFound('#ad My week with the sunscreen of Meadow Botanics, code ASHA10', { at: when, likes: 210, comments: 14 });
