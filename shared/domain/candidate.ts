import type { EarlierCollaboration } from './import/history.ts';
import type { Contact, ContactBasis, ProfileMetrics, ProfileRef } from './influencer.ts';
import type { Money } from './money.ts';
import type { Score } from './scoring/score.ts';
import type { SharedWith } from './scoring/shortlist/shares.ts';

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
  /** Why the address may be written to, where it is not one that they publish. */
  readonly basis?: ContactBasis;
  /** What they did for this brand before. */
  readonly history?: readonly EarlierCollaboration[];
}

/** A row that could not be used: which one, and what to mend. Never stops the rest. */
export interface RejectedRow {
  readonly source: string;
  readonly line: number;
  readonly because: string;
}

/** Who had nothing for us, or not all, and why. */
export interface MetricsGap {
  /** A profile ("instagram:meera") or a vendor. */
  readonly who: string;
  readonly kind: 'missing' | 'refused' | 'partly';
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
  | { readonly kind: 'unreachable'; readonly at: string; readonly because: string }
  /** Somebody asked us to wait. What is known already is kept, so that nothing is asked for twice. */
  | {
      readonly kind: 'waiting';
      /** Since when. */
      readonly at: string;
      readonly because: string;
      readonly profiles: readonly ProfileMetrics[];
      readonly gaps: readonly MetricsGap[];
      /** How often waiting was in vain for another reason than a quota. */
      readonly disappointments: number;
      /** When the vendor was first asked for the report that it is still making. */
      readonly reportAskedAt?: string;
    };

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
  /** The rows that they were merged from, where several were: by these they can be split again. */
  readonly evidence?: readonly FoundProfile[];
  /** What they did for this brand before, newest first. */
  readonly history?: readonly EarlierCollaboration[];
  readonly metrics?: MetricsState;
  readonly score?: Score;
  /** 1 = best. Set when the shortlist is drawn. */
  readonly shortlistRank?: number;
  /** With whom on the shortlist they share most followers. Set with the rank. */
  readonly sharedFollowers?: readonly SharedWith[];
}
