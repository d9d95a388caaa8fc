import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { FunnelStep } from '#shared/domain/report/report.ts';
import { type Api, connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { bar, table, terminal } from '../terminal.ts';

export interface StatusOptions extends ApiOptions {
  readonly json?: boolean;
  readonly watch?: boolean;
}

const watchEveryMs = 2000;

/** One look, or one after the other until the campaign has ended. Without an id: all campaigns. */
export async function status(campaignId: string | undefined, options: StatusOptions): Promise<void> {
  const out = terminal(options);
  const api = connect(apiSettings(options));
  if (campaignId === undefined) {
    const { items } = await api.call('listCampaigns');
    out.result(
      items,
      items.length === 0 ? ['No campaign yet.'] : table(items.map(one => [one.id, one.status, one.name])),
    );
    return;
  }
  const look = () => api.call('getCampaign', { params: { campaignId } });
  let campaign = await look();
  while (options.watch && !hasEnded(campaign.status)) {
    out.progress(oneLine(campaign));
    await sleep(watchEveryMs);
    campaign = await look();
  }
  out.result(campaign, describe(campaign, api));
}

export const oneLine = ({ status: stage, funnel, committed }: CampaignView): string =>
  `${stage}  ${funnel
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
    .join('  ')}  committed ${formatMoney(committed)}`;

export function funnelLines(funnel: readonly FunnelStep[]): string[] {
  const shown = funnel.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return table(shown.map(({ name, count }) => [`  ${name}`, String(count).padStart(6), bar(count / most)]));
}

const standingLine = (standing: CampaignView['standing']): string[] => {
  const now = Object.entries(standing).map(([status, count]) => `${count} ${status}`);
  return now.length > 0 ? [`  Now: ${now.join(', ')}`] : [];
};

const experimentLine = (experiment: CampaignView['experiment']): string[] => {
  if (!experiment) return [];
  const { a, b, evidence, winner } = experiment;
  const won = winner ? `${winner.toUpperCase()} has won` : `no winner yet, evidence ${evidence.toFixed(1)} of 20`;
  return [`  Invitation A: interest of ${a.successes} of ${a.decided}, B: of ${b.successes} of ${b.decided}; ${won}`];
};

function describe(campaign: CampaignView, api: Api): string[] {
  const waiting = campaign.attention.filter(({ resolvedAt }) => !resolvedAt);
  return [
    `${campaign.name} (${campaign.id})`,
    `  ${campaign.paused ? 'paused, ' : ''}${campaign.status}, ends ${campaign.endsAt.slice(0, 10)}, ${formatMoney(campaign.committed)} of ${formatMoney(campaign.budget)} committed`,
    ...(campaign.failure ? [`  failed: ${campaign.failure}`] : []),
    ...(campaign.status === 'awaiting-approval' && campaign.approval
      ? [`  waits for approval until ${campaign.approval.deadline}: npx groundswell approve ${campaign.id}`]
      : []),
    ...funnelLines(campaign.funnel),
    ...standingLine(campaign.standing),
    ...experimentLine(campaign.experiment),
    ...campaign.rejectedRows.slice(0, 5).map(({ source, line, because }) => `  ${source} line ${line}: ${because}`),
    ...(waiting.length > 0 ? [`  ${waiting.length} wait for a person: ${api.url}/console`] : []),
    ...waiting.slice(0, 5).map(({ name, because }) => `    ${name ?? 'campaign'}: ${because}`),
  ];
}
