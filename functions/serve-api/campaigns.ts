import { routes } from '#shared/contracts/http.ts';
import { type CampaignStatus, campaignStatuses, hasEnded } from '#shared/domain/campaign.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import type { AdvanceDeps } from '#shared/operations/advance.ts';
import { funnelOf } from '#shared/operations/funnel.ts';
import { withdrawAll } from '#shared/operations/withdraw-all.ts';
import type { Campaign, CampaignChange, CampaignStore } from '#shared/ports/campaigns.ts';
import type { Workflows } from '#shared/ports/workflows.ts';
import { keptForecastView } from './forecast.ts';
import { campaignSummary } from './views.ts';

interface Deps extends AdvanceDeps {
  readonly workflows: Workflows;
}

export const listCampaigns =
  ({ campaigns }: Deps): RouteHandler =>
  async ({ query }) => {
    const { items, cursor } = await campaigns.list(parsed(routes.listCampaigns.query, query, 'The query'));
    return { status: 200, json: { items: items.map(campaignSummary), ...(cursor && { nextCursor: cursor }) } };
  };

export const getCampaign =
  ({ campaigns, collaborations, attention }: Deps): RouteHandler =>
  async ({ params }) => {
    const campaign = await campaigns.get(params.campaignId ?? '');
    const { approval, failure, counts, rejectedRows } = campaign;
    return {
      status: 200,
      json: {
        ...campaignSummary(campaign),
        counts,
        ...(await funnelOf(collaborations, campaign)),
        rejectedRows,
        attention: await attention.open(campaign.campaignId),
        ...(approval && {
          approval: { deadline: approval.deadline, ...(approval.decidedAt && { decidedAt: approval.decidedAt }) },
        }),
        ...(failure !== undefined && { failure }),
        ...(campaign.forecast && { forecast: keptForecastView(campaign.forecast, campaign.budget.currency) }),
        ...(campaign.experiment && { experiment: campaign.experiment }),
      },
    };
  };

const setPaused =
  (paused: boolean) =>
  ({ campaigns }: Deps): RouteHandler =>
  async ({ params }) => {
    const campaign = await campaigns.get(params.campaignId ?? '');
    return { status: 200, json: campaignSummary(await changed(campaigns, campaign, { paused }, running)) };
  };

export const pauseCampaign = setPaused(true);
export const resumeCampaign = setPaused(false);

/**
 * Marks the campaign first, so that nothing more goes out, then stops its execution; `close-campaign` hears of that and withdraws what is
 * open. The execution of a failed campaign has stopped already: nobody would hear of it.
 */
export const cancelCampaign =
  (deps: Deps): RouteHandler =>
  async ({ params, at }) => {
    const { campaigns, workflows } = deps;
    const campaign = await campaigns.get(params.campaignId ?? '');
    // Cancelling again stops what an earlier attempt left running, or withdraws what it left open.
    const cancelled = await changed(campaigns, campaign, { status: 'cancelled' }, [...running, 'failed', 'cancelled']);
    if (campaign.executionArn) await workflows.stop(campaign.executionArn, 'cancelled by the ops team');
    if (!running.includes(campaign.status)) await withdrawAll(deps)(campaign.campaignId, at);
    return { status: 200, json: campaignSummary(cancelled) };
  };

const running = campaignStatuses.filter(status => !hasEnded(status));

async function changed(
  campaigns: CampaignStore,
  { campaignId }: Campaign,
  change: CampaignChange,
  ifStatus: readonly CampaignStatus[],
): Promise<Campaign> {
  const now = await campaigns.change(campaignId, change, ifStatus);
  if (now) return now;
  const { status } = await campaigns.get(campaignId);
  throw new Fault('conflict', `The campaign is ${status} already.`);
}
