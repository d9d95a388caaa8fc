import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '#infra/aws/synth.ts';
import { exampleCampaign } from '#infra/cli/example-campaign.ts';
import { type CampaignRun, type RunOptions, startCampaignRun } from '#infra/cli/local/campaign-run.ts';
import type { Mail } from '#infra/local/services/ses/mail.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { CollaborationView } from '#shared/contracts/views/collaborations.ts';
import type { Report } from '#shared/domain/report/report.ts';

/** The example campaign, small and short: ten wanted, four weeks. */
export function smallSpec(changes: Partial<CampaignSpecInput> = {}): CampaignSpecInput {
  const example = exampleCampaign();
  return {
    ...example,
    wanted: 10,
    budget: { amount: 70_000, currency: 'INR' },
    period: { ...example.period, endsOn: '2027-01-04' },
    brief: { ...example.brief, postBetween: { from: '2026-12-17', to: '2026-12-28' } },
    ...changes,
  };
}

/** Two weeks and six wanted: enough to see what becomes of a fault. */
export const shortSpec = (): CampaignSpecInput => {
  const spec = smallSpec({ wanted: 6, budget: { amount: 42_000, currency: 'INR' } });
  return {
    ...spec,
    period: { ...spec.period, endsOn: '2026-12-21' },
    brief: { ...spec.brief, postBetween: { from: '2026-12-11', to: '2026-12-18' } },
  };
};

/** One synthesized assembly for all runs of a test file. */
export async function assembly(): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-e2e-'));
  await synthesize({ stage: 'local', outdir: join(folder, 'cdk.out') });
  return { folder: join(folder, 'cdk.out'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const startSmallCampaign = (
  folder: string,
  options: Partial<Omit<RunOptions, 'assembly'>> = {},
): Promise<CampaignRun> =>
  startCampaignRun({ spec: smallSpec(), seed: 'e2e', people: 60, assembly: folder, isSynthesized: true, ...options });

/** Everything that the product says about a run when it is over. */
export async function endOf(run: CampaignRun) {
  const params = { campaignId: run.campaignId };
  const collaborations: CollaborationView[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await run.api.call('listCollaborations', { params, query: { limit: '200', cursor } });
    collaborations.push(...page.items);
    cursor = page.nextCursor;
  }
  const report = JSON.parse(await run.api.text('getReport', { params, query: { format: 'json' } })) as Report;
  return { collaborations, report, campaign: await run.status(), mails: run.cloud.mail.list(), stats: run.world.stats };
}

/** A campaign played to its end, with what is to be closed after it. */
export async function playedCampaign(options: Partial<Omit<RunOptions, 'assembly'>> = {}) {
  await using opened = new AsyncDisposableStack();
  const { folder, remove } = await assembly();
  opened.defer(remove);
  const run = await startSmallCampaign(folder, options);
  opened.defer(run.stop);
  const { cause } = await run.untilEnd();
  if (cause) throw new Error(`The campaign failed: ${cause}`);
  const end = await endOf(run);
  const open = opened.move();
  return { run, end, stop: () => open.disposeAsync() };
}

export type CampaignEnd = Awaited<ReturnType<typeof endOf>>;

/** Who was written to for what: the same message twice would be the same name twice. */
export const nameOf = ({ destinations, tags }: Mail): string =>
  [...destinations, tags.purpose, tags.number].join(' / ');

export const figure = (report: Report, id: string): number | null => {
  const found = report.figures.find(one => one.id === id);
  if (!found) throw new Error(`The report has no figure ${id}, only ${report.figures.map(one => one.id).join(', ')}.`);
  return found.value;
};

export const repeated = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);
