import { routes } from '#shared/contracts/http.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import { reportCsv } from '#shared/domain/report/csv.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { type ReportDeps, reportNow } from '#shared/operations/report-now.ts';
import { reportPage } from '#shared/pages/report-page.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';

/** The report as of now: JSON for programs, a page for people, CSV for spreadsheets. */
export const getReport =
  (deps: ReportDeps & { readonly campaigns: CampaignStore }): RouteHandler =>
  async ({ params, query, at }) => {
    const { format } = parsed(routes.getReport.query, query, 'The query');
    const campaign = await deps.campaigns.get(params.campaignId ?? '');
    const report = await reportNow(deps, campaign, hasEnded(campaign.status) ? 'final' : 'progress', at);
    switch (format) {
      case 'json':
        return { status: 200, json: report };
      case 'csv':
        return { status: 200, text: reportCsv(report), headers: { 'content-type': 'text/csv; charset=utf-8' } };
      case 'html':
        return { status: 200, ...reportPage({ report, timeZone: campaign.spec.period.timeZone }) };
    }
  };
