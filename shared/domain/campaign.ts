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

/** Called off, done, or out of time: nothing new is agreed and nothing more is sent. A failed one may be redriven. */
export const isOver = ({ status, endsAt }: { status: CampaignStatus; endsAt: string }, at: string): boolean =>
  status === 'finished' || status === 'cancelled' || at >= endsAt;

/** In which a step of the workflow may still move a campaign on: a step in flight must not bring back what was cancelled. */
export const liveStatuses: readonly CampaignStatus[] = campaignStatuses.filter(status => status !== 'cancelled');

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
