import type { Platform } from '../influencer.ts';
import type { Money } from '../money.ts';
import type { CompensationModel } from '../outreach/terms.ts';

/** What a candidate is judged against: the part of a campaign that scoring needs. Amounts are in the campaign's currency. */
export interface ScoringBrief {
  /** The niche in the audience's own words, any language. */
  readonly keywords: readonly string[];
  /** What the brief says in sentences; its words count for a little. */
  readonly summary?: string;
  readonly platforms: readonly Platform[];
  readonly followers: { readonly min: number; readonly max: number };
  /** ISO 3166-1 alpha-2; empty: anywhere. */
  readonly countries: readonly string[];
  /** ISO 639-1; empty: any. */
  readonly languages: readonly string[];
  readonly brand?: { readonly name: string; readonly category: string };
  /** Brands whose recent advertisers are not asked. */
  readonly competitors: readonly string[];
  /** For how long before today an advertisement for a competitor or the same category counts. */
  readonly exclusivityDays?: number;
  /** Whether a reel or video is among what they are asked for. */
  readonly wantsVideo?: boolean;
  readonly compensation: {
    readonly model: CompensationModel;
    readonly floor: Money;
    readonly ceiling: Money;
    /** Minor units per engagement; may be a fraction of one. */
    readonly targetCostPerEngagement?: number | undefined;
    /** What rights cost on top, as a share of the price of the content. */
    readonly rightsShare?: number;
  };
  readonly budget: Money;
  readonly wanted: number;
}
