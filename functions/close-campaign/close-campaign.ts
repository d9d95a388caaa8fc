import * as z from 'zod';
import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { endCollaboration } from '#shared/operations/end-collaboration.ts';

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
    if (!campaign || campaign.status === 'finished') return {};
    const failure = [detail.error, detail.cause].filter(Boolean).join(': ').slice(0, 2000) || detail.status;
    const isCancelled = campaign.status === 'cancelled' || detail.status === 'ABORTED';
    if (!isCancelled) {
      await deps.campaigns.change(campaignId, { status: 'failed', failure });
      await deps.attention.raise({
        campaignId,
        id: `failed-${at}`,
        raisedAt: at,
        because: `The campaign stopped: ${failure}`,
        options: ['redrive the execution after mending the cause (docs/runbook.md)', 'withdraw its collaborations'],
      });
      // A redrive goes on where it stopped, with every collaboration as it stands.
      return {};
    }
    await deps.campaigns.change(campaignId, { status: 'cancelled' });
    const open: Collaboration[] = [];
    for await (const collaboration of deps.collaborations.ofCampaign(campaignId))
      if (isOpen(collaboration.status)) open.push(collaboration);
    for (const collaboration of open) await callOff(deps, collaboration, at);
    return {};
  };

/** Who has agreed hears it from a person. */
async function callOff(deps: AdvanceDeps, collaboration: Collaboration, at: string): Promise<void> {
  const { campaignId, influencerId, status } = collaboration;
  const because = 'the campaign was cancelled';
  const hasAgreed = status === 'accepted' || status === 'briefed' || status === 'confirmed';
  if (hasAgreed)
    await advance(deps)(
      campaignId,
      influencerId,
      { kind: 'held', because: `${because} after they agreed: tell them` },
      at,
    );
  await endCollaboration(deps)(collaboration, because, at);
}
