import type { Money } from '../money.ts';

/** In the order in which people read them. */
export const partNames = [
  'relevance',
  'engagement',
  'audience',
  'reach',
  'price',
  'exclusivity',
  'freshness',
  'completeness',
  'history',
] as const;
export type PartName = (typeof partNames)[number];

/** A number with its origin: which formula, from which inputs, why it came out so. */
export interface ScorePart {
  readonly name: PartName;
  /** Share of the whole, 0 to 1; the weights of the parts that could be judged are scaled to sum to 1. */
  readonly weight: number;
  /** 0 to 1, or null where the inputs are missing (then the part has no say). */
  readonly value: number | null;
  /** Formula id and version, e.g. `hypeauditor-12.v1`. */
  readonly formula: string;
  /** One sentence that a person understands. */
  readonly reason: string;
  readonly inputs: Readonly<Record<string, number | string | null>>;
}

/** Something that was found and speaks against a candidate, so that a person can check it. */
export interface Evidence {
  /** `exclusion`: can not be shortlisted; `penalty`: costs points; `doubt`: a person reads it before anybody writes to them. */
  readonly effect: 'exclusion' | 'penalty' | 'doubt';
  readonly says: string;
  /** As they stand there. */
  readonly words: string;
  readonly url?: string;
  readonly at?: string;
}

/** What would have made the score another one. */
export interface Change {
  readonly part: PartName;
  /** Points of the score, as it is shown. */
  readonly points: number;
  /** "An engagement rate of 3.1 % instead of 1.2 % would have added 8.4 points." */
  readonly says: string;
}

/** 0 to 100, made of named parts with reasons. */
export interface Score {
  readonly version: 'score.v1' | 'score.v2';
  readonly at: string;
  readonly value: number;
  readonly parts: readonly ScorePart[];
  /** Why this candidate can not be shortlisted, empty if it can ("outside the follower band: 52,300 of 1,000 to 10,000"). */
  readonly exclusions: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** The two changes that would have moved it most. */
  readonly changes?: readonly Change[];
  readonly followers?: number;
  /** A fraction of followers per post. */
  readonly engagementRate?: number;
  /** Likes and comments that one post can be expected to bring. */
  readonly expectedEngagements?: number;
  /** What we would offer, inside the campaign's floor and ceiling. */
  readonly expectedFee?: Money;
  /** Whose members are taken to share followers: platform, country and what they speak of most. */
  readonly community?: string;
}
