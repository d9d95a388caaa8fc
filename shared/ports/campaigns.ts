import type { CampaignSpec } from '../contracts/campaign-spec.ts';
import type { CampaignCounts, CampaignStatus, Commitments } from '../domain/campaign.ts';
import type { RejectedRow } from '../domain/candidate.ts';
import type { KeptForecast } from '../domain/forecast/kept-forecast.ts';
import type { Money } from '../domain/money.ts';
import type { ExperimentResult } from '../domain/outreach/experiment.ts';
import type { Page, PageRequest } from './page.ts';

/** A campaign as stored. */
export interface Campaign {
  readonly campaignId: string;
  readonly spec: CampaignSpec;
  readonly status: CampaignStatus;
  readonly paused: boolean;
  readonly createdAt: string;
  readonly endsAt: string;
  readonly budget: Money;
  readonly commitments: Commitments;
  readonly counts: CampaignCounts;
  /** At most 50 are kept for people to read; `counts.rejectedRows` has the number. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly executionArn?: string;
  readonly approval?: CampaignApproval;
  readonly lastReportAt?: string;
  readonly failure?: string;
  /** How the two ways to write the invitation did when results were last tracked. */
  readonly experiment?: ExperimentResult;
  /** What was expected when it was launched. */
  readonly forecast?: KeptForecast;
}

export interface CampaignApproval {
  readonly deadline: string;
  readonly taskToken?: string;
  readonly decidedAt?: string;
}

export type CampaignChange = Partial<
  Pick<
    Campaign,
    | 'spec'
    | 'status'
    | 'paused'
    | 'executionArn'
    | 'approval'
    | 'lastReportAt'
    | 'failure'
    | 'rejectedRows'
    | 'experiment'
  >
> & { readonly counts?: CampaignCounts };

export interface CampaignStore {
  /** Stores a new campaign; answers false where the id exists already. */
  create(campaign: Campaign): Promise<boolean>;
  /** Faults: not-found. */
  get(campaignId: string): Promise<Campaign>;
  find(campaignId: string): Promise<Campaign | undefined>;
  list(request: PageRequest & { status?: CampaignStatus | undefined }): Promise<Page<Campaign>>;
  /** Writes the named fields; `counts` are merged. Answers the campaign as it then stands, or undefined where `ifStatus` did not hold. */
  change(
    campaignId: string,
    change: CampaignChange,
    ifStatus?: readonly CampaignStatus[],
  ): Promise<Campaign | undefined>;
  /** Promises `fee` to an influencer if the budget covers it; promising the same again changes nothing. */
  commit(campaignId: string, influencerId: string, fee: Money): Promise<'committed' | 'over-budget'>;
  release(campaignId: string, influencerId: string): Promise<void>;
}
