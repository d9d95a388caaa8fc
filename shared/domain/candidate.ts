import type { Contact, ProfileMetrics, ProfileRef } from './influencer.ts';
import type { Money } from './money.ts';
import type { Score } from './scoring/score.ts';

/** Numbers that a file or vendor claims about a candidate; shown, and used only where we could not measure. */
export interface ClaimedFacts {
  readonly followers?: number;
  /** A fraction: 0.045 is 4.5 %. */
  readonly engagementRate?: number;
  readonly averageLikes?: number;
  readonly averageComments?: number;
  /** Vendor's audience quality score, 1 to 100. */
  readonly audienceQuality?: number;
  readonly fee?: Money;
  /** IndiRank and the like: system -> value. */
  readonly blogRank?: Readonly<Record<string, number>>;
}

/** Where in a source a candidate was found. */
export interface Sighting {
  /** "candidates.csv", "blogroll.opml". */
  readonly source: string;
  /** 1-based line or entry number. */
  readonly line: number;
  /** Folder path of an OPML outline, segment or list name. */
  readonly tag?: string;
}

/** What one row or entry of a source says about a person, before people found twice are merged. */
export interface FoundProfile {
  readonly name?: string;
  readonly profiles: readonly ProfileRef[];
  readonly email?: string;
  readonly feedUrl?: string;
  readonly country?: string;
  readonly city?: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly claimed: ClaimedFacts;
  readonly sighting: Sighting;
  /** Columns that no alias knows, as they came. */
  readonly raw: Readonly<Record<string, string>>;
}

/** A row that could not be used: which one, and what to mend. Never stops the rest. */
export interface RejectedRow {
  readonly source: string;
  readonly line: number;
  readonly because: string;
}

/** Where fetching a candidate's metrics stands. */
export type MetricsState =
  | {
      readonly kind: 'measured';
      readonly at: string;
      readonly profiles: readonly ProfileMetrics[];
      readonly gaps: readonly string[];
    }
  | { readonly kind: 'unreachable'; readonly at: string; readonly because: string };

/** An influencer considered in one campaign. */
export interface Candidate {
  readonly campaignId: string;
  readonly influencerId: string;
  readonly name: string;
  /** The profile the campaign would work with comes first. */
  readonly profiles: readonly ProfileRef[];
  readonly feedUrl?: string;
  readonly contact?: Contact;
  readonly country?: string;
  readonly city?: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly claimed: ClaimedFacts;
  readonly sightings: readonly Sighting[];
  readonly raw: Readonly<Record<string, string>>;
  readonly metrics?: MetricsState;
  readonly score?: Score;
  /** 1 = best. Set when the shortlist is drawn. */
  readonly shortlistRank?: number;
}
