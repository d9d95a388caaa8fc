import type { MetricsAnswer, Platform, Post, ProfileRef, Vendor } from '../domain/influencer.ts';

/** Where profiles are observed. Never throws for anything that a platform may answer. */
export interface ProfileMetricsSource {
  readonly id: string;
  readonly platform: Platform;
  metrics(ref: ProfileRef, options: { at: Date; feedUrl?: string }): Promise<MetricsAnswer>;
  findPost(ref: ProfileRef, url: string, options: { at: Date; feedUrl?: string }): Promise<PostAnswer>;
}

export type PostAnswer =
  | {
      readonly kind: 'found';
      readonly post: Post;
      /** The whole caption, description or article, at most 20,000 characters: a disclosure may stand at its end. */
      readonly text: string;
      /** Addresses that the post links to. */
      readonly links: readonly string[];
    }
  | Exclude<MetricsAnswer, { kind: 'found' }>;

/** A vendor that sells what it works out about profiles. Never throws for anything that it may answer. */
export interface ProfileReportSource {
  readonly id: Vendor;
  readonly platforms: readonly Platform[];
  /** `askedAt` where this report was asked for before: it is paid then, and only looked after. */
  report(ref: ProfileRef, options: { at: Date; askedAt?: string }): Promise<ReportAnswer>;
}

export type ReportAnswer =
  | MetricsAnswer
  /** The vendor is making it. */
  | { readonly kind: 'pending'; readonly retryAt: string; readonly because: string };
