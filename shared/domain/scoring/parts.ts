import { modashMedianV1, phlanxV1, upfluence90dV1 } from '../engagement/engagement.ts';
import { expectedEngagementRate } from '../engagement/tiers.ts';
import type { Post } from '../influencer.ts';
import { clamp } from '../statistics.ts';
import { count, percent } from '../words.ts';
import type { ScoringBrief } from './brief.ts';
import type { Facts } from './facts.ts';
import { findKeywords, type Keywords } from './keywords.ts';
import type { ScorePart } from './score.ts';

/**
 * `score.v1` weights follow the one published composite for influencer search (orthogonal-sh/skills#26): relevance 40, engagement
 * 25, followers 15, and 10 + 10 for what it calls content and audience, which stand here for freshness and completeness.
 */
export const weights: Readonly<Record<ScorePart['name'], number>> = {
  relevance: 0.4,
  engagement: 0.25,
  reach: 0.15,
  freshness: 0.1,
  completeness: 0.1,
};

/** A part before the weights of those that have a say are scaled to 1. */
export type RawPart = Omit<ScorePart, 'weight'>;

/** Half-way at what the tier usually reaches, three quarters at twice that: `1 - 2^-(rate / benchmark)`. */
export function engagementPart({ rate, followers, posts }: Facts, at: string): RawPart {
  const inputs = { rate: rate.value, sample: rate.sample, followers: followers ?? null };
  const part = { name: 'engagement', formula: rate.formula } as const;
  if (rate.value === null || followers === undefined)
    return {
      ...part,
      value: null,
      reason: `Engagement is unknown: ${rate.because ?? 'the number of followers is not known'}.`,
      inputs,
    };
  const benchmark = expectedEngagementRate(followers);
  const origin = rate.formula === 'claimed.v1' ? 'as the list claims, not measured' : `over ${rate.sample} posts`;
  const usual = `${percent(benchmark.value)} is usual for this size${benchmark.interpolated ? ' (interpolated)' : ''}`;
  return {
    ...part,
    value: 1 - 2 ** -(rate.value / benchmark.value),
    reason: `Engagement is ${percent(rate.value)} ${origin}; ${usual}.`,
    inputs: {
      ...inputs,
      benchmark: benchmark.value,
      benchmarkSource: benchmark.source,
      ...otherRates(posts, followers, at),
    },
  };
}

/** What the other calculators of the market would say, for comparison only. */
const otherRates = (posts: readonly Post[], followers: number, at: string): Record<string, number | null> =>
  Object.fromEntries(
    [phlanxV1(posts, followers), modashMedianV1(posts, followers, at), upfluence90dV1(posts, followers, at)].map(
      ({ formula, value }) => [formula, value],
    ),
  );

/**
 * `relevance.v1`: half for posts that speak of the niche (full from every second post on), three tenths for how much of it (full
 * from three keywords on), two tenths for a bio or topic that names it. Parts without text have no say.
 */
export function relevancePart({ about, posts, texts }: Facts, keywords: Keywords): RawPart {
  const hits = findKeywords(texts, keywords);
  const [inAbout = false, ...inPosts] = hits.texts;
  const speaking = inPosts.filter(Boolean).length;
  const part = { name: 'relevance', formula: 'relevance.v1' } as const;
  const inputs = { keywords: keywords.length, found: hits.names.length, posts: posts.length, speaking };
  if (keywords.length === 0 || (posts.length === 0 && about === ''))
    return { ...part, value: null, reason: 'There is no text to compare with the keywords.', inputs };
  const says = [
    posts.length > 0 ? ([0.5, clamp((2 * speaking) / posts.length, 0, 1)] as const) : undefined,
    [0.3, clamp(hits.names.length / Math.min(3, keywords.length), 0, 1)] as const,
    about !== '' ? ([0.2, inAbout ? 1 : 0] as const) : undefined,
  ].filter(say => say !== undefined);
  const whole = says.reduce((sum, [weight]) => sum + weight, 0);
  const named = hits.names.length > 0 ? hits.names.slice(0, 5).join(', ') : 'none of the keywords';
  return {
    ...part,
    value: says.reduce((sum, [weight, value]) => sum + weight * value, 0) / whole,
    reason: `Speaks of ${named} in ${speaking} of ${posts.length} posts.`,
    inputs,
  };
}

/** `reach.v1`: the place inside the follower band on a logarithmic scale. */
export function reachPart({ followers }: Facts, { followers: band }: ScoringBrief): RawPart {
  const part = { name: 'reach', formula: 'reach.v1' } as const;
  const inputs = { followers: followers ?? null, min: band.min, max: band.max };
  if (followers === undefined) return { ...part, value: null, reason: 'The number of followers is not known.', inputs };
  const low = logOf(band.min);
  const span = logOf(band.max) - low;
  const value = span > 0 ? clamp((logOf(followers) - low) / span, 0, 1) : Number(followers >= band.max);
  return { ...part, value, reason: `${count(followers)} followers.`, inputs };
}

const logOf = (followers: number): number => Math.log(Math.max(1, followers));

/** Posts younger than this are as fresh as can be; from 90 days on nothing is left (then they are excluded). */
const freshDays = 7;
const staleDays = 90;

/** `freshness.v1`: seven tenths for the age of the last post, three tenths for the pace, full from one post a week on. */
export function freshnessPart({ posts, lastPostAgeDays }: Facts): RawPart {
  const part = { name: 'freshness', formula: 'freshness.v1' } as const;
  const perWeek = postsPerWeek(posts);
  const inputs = { lastPostAgeDays: lastPostAgeDays ?? null, postsPerWeek: perWeek };
  if (lastPostAgeDays === undefined)
    return { ...part, value: null, reason: 'When they last posted is not known.', inputs };
  const recency = clamp((staleDays - lastPostAgeDays) / (staleDays - freshDays), 0, 1);
  const value = perWeek === null ? recency : 0.7 * recency + 0.3 * Math.min(1, perWeek);
  const pace = perWeek === null ? '' : `, ${perWeek.toFixed(1)} posts a week`;
  return { ...part, value, reason: `Last post ${count(lastPostAgeDays)} days ago${pace}.`, inputs };
}

function postsPerWeek(posts: readonly Post[]): number | null {
  const [newest, oldest] = [posts[0], posts.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const weeks = (Date.parse(newest.at) - Date.parse(oldest.at)) / (7 * 86_400_000);
  return weeks > 0 ? (posts.length - 1) / weeks : null;
}

/** `completeness.v1`: how much of what a person would want to know before writing is known. */
export function completenessPart(facts: Facts): RawPart {
  const known: Readonly<Record<string, boolean>> = {
    followers: facts.measured?.followers !== undefined,
    engagement: facts.rate.value !== null && facts.rate.formula !== 'claimed.v1',
    'six posts': facts.posts.length >= 6,
    'bio or topics': facts.about !== '',
    country: facts.country !== undefined,
    language: facts.languages.length > 0,
  };
  const names = Object.keys(known);
  const missing = names.filter(name => !known[name]);
  return {
    name: 'completeness',
    formula: 'completeness.v1',
    value: (names.length - missing.length) / names.length,
    reason: missing.length === 0 ? 'Everything we look for is known.' : `Not known: ${missing.join(', ')}.`,
    inputs: { known: names.length - missing.length, of: names.length },
  };
}
