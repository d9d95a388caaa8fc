import type { AttentionItem } from '../attention.ts';
import type { CollaborationStatus } from '../collaboration.ts';
import type { ProfileRef } from '../influencer.ts';
import type { Money } from '../money.ts';

/** One number that a person sees, with everything needed to compute it again. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  /** null: not known yet; shown as a dash, never as 0. Money in minor units; ratios and percentages as fractions of 1. */
  readonly value: number | null;
  readonly unit: 'count' | 'money' | 'ratio' | 'percent';
  readonly currency?: string;
  /** Formula id and version, e.g. `roas.v1`. */
  readonly formula: string;
  /** The formula in words: "attributed revenue / spend". */
  readonly explanation: string;
  readonly inputs: Readonly<Record<string, number | string | null>>;
  readonly at: string;
  /** An 80 % interval where the figure is an estimate. */
  readonly interval?: readonly [number, number];
}

export interface FunnelStep {
  readonly name: string;
  readonly count: number;
}

/** A line of a chart over time. */
export interface Series {
  readonly name: string;
  readonly unit: 'count' | 'money';
  readonly points: readonly { readonly at: string; readonly value: number }[];
}

/** What one collaboration brought so far. */
export interface CollaborationResult {
  readonly influencerId: string;
  readonly name: string;
  readonly profile: ProfileRef;
  readonly status: CollaborationStatus;
  readonly fee?: Money;
  readonly postUrl?: string;
  readonly likes?: number;
  readonly comments?: number;
  readonly views?: number;
  readonly clicks: number;
  readonly orders: number;
  /** Attributed revenue, refunds taken off. */
  readonly revenue: Money;
  /** Fee and sales commission owed so far. */
  readonly cost: Money;
}

export type ReportKind = 'kick-off' | 'progress' | 'final';

/** What stakeholders receive. Built from stored facts only, so the same facts give the same report byte for byte. */
export interface Report {
  readonly kind: ReportKind;
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly brand: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly currency: string;
    readonly budget: Money;
  };
  readonly at: string;
  /** One sentence: what a busy person should take away. */
  readonly headline: string;
  readonly figures: readonly Figure[];
  readonly funnel: readonly FunnelStep[];
  readonly series: readonly Series[];
  readonly results: readonly CollaborationResult[];
  readonly attention: readonly AttentionItem[];
  readonly notes: readonly string[];
}

/** The state of a campaign on one day, kept so that charts and growth can be drawn later. */
export interface Snapshot {
  readonly campaignId: string;
  readonly at: string;
  readonly funnel: Readonly<Partial<Record<CollaborationStatus, number>>>;
  readonly spend: number;
  readonly committed: number;
  readonly clicks: number;
  readonly orders: number;
  readonly revenue: number;
  readonly engagements: number;
  readonly views: number;
  /** Followers of the brand's own profiles, by profile key. */
  readonly brandFollowers: Readonly<Record<string, number>>;
}
