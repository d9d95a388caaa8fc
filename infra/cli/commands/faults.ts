import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesize } from '#infra/aws/synth.ts';
import type { FaultPlan } from '#infra/local/faults/plan.ts';
import { differences, outcomeOf } from '../faults/differences.ts';
import { type FleetOptions, runFleet } from '../faults/fleet.ts';
import { type Violation, violationsIn } from '../faults/invariants.ts';
import { runWithKills } from '../faults/kill-run.ts';
import { readFaultPlan } from '../faults/read-plan.ts';
import { campaignOfFifty } from '../faults/tiny-campaign.ts';
import { badWeather } from '../faults/weather.ts';
import { terminal } from '../terminal.ts';

/** Campaigns that share a local cloud: its cold starts are paid once, its tables stay small. */
const perCloud = 50;
/** Deaths in one campaign. */
const killsPerRun = 50;

const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '500' },
    /** Instead of faults: kill -9 at so many points of a campaign of fifty, compared with an undisturbed run. */
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** A plan of your own (YAML or JSON) instead of bad weather; a recorded run's file replays it. */
    faults: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const out = terminal({ json: values.json });
const folder = mkdtempSync(join(tmpdir(), 'groundswell-faults-'));
try {
  const broken = values.kills
    ? await killAll(Number(values.kills), values.seed)
    : await runAll(Number(values.campaigns), values.seed);
  if (broken > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runAll(campaigns: number, firstSeed: string): Promise<number> {
  const startedMs = performance.now();
  const assembly = await synthesize({ stage: 'local', outdir: join(folder, 'cdk.out') });
  const found: Violation[] = [];
  let injected = 0;
  for (let run = 0; run * perCloud < campaigns; run++) {
    const seed = run === 0 ? firstSeed : `${firstSeed}.${run}`;
    const size = Math.min(perCloud, campaigns - run * perCloud);
    const { violations, hits } = await runOnce({ seed, campaigns: size, assembly, plan: planOf(seed) });
    found.push(...violations);
    injected += hits;
  }
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  const summary = { campaigns, injected, violations: found.length, seconds };
  out.result(summary, [`${campaigns} campaigns, ${injected} faults, ${found.length} broken promises, ${seconds} s`]);
  return found.length;
}

async function killAll(kills: number, seed: string): Promise<number> {
  const startedMs = performance.now();
  const assembly = await synthesize({ stage: 'local', outdir: join(folder, 'cdk.out') });
  const campaign = { spec: campaignOfFifty(), seed, people: 80, assembly };
  const undisturbed = outcomeOf((await runWithKills({ ...campaign, kills: 0 })).evidence);
  let deaths = 0;
  let broken = 0;
  for (let round = 0; deaths < kills; round++) {
    const run = await runWithKills({ ...campaign, round, kills: Math.min(killsPerRun, kills - deaths) });
    const violations = violationsIn(run.evidence).map(({ invariant, what }) => `${invariant}: ${what}`);
    const found = [...violations, ...differences(undisturbed, outcomeOf(run.evidence))];
    deaths += run.deaths;
    broken += found.length;
    out.say(`seed ${seed}, round ${round}: ${run.deaths} deaths, ${found.length} differences`);
    for (const line of found) out.say(`  ${line}`);
  }
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  out.result({ deaths, broken, seconds }, [`${deaths} deaths, ${broken} differences, ${seconds} s`]);
  return broken;
}

async function runOnce(options: FleetOptions): Promise<{ violations: Violation[]; hits: number }> {
  const evidence = await runFleet(options);
  const violations = violationsIn(evidence);
  out.say(`seed ${options.seed}: ${options.campaigns} campaigns, ${evidence.injected.length} faults`);
  for (const { invariant, what } of violations) out.say(`  broken: ${invariant}: ${what}`);
  if (violations.length > 0) {
    const file = join(tmpdir(), `groundswell-faults-${options.seed}.json`);
    writeFileSync(file, JSON.stringify({ seed: options.seed, faults: [], replay: evidence.injected }));
    const again = `npm run faults -- --campaigns ${options.campaigns} --seed ${options.seed}`;
    out.say(`  again: ${again}   (or exactly these faults: ... --faults ${file})`);
  }
  return { violations, hits: evidence.injected.length };
}

const planOf = (seed: string): FaultPlan => (values.faults ? readFaultPlan(values.faults) : badWeather(seed));
