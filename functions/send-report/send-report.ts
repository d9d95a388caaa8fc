import { mailPictures } from '#shared/charts/mail-pictures.ts';
import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { ReportKind } from '#shared/domain/report/report.ts';
import { renderEmail } from '#shared/email/render.ts';
import * as reportMail from '#shared/email/report.tsx';
import { keepReport, reportName } from '#shared/operations/report-files.ts';
import { type ReportDeps, reportNow } from '#shared/operations/report-now.ts';
import { consoleUrl, type NoticeDeps, noticeOf, sendNotice } from '#shared/operations/send-notice.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { FileStore } from '#shared/ports/files.ts';

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
    // Whoever kept the report and lost its answer has nothing left to do.
    if (campaign.lastReportAt === at) return { recipients: campaign.spec.stakeholders.length };
    const report = await reportNow(deps, campaign, kind, at);
    const number = reportNumber(campaign, kind);
    const csv = await keepReport(deps.files, { campaignId, kind, number }, report);

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
        mustBeOut: true,
        inline: pictures.map(({ cid, content: png }) => ({ cid, name: `${cid}.png`, type: 'image/png', content: png })),
        attachments: [{ name: `${campaignId}-${reportName({ kind, number })}.csv`, type: 'text/csv', content: csv }],
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

/**
 * The same for every try, however late, so that nobody gets a report twice: a progress report is named after the day of the report
 * before it, the final one after the day on which the campaign ends.
 */
function reportNumber({ createdAt, endsAt, lastReportAt }: Campaign, kind: ReportKind): number {
  if (kind === 'kick-off') return 0;
  return daysBetween(createdAt, kind === 'final' ? endsAt : (lastReportAt ?? createdAt));
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
