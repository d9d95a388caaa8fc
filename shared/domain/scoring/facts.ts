import { type AudiencePart, audienceEvidence, audienceScorePart, judgeAudience } from '../audience/audience-quality.ts';
import type { Candidate, ClaimedFacts } from '../candidate.ts';
import { hypeauditor12V1 } from '../engagement/engagement.ts';
import { type ExpectedRate, expectedEngagementRate } from '../engagement/tiers.ts';
import type { EarlierCollaboration } from '../import/history.ts';
import type { Post, ProfileMetrics, ProfileRef } from '../influencer.ts';
import { currencyDigits } from '../money.ts';
import { ratio } from '../statistics.ts';
import type { ScoringBrief } from './brief.ts';
import { missingIn } from './parts/completeness.ts';
import { estimatedFee, type FeeEstimate } from './rates.ts';
import { type Reading, readTexts } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A rate with its origin. Where nothing could be measured, `reported.v1` is what a vendor says and `claimed.v1` what a file says.
 */
export interface KnownRate {
  readonly formula: string;
  /** Who reports it. */
  readonly source?: string;
  readonly value: number | null;
  readonly sample: number;
  readonly because?: string;
}

/** What is known of a candidate on the profile that the campaign would work with. */
export interface Facts {
  readonly profile: ProfileRef | undefined;
  readonly measured: ProfileMetrics | undefined;
  readonly followers: number | undefined;
  readonly rate: KnownRate;
  /** What accounts of this size usually have. */
  readonly usualRate: ExpectedRate | undefined;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly postsPerWeek: number | null;
  readonly lastPostAgeDays: number | undefined;
  readonly hasAbout: boolean;
  readonly reading: Reading;
  readonly country: string | undefined;
  readonly languages: readonly string[];
  /** What one post costs: asked for, or what is usual. */
  readonly fee: FeeEstimate | undefined;
  readonly claimed: ClaimedFacts;
  /** Earlier collaborations with this brand. */
  readonly history: readonly EarlierCollaboration[];
  readonly audience: AudiencePart;
  /** What a person would want to know and we do not. */
  readonly missing: readonly string[];
}

const dayMs = 86_400_000;
/** The campaign file's default, and the usual length of category exclusivity after the day of the post. */
const exclusiveDays = 30;

export function factsOf(candidate: Candidate, brief: ScoringBrief, vocabulary: Vocabulary, now: number): Facts {
  const wanted = candidate.profiles.filter(({ platform }) => brief.platforms.includes(platform));
  const measured = measuredProfile(candidate, wanted);
  const profile = measured?.profile ?? wanted[0];
  const observed = observedOf(candidate, profile);
  const followers = observed.find(one => one.followers !== undefined)?.followers ?? candidate.claimed.followers;
  const posts = measured?.posts ?? [];
  const about = `${measured?.bio ?? ''} ${candidate.topics.join(' ')}`.trim();
  const newest = timeOf(posts[0]);
  const sinceMs = now - (brief.exclusivityDays ?? exclusiveDays) * dayMs;
  const known = {
    profile,
    measured,
    followers,
    rate: rateOf(candidate, observed, followers),
    usualRate: usualFor(followers),
    posts,
    postsPerWeek: pace(newest, posts),
    lastPostAgeDays: Number.isNaN(newest) ? undefined : Math.max(0, (now - newest) / dayMs),
    hasAbout: about !== '',
    reading: readTexts({ about, posts, profile, sinceMs }, vocabulary),
    country: candidate.country ?? measured?.country,
    languages: measured?.language ? [...candidate.languages, measured.language] : candidate.languages,
    fee: feeOf(candidate.claimed, followers, brief),
    claimed: candidate.claimed,
    history: candidate.history ?? [],
    audience: audienceOf(candidate, observed, followers),
  };
  return { ...known, missing: missingIn(known) };
}

export const usualFor = (followers: number | undefined): ExpectedRate | undefined =>
  followers === undefined ? undefined : expectedEngagementRate(followers);

/** The first of the wanted profiles that was measured; `profiles` stands in the order the campaign prefers. */
function measuredProfile({ metrics }: Candidate, wanted: readonly ProfileRef[]): ProfileMetrics | undefined {
  if (metrics?.kind !== 'measured') return undefined;
  for (const { platform, handle } of wanted) {
    const found = metrics.profiles.find(({ profile }) => profile.platform === platform && profile.handle === handle);
    if (found) return found;
  }
  return undefined;
}

/** All that was observed of a profile: the platform's own word first, then the vendor's. */
const observedOf = ({ metrics }: Candidate, profile: ProfileRef | undefined): readonly ProfileMetrics[] =>
  metrics?.kind !== 'measured' || profile === undefined
    ? []
    : metrics.profiles.filter(
        one => one.profile.platform === profile.platform && one.profile.handle === profile.handle,
      );

/** By our own formula over all that anybody observed of the profile; else what a vendor or the list says the quality is. */
function audienceOf(
  { claimed }: Candidate,
  observed: readonly ProfileMetrics[],
  followers: number | undefined,
): AudiencePart {
  const own = audienceScorePart(judgeAudience(audienceEvidence(observed, followers)));
  if (own.value !== null) return own;
  const vendor = observed.find(({ reported }) => reported?.audienceQuality !== undefined);
  const quality = vendor?.reported?.audienceQuality ?? claimed.audienceQuality;
  if (quality === undefined) return own;
  return {
    value: Math.min(100, Math.max(0, quality)) / 100,
    formula: vendor ? 'reported.v1' : 'claimed.v1',
    reason: `Audience quality is ${quality} of 100 as ${vendor ? `${vendor.source} reports` : 'the list claims, not measured'}.`,
    inputs: { ...own.inputs, quality },
  };
}

function rateOf({ claimed }: Candidate, observed: readonly ProfileMetrics[], followers: number | undefined): KnownRate {
  const measured = hypeauditor12V1(observed[0]?.posts ?? [], followers);
  if (measured.value !== null) return measured;
  const vendor = observed.find(({ reported }) => reported?.engagementRate !== undefined);
  if (vendor?.reported?.engagementRate !== undefined)
    return { formula: 'reported.v1', source: vendor.source, value: vendor.reported.engagementRate, sample: 0 };
  const perPost =
    claimed.averageLikes === undefined ? undefined : claimed.averageLikes + (claimed.averageComments ?? 0);
  const value = claimed.engagementRate ?? ratio(perPost, followers);
  return value === null ? measured : { formula: 'claimed.v1', value, sample: 0 };
}

const timeOf = (post: Post | undefined): number => (post === undefined ? Number.NaN : Date.parse(post.at));

function pace(newest: number, posts: readonly Post[]): number | null {
  const weeks = (newest - timeOf(posts.at(-1))) / (7 * dayMs);
  return weeks > 0 ? (posts.length - 1) / weeks : null;
}

/** What they ask in the campaign's currency; an amount in another one is not converted, rates of exchange are no data of ours. */
export function feeOf(
  { fee }: ClaimedFacts,
  followers: number | undefined,
  brief: ScoringBrief,
): FeeEstimate | undefined {
  const { ceiling } = brief.compensation;
  if (fee?.currency === ceiling.currency) return { minor: fee.minor, basis: 'asked' };
  if (followers === undefined) return undefined;
  return estimatedFee(followers, ceiling, currencyDigits(ceiling.currency) ?? 2, brief.wantsVideo ?? false);
}
