import type { Money } from './money.ts';

/** Life of a campaign. The last three are ends. */
export const campaignStatuses = [
  'launched',
  'identifying',
  'measuring',
  'scoring',
  'awaiting-approval',
  'running',
  'settling',
  'finished',
  'cancelled',
  'failed',
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const endedStatuses: readonly CampaignStatus[] = ['finished', 'cancelled', 'failed'];
export const hasEnded = (status: CampaignStatus): boolean => endedStatuses.includes(status);

/** What identifying, measuring and scoring came to; written by the step that knows. */
export interface CampaignCounts {
  readonly rows?: number;
  readonly rejectedRows?: number;
  readonly duplicates?: number;
  readonly candidates?: number;
  readonly measured?: number;
  readonly unreachable?: number;
  readonly eligible?: number;
  readonly shortlisted?: number;
}

/** Money promised to influencers, by influencer id, in minor units. `committed` is their sum and never exceeds the budget. */
export interface Commitments {
  readonly committed: number;
  readonly byInfluencer: Readonly<Record<string, number>>;
}

/** What is left to promise. */
export const remainingBudget = (budget: Money, commitments: Commitments): Money => ({
  minor: budget.minor - commitments.committed,
  currency: budget.currency,
});
