import type { Input, Output } from '#shared/contracts/functions.ts';
import type { CampaignStore } from '#shared/ports.ts';

/** Nobody decided on the shortlist in time: does what the campaign said should happen then. */
export const decideUnattended =
  ({ campaigns }: { campaigns: CampaignStore }) =>
  async ({ campaignId, at }: Input<'decide-unattended'>): Promise<Output<'decide-unattended'>> => {
    const { spec, approval } = await campaigns.get(campaignId);
    const approved = spec.approval.mode === 'automatic' || spec.approval.onDeadline === 'approve';
    await campaigns.change(campaignId, {
      ...(approval && { approval: { deadline: approval.deadline, decidedAt: at } }),
      ...(!approved && { status: 'cancelled', failure: 'Nobody approved the shortlist before the deadline.' }),
    });
    return { approved };
  };
