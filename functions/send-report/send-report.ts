import { mailPictures } from '#shared/charts/mail-pictures.ts';
import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import { reportCsv } from '#shared/domain/report/csv.ts';
import { renderEmail } from '#shared/email/render.ts';
import * as reportMail from '#shared/email/report.tsx';
import { type ReportDeps, reportNow } from '#shared/operations/report-now.ts';
import { consoleUrl, type NoticeDeps, noticeOf, sendNotice } from '#shared/operations/send-notice.ts';
import type { CampaignStore, FileStore } from '#shared/ports.ts';

interface Deps extends ReportDeps, NoticeDeps {
  readonly campaigns: CampaignStore;
  readonly files: FileStore;
  readonly publicUrl: string;
}

/** Builds the report, keeps it as JSON and CSV, and mails it with charts to every stakeholder. The final one ends the campaign. */
export const sendReport =
  (deps: Deps) =>
  async ({ campaignId, kind, at }: Input<'send-report'>): Promise<Output<'send-report'>> => {
    const campaign = await deps.campaigns.get(campaignId);
    const report = await reportNow(deps, campaign, kind, at);
    const csv = reportCsv(report);
    const number = dayOf(campaign.createdAt, at);
    const name = `${kind}-${number}`;
    await deps.files.write(`reports/${campaignId}/${name}.json`, JSON.stringify(report), 'application/json');
    await deps.files.write(`reports/${campaignId}/${name}.csv`, csv, 'text/csv; charset=utf-8');

    const pictures = await mailPictures(report, campaign.spec.period.timeZone);
    const content = renderEmail(reportMail, {
      notice: noticeOf(campaign),
      report,
      pictures,
      consoleUrl: consoleUrl(deps, campaignId),
    });
    const recipients = await sendNotice(deps)(
      campaign,
      {
        purpose: `${kind}-report`,
        number,
        content,
        inline: pictures.map(({ cid, content: png }) => ({ cid, name: `${cid}.png`, type: 'image/png', content: png })),
        attachments: [{ name: `${campaignId}-${name}.csv`, type: 'text/csv', content: csv }],
      },
      at,
    );
    await deps.campaigns.change(
      campaignId,
      { lastReportAt: at, ...(kind === 'final' && { status: 'finished' }) },
      liveStatuses,
    );
    return { recipients };
  };

/** Days since the launch: the same day's report has the same number, and is sent once. */
const dayOf = (createdAt: string, at: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(createdAt)) / 86_400_000));
