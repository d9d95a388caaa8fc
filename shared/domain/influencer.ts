import type { AccountKind } from './audience/classify-account.ts';
import type { CommentCounts } from './audience/comments/judge-comments.ts';
import type { FollowerSnapshot } from './audience/growth.ts';

/** Where a profile lives. */
export const platforms = ['instagram', 'youtube', 'tiktok', 'blog'] as const;
export type Platform = (typeof platforms)[number];

/** One account of an influencer. `handle` is canonical: see `profileRef` in profile.ts. */
export interface ProfileRef {
  readonly platform: Platform;
  readonly handle: string;
}

/** Why we may write to an address (kept with it, shown on request; GDPR Art. 14, SES acceptable use). */
export type ContactBasis = 'published-business-address' | 'consent' | 'earlier-collaboration';

/** An e-mail address with its provenance. */
export interface Contact {
  readonly email: string;
  /** Which source it came from, in words a person understands: "candidates.csv line 12". */
  readonly source: string;
  readonly obtainedAt: string;
  readonly basis: ContactBasis;
}

/** One published piece, as observed. An absent count is unknown (hidden, not asked for), never zero. */
export interface Post {
  readonly id: string;
  readonly url?: string;
  readonly at: string;
  readonly kind: 'image' | 'video' | 'carousel' | 'article';
  /** Caption, title or excerpt; at most 500 characters are kept. */
  readonly text: string;
  readonly likes?: number;
  readonly comments?: number;
  readonly views?: number;
}

/** Raw counts of one profile at one time, with their provenance. */
export interface ProfileMetrics {
  readonly profile: ProfileRef;
  readonly observedAt: string;
  /** The adapter that observed them: `instagram-business-discovery`, `youtube-data-v3`, `tiktok-display`, `feed`, `modash`. */
  readonly source: string;
  readonly name?: string;
  readonly bio?: string;
  readonly website?: string;
  readonly pictureUrl?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** ISO 639-1. */
  readonly language?: string;
  readonly followers?: number;
  readonly followings?: number;
  readonly postCount?: number;
  /** Newest first. */
  readonly posts: readonly Post[];
  /** An address that the profile or site itself publishes. */
  readonly publishedEmail?: string;
  /** What they say they write about, most frequent first: categories of a feed, tags of videos. */
  readonly topics?: readonly string[];
  /** Where a data vendor was asked. */
  readonly reported?: ReportedFacts;
  /** Earlier counts of followers and this one, oldest first. */
  readonly followerHistory?: readonly FollowerSnapshot[];
  /** What kinds of comments stood under the latest posts; the comments themselves are not kept. */
  readonly commentCounts?: CommentCounts;
  /** What kinds of accounts a list of its followers held. */
  readonly followerKinds?: Readonly<Record<AccountKind, number>>;
}

/** Vendors of influencer data. */
export const vendors = ['hypeauditor', 'modash'] as const;
export type Vendor = (typeof vendors)[number];

/** One part of an audience: a country by its ISO 3166-1 code, a language by its ISO 639-1 code. */
export interface AudienceShare {
  readonly code: string;
  readonly share: number;
}

/** What a data vendor works out about a profile. Every rate and share is a fraction, whatever the vendor's own unit. */
export interface ReportedFacts {
  readonly engagementRate?: number;
  readonly averageLikes?: number;
  readonly averageComments?: number;
  readonly averageViews?: number;
  /** 1 to 100 by HypeAuditor's audience quality score. */
  readonly audienceQuality?: number;
  readonly followerTypes?: {
    readonly real?: number;
    readonly suspicious?: number;
    readonly massFollowers?: number;
    readonly influencers?: number;
  };
  readonly countries?: readonly AudienceShare[];
  readonly languages?: readonly AudienceShare[];
  readonly ages?: readonly { readonly from: number; readonly to?: number; readonly share: number }[];
  readonly femaleShare?: number;
  /** The vendor says itself that it knows less than usual. */
  readonly isUnsure?: boolean;
}

/** What asking a platform for one profile came to. */
export type MetricsAnswer =
  | {
      readonly kind: 'found';
      readonly metrics: ProfileMetrics;
      /** What could not be had although the profile was, each with its reason. */
      readonly gaps?: readonly string[];
    }
  /** Not there, private or personal: asking again soon is pointless. */
  | { readonly kind: 'missing'; readonly because: string }
  /** The platform wants us to wait; nothing is wrong with the profile. */
  | { readonly kind: 'throttled'; readonly retryAt: string; readonly because: string }
  /** Our credentials or permissions are wrong: a person must act. */
  | { readonly kind: 'refused'; readonly because: string }
  /** The answer made no sense or the server failed; may work later. */
  | { readonly kind: 'broken'; readonly because: string };
