import { basename, join } from 'node:path';
import { startFace } from '#infra/local/face/face.ts';
import type { Pace } from '#infra/local/steerable-clock.ts';
import type { UserList } from '#infra/local/world/adopt.ts';
import { type CampaignSpec, campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { readCampaignFile, resolveFiles } from '../campaign-file.ts';
import { exampleFile } from '../example-campaign.ts';
import { CliError } from '../exit-codes.ts';
import { readFaultPlan } from '../faults/read-plan.ts';
import { type CampaignRun, startCampaignRun } from '../local/campaign-run.ts';
import { watchRun } from '../local/demo-progress.ts';
import { summaryLines, writeResults } from '../local/demo-results.ts';
import { openOutFolder } from '../local/out-folder.ts';
import { checkList, listsIn, readList } from '../local/own-lists.ts';
import { terminal } from '../terminal.ts';

export interface DemoOptions {
  readonly campaign?: string;
  readonly candidates?: readonly string[];
  readonly opml?: string;
  readonly seed: string;
  readonly people: number;
  readonly out: string;
  /** A plan of faults (YAML or JSON). */
  readonly faults?: string;
  readonly json?: boolean;
  readonly clock: Pace;
}

/** A whole campaign on this machine: the real app, a simulated world, and weeks that pass in seconds. */
export async function demo(options: DemoOptions): Promise<void> {
  const out = terminal(options);
  const startedMs = performance.now();
  const { spec, lists } = await readDemo(options);
  const folder = openOutFolder(options.out, ['mails', 'timelines']);
  out.say(`${spec.name} for ${spec.brand.name}: ${spec.period.startsOn} to ${spec.period.endsOn}`);

  const run = await startCampaignRun({
    spec,
    seed: options.seed,
    people: options.people,
    lists,
    assembly: join(options.out, 'cdk.out'),
    pace: options.clock,
    ...(options.faults && { faults: readFaultPlan(options.faults) }),
    onProgress: step => out.say(`  ${seconds(startedMs)}  ${step}`),
  });
  const face = await startFace({ cloud: run.cloud, clock: run.clock, port: 0 });
  out.say(`  ${seconds(startedMs)}  To look inside while it runs: ${face.url}`);
  try {
    const finished = run.untilEnd();
    await watchRun(run, spec, finished, out, () => seconds(startedMs));
    const ended = await finished;
    out.say(`  ${seconds(startedMs)}  Writing mails, timelines and reports`);
    const summary = await writeResults(run, { spec, folder, seed: options.seed });
    const wallSeconds = Math.round((performance.now() - startedMs) / 100) / 10;
    folder.write('summary.json', `${JSON.stringify({ ...summary, wallSeconds }, null, 2)}\n`);
    if (ended.status !== 'SUCCEEDED') throw failure(run, ended.cause ?? ended.status);
    out.result({ ...summary, wallSeconds }, summaryLines(summary, options.out, wallSeconds));
  } finally {
    await face.close();
    await run.stop();
  }
}

const seconds = (startedMs: number): string => `${((performance.now() - startedMs) / 1000).toFixed(1).padStart(5)} s`;

function failure(run: CampaignRun, because: string): CliError {
  const failed = run.cloud.functions
    .list({ failedOnly: true })
    .map(({ functionName, payload }) => `${functionName}: ${messageIn(payload)}`);
  return new CliError('failed', `The campaign did not come to its end: ${messageIn(because)}`, {
    details: [...new Set(failed)].slice(0, 5),
  });
}

/** A Lambda's error is JSON around one sentence. */
const messageIn = (payload: string): string =>
  /"errorMessage":"((?:[^"\\]|\\.)*)/.exec(payload)?.[1]?.slice(0, 300) ?? payload.slice(0, 300);

/** The campaign and the lists of candidates; both are checked before anything is started. */
async function readDemo({
  campaign = exampleFile,
  candidates = [],
  opml,
}: DemoOptions): Promise<{ spec: CampaignSpec; lists: UserList[] }> {
  const files: Uint8Array[] = [];
  const resolved = await resolveFiles(readCampaignFile(campaign), async path => ({
    upload: String(files.push(readList(path)) - 1),
  }));
  const checked = campaignSpec.safeParse(resolved);
  if (!checked.success)
    throw new CliError('refused', `${campaign} is not valid.`, {
      details: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
  const own = [...candidates, ...(opml === undefined ? [] : [opml])].map(path => ({
    name: basename(path),
    bytes: readList(path),
  }));
  // The example's own lists are three lines long; without lists of the user's the world invents its people.
  const lists = own.length > 0 ? own : campaign === exampleFile ? [] : listsIn(checked.data, files);
  for (const list of lists) await checkList(list);
  return { spec: checked.data, lists };
}
