import type { Platform } from '../influencer.ts';
import type { Money } from '../money.ts';
import type { CompensationModel } from '../outreach/terms.ts';

/** What a candidate is judged against: the part of a campaign that scoring needs. Amounts are in the campaign's currency. */
export interface ScoringBrief {
  /** The niche in the audience's own words, any language. */
  readonly keywords: readonly string[];
  readonly platforms: readonly Platform[];
  readonly followers: { readonly min: number; readonly max: number };
  /** ISO 3166-1 alpha-2; empty: anywhere. */
  readonly countries: readonly string[];
  /** ISO 639-1; empty: any. */
  readonly languages: readonly string[];
  /** Brands whose recent advertisers are not asked. */
  readonly competitors: readonly string[];
  readonly compensation: {
    readonly model: CompensationModel;
    readonly floor: Money;
    readonly ceiling: Money;
    /** Minor units per engagement; may be a fraction of one. */
    readonly targetCostPerEngagement?: number | undefined;
  };
  readonly budget: Money;
  readonly wanted: number;
}
