import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { currencyDigits, type Money, money } from '#shared/domain/money.ts';
import { feeLines, type RightsRates, rightsShare } from '#shared/domain/outreach/rights.ts';
import type { Terms } from '#shared/domain/outreach/terms.ts';
import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';

/** The spec's amounts are major units, as people write them; this is the one place that turns them into Money. */
export const inMinor = (amount: number, currency: string): Money =>
  money(amount * 10 ** (currencyDigits(currency) ?? 2), currency);

/** What we propose to somebody for this fee. */
export function termsFor({ compensation, brief, budget }: CampaignSpec, fee: Money): Terms {
  const lines = feeLines(fee, rightsRates(compensation), brief.exclusivityDays);
  return {
    model: compensation.model,
    fee,
    ...(lines.length > 0 && { lines }),
    perSalePercent: compensation.perSalePercent,
    perLead: inMinor(compensation.perLead, budget.currency),
    ...(compensation.product !== undefined && { product: compensation.product }),
    exclusivityDays: brief.exclusivityDays,
    usageRights: brief.usageRights,
  };
}

const rightsRates = ({ rights }: CampaignSpec['compensation']): RightsRates => ({
  exclusivityPer30Days: rights.exclusivityPercent / 100,
  usageRights: rights.usagePercent / 100,
});

/** Fees per collaboration between which no person has to be asked. */
export const feeBand = ({ compensation, budget }: CampaignSpec): { floor: Money; ceiling: Money } => ({
  floor: inMinor(compensation.floor, budget.currency),
  ceiling: inMinor(compensation.ceiling, budget.currency),
});

export const scoringBrief = (spec: CampaignSpec): ScoringBrief => ({
  ...spec.audience,
  summary: [spec.brief.summary, ...spec.brief.keyMessages].join(' '),
  brand: { name: spec.brand.name, category: spec.brand.category },
  competitors: spec.brand.competitors,
  exclusivityDays: spec.brief.exclusivityDays,
  wantsVideo: spec.brief.deliverables.some(({ format }) => format === 'reel' || format === 'video'),
  wanted: spec.wanted,
  budget: inMinor(spec.budget.amount, spec.budget.currency),
  compensation: {
    model: spec.compensation.model,
    ...feeBand(spec),
    rightsShare: rightsShare(rightsRates(spec.compensation), spec.brief.exclusivityDays),
    ...(spec.compensation.targetCostPerEngagement !== undefined && {
      targetCostPerEngagement:
        spec.compensation.targetCostPerEngagement * 10 ** (currencyDigits(spec.budget.currency) ?? 2),
    }),
  },
});
