import { isFileSource } from '#shared/contracts/campaign/sources.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { inMinor } from '#shared/operations/spec-terms.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { Workflows } from '#shared/ports/workflows.ts';
import { checkedCampaign } from './checked-campaign.ts';
import { forecastAtLaunch } from './forecast.ts';
import { campaignSummary } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly files: FileStore;
  readonly workflows: Workflows;
  readonly senderDomain: string;
}

/** Checks the whole launch before anything is written, then stores the campaign and starts its execution. */
export const launchCampaign =
  (deps: Deps): RouteHandler =>
  async ({ rawBody, headers, caller, requestId, at }) => {
    const { spec, endsAt } = await checkedCampaign(deps, rawBody, at);

    // The same key and body launch the same campaign, whatever happened to the first answer.
    const key = headers['idempotency-key'] ?? requestId;
    const campaignId = `c-${shortHash(`${caller?.tokenId}|${key}|${new TextDecoder().decode(rawBody)}`)}`;
    await deps.campaigns.create({
      campaignId,
      spec: { ...spec, sources: await storedSources(deps.files, campaignId, spec.sources) },
      status: 'launched',
      paused: false,
      createdAt: at,
      endsAt,
      budget: inMinor(spec.budget.amount, spec.budget.currency),
      commitments: { committed: 0, byInfluencer: {} },
      counts: {},
      rejectedRows: [],
      forecast: await forecastAtLaunch(deps.files, spec, campaignId, at),
    });
    const executionArn = await deps.workflows.startCampaign(campaignId);
    const campaign = await deps.campaigns.change(campaignId, { executionArn });
    if (!campaign) throw new Fault('internal', 'The campaign was stored and is gone.');
    return { status: 201, json: campaignSummary(campaign), headers: { location: `/campaigns/${campaignId}` } };
  };

/** Lists given in the request itself become files like the uploaded ones: a campaign is one item of at most 400 kB. */
const storedSources = (files: FileStore, campaignId: string, sources: CampaignSpec['sources']) =>
  Promise.all(
    sources.map(async (source, index) => {
      if (!isFileSource(source) || source.text === undefined) return source;
      const { text, ...rest } = source;
      const upload = `${campaignId}-${index}`;
      await files.write(uploadKey(upload), text, 'text/plain; charset=utf-8');
      return { ...rest, upload };
    }),
  );
