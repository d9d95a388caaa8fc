import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import { nextTrackTime } from '#shared/domain/tracking/tracking-times.ts';
import { type LearnSendRateDeps, learnSendRate } from '#shared/operations/learn-send-rate.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';

/** Says when the campaign ends and when its results are first looked at; asks how fast mails may go out. */
export const planCampaign =
  ({ campaigns, ...mail }: { campaigns: CampaignStore } & LearnSendRateDeps) =>
  async ({ campaignId, at }: Input<'plan-campaign'>): Promise<Output<'plan-campaign'>> => {
    const campaign = await campaigns.get(campaignId);
    await learnSendRate(mail);
    await campaigns.change(campaignId, { status: 'identifying' }, liveStatuses);
    return {
      endsAt: campaign.endsAt,
      firstTrackAt: nextTrackTime(at, campaign.spec.period.timeZone, campaign.endsAt),
    };
  };
