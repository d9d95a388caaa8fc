import { join } from 'node:path';
import { readableMail } from '#infra/local/face/readable-mail.ts';
import type { Meter } from '#infra/local/meter.ts';
import type { WorldStats } from '#infra/local/world/ledger.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import { formatMoney, money } from '#shared/domain/money.ts';
import type { Figure, FunnelStep, Report } from '#shared/domain/report/report.ts';
import { funnelLines } from '../commands/status.ts';
import { table } from '../terminal.ts';
import type { CampaignRun } from './campaign-run.ts';
import { writeMails } from './mail-files.ts';
import type { OutFolder } from './out-folder.ts';
import { writeTimelines } from './timeline-files.ts';

export interface DemoSummary {
  readonly campaign: CampaignView;
  readonly seed: string;
  readonly virtual: { readonly from: string; readonly to: string };
  readonly headline: string;
  /** How many came how far. */
  readonly funnel: readonly FunnelStep[];
  readonly figures: readonly Figure[];
  readonly collaborations: Readonly<Record<string, number>>;
  readonly mails: { readonly out: number; readonly in: number };
  /** What the simulated people and customers really did, to compare with what the report says. */
  readonly world: WorldStats;
  readonly meter: Meter;
}

/** Writes everything a reader may want to look at, and answers with the numbers. */
export async function writeResults(
  run: CampaignRun,
  { spec, folder, seed }: { spec: CampaignSpecInput; folder: OutFolder; seed: string },
): Promise<DemoSummary> {
  const { api, campaignId, cloud, clock } = run;
  const params = { campaignId };
  const mails = await writeMails(cloud, run.inbound, folder);
  const timelines = await writeTimelines(api, campaignId, folder);
  const report = JSON.parse(await api.text('getReport', { params, query: { format: 'json' } })) as Report;
  folder.write('report.json', `${JSON.stringify(report, null, 2)}\n`);
  folder.write('report.csv', await api.text('getReport', { params, query: { format: 'csv' } }));
  folder.write(
    'report.html',
    (await finalReportMail(run, spec)) ?? (await api.text('getReport', { params, query: { format: 'html' } })),
  );
  return {
    campaign: await api.call('getCampaign', { params }),
    seed,
    virtual: { from: new Date(run.startMs).toISOString(), to: new Date(clock.now()).toISOString() },
    headline: report.headline,
    funnel: report.funnel,
    figures: report.figures,
    collaborations: Object.fromEntries(
      Object.entries(Object.groupBy(timelines, ({ collaboration }) => collaboration.status)).map(([status, ones]) => [
        status,
        ones?.length ?? 0,
      ]),
    ),
    mails: { out: mails.filter(({ direction }) => direction === 'out').length, in: run.inbound.length },
    world: run.world.stats,
    meter: cloud.meter,
  };
}

/** The final report as it was e-mailed: the last mail to the first stakeholder. */
async function finalReportMail(
  { cloud }: CampaignRun,
  { stakeholders }: CampaignSpecInput,
): Promise<string | undefined> {
  const last = cloud.mail
    .list()
    .filter(({ destinations }) => destinations.includes(stakeholders[0] ?? ''))
    .at(-1);
  return last && (await readableMail(cloud.mail.raw(last.id))).page;
}

export function summaryLines(summary: DemoSummary, out: string, wallSeconds: number): string[] {
  const { campaign, figures, world, mails } = summary;
  const waiting = campaign.attention.filter(({ resolvedAt }) => !resolvedAt).length;
  return [
    '',
    summary.headline,
    '',
    ...funnelLines(summary.funnel),
    '',
    ...table(figures.map(figure => [`  ${figure.label}`, shown(figure), figure.explanation])),
    '',
    `  ${mails.out} mails went out and ${mails.in} came in; ${waiting} things wait for a person.`,
    `  The world: ${world.postsPublished} posts, ${world.orders} orders worth ${formatMoney(money(world.revenueMinor, campaign.budget.currency))} after refunds.`,
    ...(world.troubles.length > 0
      ? [`  ${world.troubles.length} troubles inside the simulation, first: ${world.troubles[0]}`]
      : []),
    '',
    ...table([
      ['  Final report as e-mailed', join(out, 'report.html')],
      ['  Every e-mail', join(out, 'mails', 'index.html')],
      ['  A timeline per collaboration', join(out, 'timelines')],
      ['  Numbers for machines', join(out, 'summary.json')],
    ]),
    '',
    `  ${wallSeconds} s for ${Math.round((Date.parse(summary.virtual.to) - Date.parse(summary.virtual.from)) / 86_400_000)} days.`,
  ];
}

function shown({ value, unit, currency }: Figure): string {
  if (value === null) return '–';
  switch (unit) {
    case 'money':
      return formatMoney(money(value, currency ?? 'INR'));
    case 'percent':
      return `${(value * 100).toFixed(1)} %`;
    case 'ratio':
      return value.toFixed(2);
    case 'count':
      return value.toLocaleString('en-IN');
  }
}
