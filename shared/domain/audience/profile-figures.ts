import type { MetricsState } from '../candidate.ts';
import { type EngagementRate, engagementRates, engagementSources } from '../engagement/engagement.ts';
import { type EngagementEstimate, engagementEstimate } from '../engagement/estimate.ts';
import { profileKey } from '../import/profile.ts';
import type { ProfileMetrics, ProfileRef } from '../influencer.ts';
import { type AudienceQuality, audienceEvidence, audienceQuality } from './audience-quality.ts';
import { type AccountVerdict, classifyAccount } from './classify-account.ts';
import { publicProfileOf } from './public-profile.ts';

/** Every figure of one profile that a person sees, each with its formula, inputs, sample and what it does not know. */
export interface ProfileFigures {
  readonly profile: ProfileRef;
  /** When the profile was looked at; the formulas' windows end here. */
  readonly at: string;
  /** Who looked. */
  readonly sources: readonly string[];
  readonly followers: number | null;
  readonly engagement: readonly (EngagementRate & { readonly source: string })[];
  readonly estimate: EngagementEstimate;
  readonly quality: AudienceQuality;
  readonly account: AccountVerdict;
}

/** One set of figures per profile that was observed, in the campaign's order. */
export function profileFigures(metrics: MetricsState | undefined): ProfileFigures[] {
  if (metrics?.kind !== 'measured') return [];
  const byProfile = Map.groupBy(metrics.profiles, ({ profile }) => profileKey(profile));
  return [...byProfile.values()].flatMap(observed => (observed[0] ? figuresOf(observed[0], observed) : []));
}

function figuresOf(first: ProfileMetrics, observed: readonly ProfileMetrics[]): ProfileFigures {
  const evidence = audienceEvidence(observed);
  const { followers, posts } = evidence;
  const { profile, observedAt: at, bio, name, website, pictureUrl, followings, postCount } = first;
  return {
    profile,
    at,
    sources: observed.map(({ source }) => source),
    followers: followers ?? null,
    engagement: engagementRates(posts, followers, at).map(rate => ({
      ...rate,
      source: engagementSources[rate.formula],
    })),
    estimate: engagementEstimate(posts, followers),
    quality: audienceQuality(evidence),
    account: classifyAccount(
      publicProfileOf({
        username: profile.handle,
        fullName: name,
        bio,
        url: website,
        pictureUrl,
        followers,
        followings,
        posts: postCount,
      }),
    ),
  };
}
