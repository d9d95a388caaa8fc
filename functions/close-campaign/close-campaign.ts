import * as z from 'zod';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';

/** EventBridge's "Step Functions Execution Status Change", as far as it is needed. */
const statusChange = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

/** A campaign's execution has ended before its time: says why and withdraws what is still open. Told twice, it changes nothing more. */
export const closeCampaign =
  (deps: AdvanceDeps) =>
  async (event: unknown): Promise<Record<string, never>> => {
    const { time, detail } = statusChange.parse(event);
    const at = new Date(time).toISOString();
    // The name of an execution is the id of its campaign.
    const campaignId = detail.name;
    const campaign = await deps.campaigns.find(campaignId);
    if (!campaign) return {};
    const failure = [detail.error, detail.cause].filter(Boolean).join(': ').slice(0, 2000) || detail.status;
    const isCancelled = campaign.status === 'cancelled' || detail.status === 'ABORTED';
    if (!isCancelled) {
      await deps.campaigns.change(campaignId, { status: 'failed', failure });
      await deps.attention.raise({
        campaignId,
        id: `failed-${campaignId}`,
        raisedAt: at,
        because: `The campaign stopped: ${failure}`,
        options: ['redrive the execution after mending the cause (docs/runbook.md)', 'cancel'],
      });
      // A redrive goes on where it stopped, with every collaboration as it stands.
      return {};
    }
    await deps.campaigns.change(campaignId, { status: 'cancelled' });
    const because = 'the campaign was cancelled';
    const open = [];
    for await (const collaboration of deps.collaborations.ofCampaign(campaignId)) open.push(collaboration.influencerId);
    for (const influencerId of open) await advance(deps)(campaignId, influencerId, { kind: 'withdrawn', because }, at);
    return {};
  };
