import type { Post } from '../influencer.ts';
import { z80 } from '../statistics.ts';
import { engagementsOf } from './engagement.ts';
import { type ExpectedRate, expectedEngagementRate, markerly2016, type TierBenchmark } from './tiers.ts';

/** What a post of this account can be expected to reach, as far as its few posts and its size tell. */
export interface EngagementEstimate {
  readonly formula: 'shrunk-engagement.v1';
  /** A fraction of the followers, or null where the account's own posts say nothing. */
  readonly value: number | null;
  /** The rate lies in here with 80 %, if posts vary as usual; null with the value. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Posts of the latest twelve whose counts are known, and those that hide them. */
  readonly sample: number;
  readonly hidden: number;
  /** How much of the value is the account's own, 0 to 1; the rest is its tier's. */
  readonly ownWeight: number;
  readonly expected: ExpectedRate | null;
  readonly because?: string;
}

/**
 * The tier counts like this many posts. An account's posts spread about 0.7 of their mean, and accounts of one size about 0.4 around what
 * is usual; (0.7 / 0.4)^2 is the weight at which the mean of both is the best guess (empirical Bayes, normal with known spread). Both
 * spreads are ours, no source publishes them: with three posts half of the value is the tier's, with twelve a fifth.
 */
export const tierPosts = 3;
const spreadOfPosts = 0.7;
const window = 12;

/**
 * `shrunk-engagement.v1`: the mean of likes + comments of the latest twelve posts by followers, drawn toward what the tier usually reaches.
 * Two posts of a stranger can not make a star. Hidden counts are unknown, they shrink the sample and never count as zero.
 */
export function engagementEstimate(
  posts: readonly Post[],
  followers: number | undefined,
  benchmark: TierBenchmark = markerly2016,
): EngagementEstimate {
  const latest = posts.slice(0, window);
  const known = latest.map(engagementsOf).filter(count => count !== undefined);
  const counted = {
    formula: 'shrunk-engagement.v1',
    sample: known.length,
    hidden: latest.length - known.length,
  } as const;
  const unknown = { ...counted, value: null, interval: null, ownWeight: 0 };
  if (followers === undefined || followers <= 0)
    return { ...unknown, expected: null, because: 'the number of followers is not known' };
  const expected = expectedEngagementRate(followers, benchmark);
  if (known.length === 0)
    return {
      ...unknown,
      expected,
      because: latest.length === 0 ? 'no recent posts are known' : 'likes or comments are hidden on every recent post',
    };
  const rates = known.map(count => count / followers);
  const posterior = shrunk(rates, expected.value);
  return { ...counted, ...posterior, ownWeight: rates.length / (rates.length + tierPosts), expected };
}

function shrunk(rates: readonly number[], prior: number): { value: number; interval: readonly [number, number] } {
  const weight = rates.length + tierPosts;
  const sum = rates.reduce((total, rate) => total + rate, 0);
  const mean = sum / rates.length;
  const value = (sum + tierPosts * prior) / weight;
  // The spread is shrunk like the mean: two equal posts do not prove that all are equal.
  const squares =
    rates.reduce((total, rate) => total + (rate - mean) ** 2, 0) + tierPosts * (spreadOfPosts * prior) ** 2;
  const margin = z80 * Math.sqrt(squares / weight / weight);
  return { value, interval: [Math.max(0, value - margin), value + margin] };
}
