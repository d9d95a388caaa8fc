import type { Post } from '../influencer.ts';
import { median, ratio } from '../statistics.ts';

/** Likes and comments of a post as a share of the followers. The industry has no single formula, so each one is named. */
export interface EngagementRate {
  readonly formula: 'phlanx.v1' | 'hypeauditor-12.v1' | 'modash-median.v1' | 'upfluence-90d.v1';
  /** A fraction of the followers (0.04 is 4 %), or null where it cannot be known. */
  readonly value: number | null;
  /** The same with the median post in place of the average one, which a single viral post does not move. */
  readonly median: number | null;
  /** How many posts it rests on. */
  readonly sample: number;
  /** Why there is no value. */
  readonly because?: string;
}

type Formula = EngagementRate['formula'];

/** Whose definition each formula follows. */
export const engagementSources: Readonly<Record<Formula, string>> = {
  'phlanx.v1': 'imitations of the Phlanx calculator: mean of likes + comments over all recent posts / followers',
  'hypeauditor-12.v1': 'HypeAuditor: mean of likes + comments over the latest 12 posts / followers',
  'modash-median.v1': 'Modash: median likes of the last two months / followers',
  'upfluence-90d.v1': 'Upfluence: mean of likes + comments over the last 90 days / followers',
};

const dayMs = 86_400_000;

/**
 * Phlanx-style: the plain mean of likes + comments over every recent post at hand, divided by the followers. No trimming.
 * Source: imitations of the Phlanx calculator (costcalculator.calculator.city, cocoandlowe.com); Phlanx publishes none.
 */
export const phlanxV1 = (posts: readonly Post[], followers: number | undefined): EngagementRate =>
  rate('phlanx.v1', posts.map(engagementsOf), followers, mean);

/**
 * HypeAuditor: (likes + comments) / followers / posts over the latest 12 posts. Posts with hidden counts leave the window
 * smaller, they never count as zero. Source: help.hypeauditor.com/en/articles/2771955.
 */
export const hypeauditor12V1 = (posts: readonly Post[], followers: number | undefined): EngagementRate =>
  rate('hypeauditor-12.v1', posts.slice(0, 12).map(engagementsOf), followers, mean);

/** Modash on Instagram: median likes of the last two months / followers. Source: help.modash.io/en/articles/6542471. */
export const modashMedianV1 = (posts: readonly Post[], followers: number | undefined, at: string): EngagementRate => {
  const recent = withinDays(posts, 60, at).slice(0, 500);
  return rate('modash-median.v1', recent.map(likesOf), followers, median);
};

/** Upfluence: (average likes + average comments) / followers over 90 days. Source: help.upfluence.co/en/articles/4165696. */
export const upfluence90dV1 = (posts: readonly Post[], followers: number | undefined, at: string): EngagementRate =>
  rate('upfluence-90d.v1', withinDays(posts, 90, at).map(engagementsOf), followers, mean);

/** All four, for whoever compares with the calculators of the market. */
export const engagementRates = (
  posts: readonly Post[],
  followers: number | undefined,
  at: string,
): EngagementRate[] => [
  hypeauditor12V1(posts, followers),
  phlanxV1(posts, followers),
  modashMedianV1(posts, followers, at),
  upfluence90dV1(posts, followers, at),
];

const likesOf = (post: Post): number | undefined => post.likes;

/** undefined when either count is hidden: half a sum would make honest accounts look weak. */
export const engagementsOf = (post: Post): number | undefined =>
  post.likes === undefined || post.comments === undefined ? undefined : post.likes + post.comments;

function withinDays(posts: readonly Post[], days: number, at: string): readonly Post[] {
  const sinceMs = Date.parse(at) - days * dayMs;
  const since = new Date(sinceMs).toISOString();
  // Posts stand newest first: where the last is recent, all are.
  const oldest = posts.at(-1)?.at ?? '';
  if (isPlain(oldest) && oldest >= since) return posts;
  // Times of one form compare as text, which is thirty times as fast as reading both: this runs over every post of a campaign.
  return posts.filter(post => (isPlain(post.at) ? post.at >= since : Date.parse(post.at) >= sinceMs));
}

/** 2026-03-02T06:00:00.000Z, as the adapters write it. */
const isPlain = (at: string): boolean => at.length === 24 && at[4] === '-' && at[10] === 'T' && at[23] === 'Z';

const mean = (counts: readonly number[]): number | null =>
  ratio(
    counts.reduce((sum, count) => sum + count, 0),
    counts.length,
  );

function rate(
  formula: Formula,
  counts: readonly (number | undefined)[],
  followers: number | undefined,
  middle: (counts: readonly number[]) => number | null,
): EngagementRate {
  const known = counts.filter(count => count !== undefined);
  const unknown = (because: string): EngagementRate => ({
    formula,
    value: null,
    median: null,
    sample: known.length,
    because,
  });
  if (followers === undefined) return unknown('the number of followers is not known');
  if (followers <= 0) return unknown('there are no followers');
  if (counts.length === 0) return unknown('no recent posts are known');
  if (known.length === 0) return unknown('likes or comments are hidden on every recent post');
  return {
    formula,
    value: ratio(middle(known), followers),
    median: ratio(median(known), followers),
    sample: known.length,
  };
}
