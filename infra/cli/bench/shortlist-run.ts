import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Meter } from '#infra/local/meter.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { exampleCampaign } from '../example-campaign.ts';
import { startCampaignRun } from '../local/campaign-run.ts';
import { type Costs, costsPer1000 } from './price.ts';

/** What one campaign cost from its launch to its shortlist. */
export interface ShortlistMeasurement {
  readonly kind: 'launch-to-shortlist';
  readonly candidates: number;
  readonly wallSeconds: number;
  /** Of all threads: what a busy machine cannot distort. */
  readonly cpuSeconds: number;
  /** Of the whole process: local cloud, its workers and the simulated world. */
  readonly peakMemoryMb: number;
  readonly transitionsPerInfluencer: number;
  readonly invocationsPerInfluencer: number;
  readonly readUnitsPerInfluencer: number;
  readonly writeUnitsPerInfluencer: number;
  /** US$ per 1,000 candidates, by what is billed. */
  readonly costs: Costs;
  readonly shortlisted: number;
}

/** Runs in a process of its own, so that memory is this run's alone. Prints the measurement as JSON. */
export async function measureShortlist(candidates: number): Promise<ShortlistMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
  const run = await startCampaignRun({
    spec: specFor(candidates),
    seed: 'bench',
    people: candidates,
    assembly: folder,
    instagramCallsPerHour: 10_000_000,
    operator: false,
  });
  const startedMs = performance.now();
  const startedCpu = process.cpuUsage();
  // The shortlist is there when a person is asked to approve it; nothing is written to anybody before that.
  while (invocationsOf(run.cloud.meter, 'request-approval') === 0) {
    const failed = run.cloud.functions.list({ failedOnly: true })[0];
    if (failed) throw new Error(`${failed.functionName} failed: ${failed.payload}`);
    await sleep(10);
  }
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const cpu = process.cpuUsage(startedCpu);
  const { counts } = await run.status();
  const { meter } = run.cloud;
  const each = (total: number) => Math.round((total / candidates) * 1000) / 1000;
  const measurement: ShortlistMeasurement = {
    kind: 'launch-to-shortlist',
    candidates: counts.candidates ?? 0,
    wallSeconds: Math.round(wallSeconds * 100) / 100,
    cpuSeconds: Math.round((cpu.user + cpu.system) / 10_000) / 100,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    transitionsPerInfluencer: each(meter.transitions),
    invocationsPerInfluencer: each(sum(Object.values(meter.functions).map(({ invocations }) => invocations))),
    readUnitsPerInfluencer: each(sum(Object.values(meter.tables).map(({ readUnits }) => readUnits))),
    writeUnitsPerInfluencer: each(sum(Object.values(meter.tables).map(({ writeUnits }) => writeUnits))),
    costs: costsPer1000(meter, candidates),
    shortlisted: counts.shortlisted ?? 0,
  };
  await run.stop();
  rmSync(folder, { recursive: true, force: true });
  return measurement;
}

function specFor(candidates: number): CampaignSpecInput {
  const wanted = Math.max(1, Math.round(candidates / 20));
  return {
    ...exampleCampaign(),
    wanted,
    budget: { amount: wanted * 9000, currency: 'INR' },
    approval: { mode: 'person', withinHours: 720, onDeadline: 'cancel' },
  };
}

const invocationsOf = ({ functions }: Meter, name: string): number =>
  sum(Object.entries(functions).map(([key, counters]) => (key.endsWith(name) ? counters.invocations : 0)));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const [, , count] = process.argv;
if (process.send && count) process.send(await measureShortlist(Number(count)), () => process.exit(0));
