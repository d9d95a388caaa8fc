import type { Report, ReportKind } from '#shared/domain/report/report.ts';
import { buildReport } from '#shared/domain/report/report-builder.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { AttentionStore } from '#shared/ports/collaborations.ts';
import type { SnapshotStore } from '#shared/ports/tracking.ts';
import { type ResultDeps, resultsOf } from './results.ts';

export interface ReportDeps extends ResultDeps {
  readonly snapshots: SnapshotStore;
  readonly attention: AttentionStore;
}

/** A report from what is stored as of `at`. */
export async function reportNow(deps: ReportDeps, campaign: Campaign, kind: ReportKind, at: string): Promise<Report> {
  const { campaignId, spec, budget, commitments, counts } = campaign;
  const [results, snapshots, attention] = await Promise.all([
    resultsOf(deps, campaign),
    deps.snapshots.ofCampaign(campaignId),
    deps.attention.open(campaignId),
  ]);
  return buildReport({
    kind,
    campaign: {
      id: campaignId,
      name: spec.name,
      brand: spec.brand.name,
      startsOn: spec.period.startsOn,
      endsOn: spec.period.endsOn,
      currency: budget.currency,
      budget,
    },
    counts,
    committed: { minor: commitments.committed, currency: budget.currency },
    wanted: spec.wanted,
    attributionDays: spec.tracking.attributionDays,
    ...results,
    snapshots,
    attention,
    ...(campaign.forecast && { forecast: campaign.forecast }),
    at,
  });
}
