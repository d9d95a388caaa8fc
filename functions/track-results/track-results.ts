import type { Input, Output } from '#shared/contracts/functions.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import type { Snapshot } from '#shared/domain/report/report.ts';
import { resultsOf as costsAndReturns } from '#shared/domain/report/results.ts';
import { isReportDue, nextTrackTime } from '#shared/domain/tracking/tracking-times.ts';
import type { AdvanceDeps } from '#shared/operations/advance.ts';
import { experimentSoFar } from '#shared/operations/experiment.ts';
import { standingOf } from '#shared/operations/funnel.ts';
import { type ResultDeps, type Results, resultsOf } from '#shared/operations/results.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { SnapshotStore } from '#shared/ports/tracking.ts';
import { brandFollowers } from './brand-followers.ts';
import { findPosts, type LookDeps, refreshPosts } from './look-at-posts.ts';

export interface TrackDeps extends AdvanceDeps, ResultDeps, LookDeps {
  readonly snapshots: SnapshotStore;
}

/**
 * Once a day: finds posts that nobody has told us of, refreshes the counts of those that are up, and keeps a snapshot of everything
 * that the reports draw.
 */
export const trackResults =
  (deps: TrackDeps) =>
  async ({ campaignId, at }: Input<'track-results'>): Promise<Output<'track-results'>> => {
    const campaign = await deps.campaigns.get(campaignId);
    const collaborations = await Array.fromAsync(deps.collaborations.ofCampaign(campaignId));
    await findPosts(deps, campaign, collaborations, at);
    await refreshPosts(deps, collaborations, at);
    const results = await resultsOf(deps, campaign);
    await deps.snapshots.put(await snapshotOf(deps, campaign, results, at));
    await judge(deps, campaign, results, at);
    const { spec, endsAt, lastReportAt, createdAt, status } = campaign;
    const ended = at >= endsAt || hasEnded(status);
    return {
      nextTrackAt: nextTrackTime(at, spec.period.timeZone, endsAt),
      reportDue: !ended && isReportDue(lastReportAt ?? createdAt, spec.reports.everyDays, at),
      ended,
    };
  };

/** From then on `deliver` writes as the winner does. */
async function judge(
  { campaigns }: TrackDeps,
  { campaignId, spec, experiment }: Campaign,
  { collaborations }: Results,
  at: string,
) {
  if (!spec.outreach.experiment || experiment?.winner) return;
  await campaigns.change(campaignId, { experiment: experimentSoFar(collaborations, at) });
}

async function snapshotOf(
  { sources }: TrackDeps,
  campaign: Campaign,
  standing: Results,
  at: string,
): Promise<Snapshot> {
  const results = costsAndReturns(standing, campaign.budget.currency);
  const sum = (of: (result: (typeof results)[number]) => number | undefined) =>
    results.reduce((all, result) => all + (of(result) ?? 0), 0);
  return {
    campaignId: campaign.campaignId,
    at,
    funnel: standingOf(standing.collaborations),
    spend: sum(({ cost }) => cost.minor),
    committed: campaign.commitments.committed,
    clicks: sum(({ clicks }) => clicks),
    orders: sum(({ orders }) => orders),
    revenue: sum(({ revenue }) => revenue.minor),
    engagements: sum(({ likes, comments }) => (likes ?? 0) + (comments ?? 0)),
    views: sum(({ views }) => views),
    brandFollowers: await brandFollowers(sources, campaign.spec.brand.profiles, at),
  };
}
