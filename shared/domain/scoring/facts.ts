import type { Candidate } from '../candidate.ts';
import { hypeauditor12V1 } from '../engagement/engagement.ts';
import type { Post, ProfileMetrics, ProfileRef } from '../influencer.ts';
import { ratio } from '../statistics.ts';
import type { ScoringBrief } from './brief.ts';
import { type FoldedTexts, foldTexts } from './fold.ts';

/** A rate with its origin; `claimed.v1` is what a file says where nothing could be measured. */
export interface KnownRate {
  readonly formula: string;
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
  readonly posts: readonly Post[];
  /** Bio and topics in one; empty where neither is known. */
  readonly about: string;
  /** `about`, then each post, ready for searching. */
  readonly texts: FoldedTexts;
  readonly lastPostAgeDays: number | undefined;
  readonly country: string | undefined;
  readonly languages: readonly string[];
}

const dayMs = 86_400_000;

export function factsOf(candidate: Candidate, brief: ScoringBrief, now: number): Facts {
  const wanted = candidate.profiles.filter(profile => brief.platforms.includes(profile.platform));
  const measured = measuredProfile(candidate, wanted);
  const followers = measured?.followers ?? candidate.claimed.followers;
  const posts = measured?.posts ?? [];
  const about = `${measured?.bio ?? ''} ${candidate.topics.join(' ')}`.trim();
  const newest = posts[0] && Date.parse(posts[0].at);
  return {
    profile: measured?.profile ?? wanted[0],
    measured,
    followers,
    rate: rateOf(candidate, posts, followers),
    posts,
    about,
    texts: foldTexts([about, ...posts.map(post => post.text)]),
    lastPostAgeDays: newest === undefined || Number.isNaN(newest) ? undefined : Math.max(0, (now - newest) / dayMs),
    country: candidate.country ?? measured?.country,
    languages: measured?.language ? [...candidate.languages, measured.language] : candidate.languages,
  };
}

/** The first of the wanted profiles that was measured; `profiles` stands in the order the campaign prefers. */
function measuredProfile(candidate: Candidate, wanted: readonly ProfileRef[]): ProfileMetrics | undefined {
  if (candidate.metrics?.kind !== 'measured') return undefined;
  const { profiles } = candidate.metrics;
  for (const { platform, handle } of wanted) {
    const found = profiles.find(({ profile }) => profile.platform === platform && profile.handle === handle);
    if (found) return found;
  }
  return undefined;
}

function rateOf({ claimed }: Candidate, posts: readonly Post[], followers: number | undefined): KnownRate {
  const measured = hypeauditor12V1(posts, followers);
  if (measured.value !== null) return measured;
  const perPost =
    claimed.averageLikes === undefined ? undefined : claimed.averageLikes + (claimed.averageComments ?? 0);
  const value = claimed.engagementRate ?? ratio(perPost, followers);
  return value === null ? measured : { formula: 'claimed.v1', value, sample: 0 };
}
