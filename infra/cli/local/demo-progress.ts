import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import { bar, type Terminal } from '../terminal.ts';
import type { CampaignRun } from './campaign-run.ts';

// Each look stops virtual time for as long as the API takes to answer.
const lookEveryMs = 2000;

/** Shows stages with counts and the virtual date until `finished`. */
export async function watchRun(
  run: CampaignRun,
  spec: CampaignSpecInput,
  finished: Promise<unknown>,
  out: Terminal,
  elapsed: () => string,
): Promise<void> {
  let isOver = false;
  const over = finished.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  const lastMs = Date.parse(`${spec.period.endsOn}T23:59:59Z`);
  let stage = '';
  while (!isOver) {
    const campaign = await run.status();
    if (campaign.status !== stage) {
      stage = campaign.status;
      out.say(`  ${elapsed()}  ${stages[stage] ?? stage}${countsOf(campaign)}`);
    }
    const share = (run.clock.now() - run.startMs) / (lastMs - run.startMs);
    out.progress(
      `  ${elapsed()}  ${bar(share)} ${virtualDate(run.clock.now())}  ${run.cloud.mail.list().length} mails out, ${run.inbound.length} in  ${busiest(campaign)}`,
    );
    await Promise.race([over, sleep(lookEveryMs)]);
  }
}

const stages: Readonly<Record<string, string>> = {
  launched: 'Launched',
  identifying: 'Identifying candidates',
  measuring: 'Fetching metrics',
  scoring: 'Scoring',
  'awaiting-approval': 'Waiting for approval',
  running: 'Writing to influencers and following what they do',
  settling: 'Settling payouts',
  finished: 'Finished',
};

const countsOf = ({ counts }: CampaignView): string => {
  const shown = Object.entries(counts).filter(([, count]) => count > 0);
  return shown.length > 0 ? ` (${shown.map(([name, count]) => `${name} ${count}`).join(', ')})` : '';
};

const busiest = ({ funnel }: CampaignView): string =>
  funnel
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name.toLowerCase()} ${count}`)
    .join(', ');

export const virtualDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
