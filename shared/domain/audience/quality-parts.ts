import { engagementEstimate } from '../engagement/estimate.ts';
import type { Post, ReportedFacts } from '../influencer.ts';
import { wilson } from '../statistics.ts';
import { count, percent } from '../words.ts';
import { aqsOpenV1, type QualityPartName } from './aqs-weights.ts';
import type { AccountKind } from './classify-account.ts';
import { type CommentCounts, judgementOf } from './comments/judge-comments.ts';
import { type FollowerSnapshot, judgeGrowth } from './growth.ts';

/** What is known of an account and of those who follow it. Whatever is absent is said to be missing, never guessed. */
export interface AudienceEvidence {
  readonly followers?: number | undefined;
  /** Newest first. */
  readonly posts: readonly Post[];
  /** Followers of which the public fields were judged. */
  readonly followerKinds?: Readonly<Record<AccountKind, number>> | undefined;
  /** The same as shares, by a data vendor. */
  readonly followerTypes?: ReportedFacts['followerTypes'] | undefined;
  readonly isVendorUnsure?: boolean | undefined;
  readonly history?: readonly FollowerSnapshot[] | undefined;
  readonly commentCounts?: CommentCounts | undefined;
}

export interface QualityPart {
  readonly name: QualityPartName;
  readonly formula: string;
  /** 0 to 1, or null where it is missing. */
  readonly value: number | null;
  /** 80 %, where the sample tells one. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly sample: number;
  /** 0 where it is missing, 1 with a full sample. */
  readonly confidence: number;
  readonly inputs: Readonly<Record<string, number | string | null>>;
  /** One sentence; of a missing part, what it needs. */
  readonly reason: string;
}

const { full, vendor } = aqsOpenV1;

const missing = (
  name: QualityPartName,
  formula: string,
  needs: string,
  inputs: QualityPart['inputs'] = {},
): QualityPart => ({
  name,
  formula,
  value: null,
  interval: null,
  sample: 0,
  confidence: 0,
  inputs,
  reason: `Missing: ${name}, ${needs}.`,
});

/** Half-way at what the tier usually reaches, three quarters at twice that, as in the score. */
const besideTier = (rate: number, usual: number): number => 1 - 2 ** -(rate / usual);

export function engagementQuality({ posts, followers }: AudienceEvidence): QualityPart {
  const { formula, value, interval, sample, hidden, ownWeight, expected, because } = engagementEstimate(
    posts,
    followers,
  );
  const inputs = {
    rate: value,
    usual: expected?.value ?? null,
    benchmark: expected?.source ?? null,
    interpolated: expected ? Number(expected.interpolated) : null,
    followers: followers ?? null,
    hidden,
    ownWeight,
  };
  if (value === null || interval === null || expected === null)
    return missing('engagement', formula, because ?? 'no posts are known', inputs);
  const usual = `${percent(expected.value)} is usual for this size${expected.interpolated ? ' (interpolated)' : ''}`;
  return {
    name: 'engagement',
    formula,
    value: besideTier(value, expected.value),
    interval: [besideTier(interval[0], expected.value), besideTier(interval[1], expected.value)],
    sample,
    confidence: Math.min(1, sample / full.posts),
    inputs,
    reason: `Engagement is ${percent(value)} over ${sample} posts, drawn toward its tier; ${usual}.`,
  };
}

/** Real people and influencers among the followers: by our own judgement of a sample, else by a vendor's. */
export function realAudienceQuality({ followerKinds, followerTypes, isVendorUnsure }: AudienceEvidence): QualityPart {
  if (followerKinds) {
    const { real, influencer, suspicious, 'mass-follower': mass } = followerKinds;
    const sample = real + influencer + suspicious + mass;
    if (sample > 0) {
      const share = (real + influencer) / sample;
      return {
        name: 'real-audience',
        formula: 'account-card.v1',
        value: share,
        interval: wilson(real + influencer, sample),
        sample,
        confidence: Math.min(1, sample / full.followers),
        inputs: { unwanted: (suspicious + mass) / sample, real, influencer, suspicious, massFollowers: mass },
        reason: `${percent(share)} of ${count(sample)} followers looked at are real.`,
      };
    }
  }
  if (followerTypes?.real !== undefined) {
    const { real, influencers = 0, suspicious, massFollowers } = followerTypes;
    const share = Math.min(1, real + influencers);
    const unwanted =
      suspicious === undefined && massFollowers === undefined ? null : (suspicious ?? 0) + (massFollowers ?? 0);
    return {
      name: 'real-audience',
      formula: 'reported.v1',
      value: share,
      interval: null,
      sample: 0,
      confidence: isVendorUnsure ? vendor.unsure : vendor.sure,
      inputs: {
        unwanted,
        real,
        influencer: influencers,
        suspicious: suspicious ?? null,
        massFollowers: massFollowers ?? null,
      },
      reason: `${percent(share)} of the followers are real, as a vendor reports.`,
    };
  }
  return missing(
    'real-audience',
    'account-card.v1',
    'needs a list of followers with their public counts, or a vendor’s report',
  );
}

export function growthQuality({ history = [] }: AudienceEvidence): QualityPart {
  const { formula, value, snapshots, usualDailyGrowth, anomalies, because } = judgeGrowth(history);
  const inputs = { snapshots, anomalies: anomalies.length, usualDailyGrowth };
  if (value === null) return missing('growth', formula, because ?? 'needs snapshots', inputs);
  const [first] = anomalies;
  const found =
    first === undefined
      ? 'no sudden jumps or drops'
      : `${anomalies.length} sudden ${anomalies.length === 1 ? 'change' : 'changes'}, the first from ${first.from.slice(0, 10)} to ${first.to.slice(0, 10)}: ${count(first.excess)} followers out of step`;
  return {
    name: 'growth',
    formula,
    value,
    interval: null,
    sample: snapshots,
    confidence: Math.min(1, snapshots / full.snapshots),
    inputs,
    reason: `Over ${snapshots} snapshots: ${found}.`,
  };
}

export function commentQuality({ commentCounts }: AudienceEvidence): QualityPart {
  const formula = 'comment-authenticity.v1';
  const judged = commentCounts && judgementOf(commentCounts);
  if (!judged || judged.value === null)
    return missing('comments', formula, 'needs comments that can be read (YouTube gives them, Instagram does not)');
  const { value, interval, sample, counts } = judged;
  return {
    name: 'comments',
    formula,
    value,
    interval,
    sample,
    confidence: Math.min(1, sample / full.comments),
    inputs: counts,
    reason: `${percent(value)} of ${count(sample)} comments speak of the post.`,
  };
}
