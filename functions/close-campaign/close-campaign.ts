import * as z from 'zod';
import type { CampaignNoticeProps } from '#shared/email/campaign-notice.tsx';
import * as campaignNotice from '#shared/email/campaign-notice.tsx';
import { renderEmail } from '#shared/email/render.ts';
import type { AdvanceDeps } from '#shared/operations/advance.ts';
import { consoleUrl, type NoticeDeps, noticeOf, sendNotice } from '#shared/operations/send-notice.ts';
import { withdrawAll } from '#shared/operations/withdraw-all.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

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

interface Deps extends AdvanceDeps, NoticeDeps {
  readonly publicUrl: string;
}

/**
 * A campaign's execution has ended before its time: a failure waits for a person and a redrive, which goes on with every collaboration as
 * it stands; a cancelled campaign withdraws what is open. The stakeholders hear of both. Told twice, it changes nothing more.
 */
export const closeCampaign =
  (deps: Deps) =>
  async (event: unknown): Promise<Record<string, never>> => {
    const { time, detail } = statusChange.parse(event);
    const at = new Date(time).toISOString();
    // The name of an execution is the id of its campaign.
    const campaign = await deps.campaigns.find(detail.name);
    if (!campaign || campaign.status === 'finished') return {};
    const isCancelled = campaign.status === 'cancelled' || detail.status === 'ABORTED';
    await (isCancelled ? cancel(deps, campaign, at) : fail(deps, campaign, reasonIn(detail), at));
    return {};
  };

const reasonIn = ({ error, cause, status }: z.output<typeof statusChange>['detail']): string =>
  [error, cause].filter(Boolean).join(': ').slice(0, 2000) || status;

async function fail(deps: Deps, campaign: Campaign, failure: string, at: string): Promise<void> {
  const { campaignId } = campaign;
  await deps.campaigns.change(campaignId, { status: 'failed', failure });
  await deps.attention.raise({
    campaignId,
    id: `failed-${at}`,
    raisedAt: at,
    because: `The campaign stopped: ${failure}`,
    options: ['redrive the execution after mending the cause (docs/runbook.md)', 'cancel the campaign'],
  });
  await tell(deps, campaign, { kind: 'failed', because: failure, next: afterFailure }, at);
}

async function cancel(deps: Deps, campaign: Campaign, at: string): Promise<void> {
  const { campaignId } = campaign;
  await deps.campaigns.change(campaignId, { status: 'cancelled' });
  await withdrawAll(deps)(campaignId, at);
  await tell(deps, campaign, { kind: 'cancelled', next: afterCancelling }, at);
}

const afterFailure = [
  'Nobody is written to any more until it goes on.',
  'The operators mend the cause and let the campaign go on from where it stopped; nothing is done twice.',
];
const afterCancelling = [
  'Nobody is written to any more, and open offers are withdrawn.',
  'Who had agreed already waits for word from you: the console lists them.',
];

/** One notice per stop: the minute tells one stop from the next, and the same stop told again is the same notice. */
async function tell(
  deps: Deps,
  campaign: Campaign,
  said: Pick<CampaignNoticeProps, 'kind' | 'because' | 'next'>,
  at: string,
): Promise<void> {
  const content = renderEmail(campaignNotice, {
    notice: noticeOf(campaign),
    at,
    ...said,
    consoleUrl: consoleUrl(deps, campaign.campaignId),
  });
  const number = Math.floor((Date.parse(at) - Date.parse(campaign.createdAt)) / 60_000);
  await sendNotice(deps)(campaign, { purpose: 'campaign-notice', number, content }, at);
}
