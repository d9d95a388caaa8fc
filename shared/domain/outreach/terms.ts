import type { Money } from '../money.ts';
import type { FeeLine } from './rights.ts';

export type CompensationModel = 'fixed' | 'per-sale' | 'per-lead' | 'mixed';

/** What we propose (an offer) or what both agreed. */
export interface Terms {
  readonly model: CompensationModel;
  readonly fee: Money;
  /** What of the fee pays for what, where rights are priced. */
  readonly lines?: readonly FeeLine[];
  /** Percent of attributed revenue, 0 to 100. */
  readonly perSalePercent: number;
  readonly perLead: Money;
  readonly product?: string;
  readonly exclusivityDays: number;
  readonly usageRights: string;
}
