import type { Money } from '../money.ts';

/** A number with its origin: which formula, from which inputs, why it came out so. */
export interface ScorePart {
  readonly name: 'engagement' | 'relevance' | 'reach' | 'freshness' | 'completeness';
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

/** 0 to 100, made of named parts with reasons. */
export interface Score {
  readonly version: 'score.v1';
  readonly at: string;
  readonly value: number;
  readonly parts: readonly ScorePart[];
  /** Why this candidate can not be shortlisted, empty if it can ("outside the follower band: 52,300 of 1,000 to 10,000"). */
  readonly exclusions: readonly string[];
  readonly followers?: number;
  /** A fraction of followers per post. */
  readonly engagementRate?: number;
  /** Likes and comments that one post can be expected to bring. */
  readonly expectedEngagements?: number;
  /** What we would offer, inside the campaign's floor and ceiling. */
  readonly expectedFee?: Money;
}
