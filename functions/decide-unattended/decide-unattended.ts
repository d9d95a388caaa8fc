import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';

/** Nobody decided on the shortlist in time: does what the campaign said should happen then. */
export const decideUnattended =
  ({ campaigns }: { campaigns: CampaignStore }) =>
  async ({ campaignId, at }: Input<'decide-unattended'>): Promise<Output<'decide-unattended'>> => {
    const { spec, approval } = await campaigns.get(campaignId);
    const approved = spec.approval.mode === 'automatic' || spec.approval.onDeadline === 'approve';
    const live = await campaigns.change(
      campaignId,
      {
        approval: { deadline: approval?.deadline ?? at, decidedAt: at },
        ...(!approved && { status: 'cancelled', failure: 'Nobody approved the shortlist before the deadline.' }),
      },
      liveStatuses,
    );
    return { approved: approved && live !== undefined };
  };
