import type { AttentionItem } from '../attention.ts';
import type { CampaignCounts } from '../campaign.ts';
import type { Collaboration } from '../collaboration.ts';
import type { KeptForecast } from '../forecast/kept-forecast.ts';
import type { Money } from '../money.ts';
import type { Report, ReportKind, Snapshot } from './report.ts';

/** What one collaboration brought, as counted by links, shop and platform. An absent count is unknown, never zero. */
export interface Brought {
  readonly clicks: number;
  /** Attributed orders that stand. */
  readonly orders: number;
  /** Refunds taken off. */
  readonly revenue: Money;
  readonly leads?: number;
  readonly likes?: number;
  readonly comments?: number;
  readonly views?: number;
}

/** The stored facts that a report is built from. */
export interface ReportInput {
  readonly kind: ReportKind;
  readonly campaign: Report['campaign'];
  readonly counts: CampaignCounts;
  /** Promised to influencers so far. */
  readonly committed: Money;
  readonly wanted: number;
  readonly attributionDays: number;
  readonly collaborations: readonly Collaboration[];
  /** By influencer id; who is not in it has brought nothing yet. */
  readonly brought: ReadonlyMap<string, Brought>;
  readonly snapshots: readonly Snapshot[];
  readonly attention: readonly AttentionItem[];
  /** What was expected at the launch. */
  readonly forecast?: KeptForecast;
  readonly at: string;
}
