import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '#infra/aws/synth.ts';
import type { FaultPlan } from '#infra/local/faults/plan.ts';
import { differences, outcomeOf } from '../faults/differences.ts';
import type { FleetOptions } from '../faults/fleet.ts';
import { runFleets } from '../faults/fleets.ts';
import { violationsIn } from '../faults/invariants.ts';
import { runWithKills } from '../faults/kill-run.ts';
import { readFaultPlan } from '../faults/read-plan.ts';
import { brokenIn, linesOf, summaryOf } from '../faults/summary.ts';
import { campaignOfFifty } from '../faults/tiny-campaign.ts';
import type { Verdict } from '../faults/verdict.ts';
import { badWeather } from '../faults/weather.ts';
import { bar, terminal } from '../terminal.ts';
import { toolArguments } from '../tool-arguments.ts';

/**
 * Campaigns that share a local cloud, whose functions are loaded and optimized once: that takes as long as fifteen campaigns. They share
 * the send guard too: once 200 mails are out and somebody has complained, nobody new is written to; smaller fleets never get there.
 */
const perCloud = 250;
/** Deaths in one campaign. */
const killsPerRun = 50;

const usage = `Usage: npm run faults -- [--campaigns N] [--kills N] [--faults PLAN] [--seed WORD] [--json]
Plays campaigns in bad weather and judges them by what must always hold.

  --campaigns   how many (default 500)
  --kills       instead of faults: kill -9 at so many points of a campaign of fifty, compared with an undisturbed run
  --faults      a plan of your own (YAML or JSON) instead of bad weather; a recorded run's file replays it
  --seed        plays the same again (default 1)`;

const { values } = toolArguments(usage, {
  campaigns: { type: 'string', default: '500' },
  kills: { type: 'string' },
  seed: { type: 'string', default: '1' },
  faults: { type: 'string' },
  json: { type: 'boolean', default: false },
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
  const seconds = () => Math.round((performance.now() - startedMs) / 100) / 10;
  out.say('Synthesizing the app');
  const assembly = await synthesize({ stage: 'local', outdir: join(folder, 'cdk.out') });
  const fleets = fleetsOf(campaigns, firstSeed).map(fleet => ({ ...fleet, assembly, plan: planOf(fleet.seed) }));
  const verdicts: Verdict[] = [];
  await runFleets(
    fleets,
    (fleet, verdict) => {
      verdicts.push(verdict);
      sayViolations(fleet, verdict);
    },
    ({ share, ended, injected }) =>
      out.progress(`  ${bar(share)} ${ended} of ${campaigns} campaigns ended, ${injected} faults, ${seconds()} s`),
  );
  const summary = summaryOf(verdicts, seconds());
  out.result(summary, linesOf(summary));
  return brokenIn(summary);
}

/** Campaigns by the cloud that they share, each with a seed of its own that runs it again by itself. */
function fleetsOf(campaigns: number, firstSeed: string) {
  return Array.from({ length: Math.ceil(campaigns / perCloud) }, (_, run) => ({
    seed: run === 0 ? firstSeed : `${firstSeed}.${run}`,
    campaigns: Math.min(perCloud, campaigns - run * perCloud),
  }));
}

function sayViolations({ seed, campaigns }: FleetOptions, { violations, injected }: Verdict): void {
  if (violations.length === 0) return;
  const file = join(tmpdir(), `groundswell-faults-${seed}.json`);
  writeFileSync(file, JSON.stringify({ seed, faults: [], replay: injected }));
  const again = `npm run faults -- --campaigns ${campaigns} --seed ${seed}`;
  out.say(`seed ${seed}: ${violations.length} broken promises`);
  for (const { invariant, what } of violations) out.say(`  ${invariant}: ${what}`);
  out.say(`  again: ${again}   (or exactly these faults: ${again} --faults ${file})`);
}

async function killAll(kills: number, seed: string): Promise<number> {
  const startedMs = performance.now();
  const assembly = await synthesize({ stage: 'local', outdir: join(folder, 'cdk.out') });
  const campaign = { spec: campaignOfFifty(), seed, people: 80, assembly };
  const { blogPort, evidence } = await runWithKills({ ...campaign, kills: 0 });
  const undisturbed = outcomeOf(evidence);
  let deaths = 0;
  let broken = 0;
  for (let round = 0; deaths < kills; round++) {
    const run = await runWithKills({ ...campaign, blogPort, round, kills: Math.min(killsPerRun, kills - deaths) });
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

function planOf(seed: string): FaultPlan {
  return values.faults ? readFaultPlan(values.faults) : badWeather(seed);
}
