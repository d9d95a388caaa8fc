import type { Clock } from '#infra/local/clock.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { createFaults, type Faults } from '#infra/local/faults/faults.ts';
import { leapingClock } from '#infra/local/faults/leaping-clock.ts';
import type { FaultPlan } from '#infra/local/faults/plan.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { startWorld, type World } from '#infra/local/world/world.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { type Api, connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { createFirstToken, fillSecrets, output, startLocalApp } from '../local/local-app.ts';
import { cloudEvidence, type Evidence, type InboundRecord } from './evidence.ts';
import { answerAlarms } from './on-call.ts';
import { sourcesOf, tinyCampaign } from './tiny-campaign.ts';

export interface FleetOptions {
  readonly seed: string;
  readonly campaigns: number;
  /** A synthesized assembly. */
  readonly assembly: string;
  readonly plan: FaultPlan;
}

export interface FleetProgress {
  /** How much of the fleet's time has passed, from 0 to 1. */
  readonly share: number;
  readonly ended: number;
  readonly injected: number;
}

/** What a campaign's lists name; about half of them can be written to. */
const peoplePerCampaign = 4;
/** Nine in the morning of the campaigns' first day. */
const startMs = Date.parse('2026-12-07T03:30:00Z');
/** A request that died is taken for dead after a minute or two. */
const patienceMs = 3 * 60_000;
/** In bad weather one launch in seven fails: more failures in a row than this are no weather. */
const launchAttempts = 12;
/** After the last execution: mail is delivered, retries are over, every late event has come. */
const settleMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
const lookEveryMs = 1000;

/** Many tiny campaigns in one local cloud on the fast clock, under faults. Answers with all that can be known afterwards. */
export async function runFleet(
  options: FleetOptions,
  onProgress: (progress: FleetProgress) => void = () => {},
): Promise<Evidence> {
  const faults = createFaults(options.plan);
  const clock = leapingClock(fastClock(startMs), faults);
  await using opened = new AsyncDisposableStack();
  const fleet = await clock.hold(assemble(options, clock, faults, opened));
  const { engine } = fleet.cloud;
  const executions = () => engine.listExecutions({ stateMachineArn: output(fleet.cloud, 'CampaignMachineArn') });
  const lastMs = Date.parse(tinyCampaign(0).period.endsOn) + dayMs;
  const look = setInterval(() => {
    onProgress({
      share: Math.min(1, (clock.now() - startMs) / (lastMs - startMs)),
      ended: executions().filter(({ status }) => status !== 'RUNNING').length,
      injected: faults.injected.length,
    });
  }, lookEveryMs);
  opened.defer(() => clearInterval(look));
  await launchAll(options, clock, fleet);
  await Promise.all(executions().map(({ executionArn }) => engine.finished(executionArn)));
  await new Promise<void>(resolve => {
    clock.at(clock.now() + settleMs, () => {
      // Virtual time stands still from here on.
      void clock.hold(new Promise(() => {}));
      resolve();
    });
  });
  const { cloud, inbound, world } = fleet;
  return { ...(await cloudEvidence(cloud)), inbound, world: world.stats, injected: faults.injected };
}

interface Fleet {
  readonly cloud: LocalCloud;
  readonly world: World;
  readonly inbound: readonly InboundRecord[];
  readonly token: string;
}

async function assemble(
  { seed, campaigns, assembly }: FleetOptions,
  clock: Clock,
  faults: Faults,
  opened: AsyncDisposableStack,
): Promise<Fleet> {
  const size = campaigns * peoplePerCampaign;
  const world = await startWorld({
    clock,
    seed,
    faults,
    size,
    campaign: tinyCampaign(0),
    instagramCallsPerHour: 100_000,
  });
  opened.defer(world.stop);
  const cloud = await startLocalApp({
    clock,
    assembly,
    isSynthesized: true,
    isolation: 'none',
    faults,
    parameters: {
      SenderDomain: 'meadow-botanics.example',
      ReplyDomain: 'reply.meadow-botanics.example',
      ...world.parameters,
    },
  });
  opened.defer(cloud.stop);
  opened.defer(clock.stop);
  fillSecrets(cloud, world.platformSecret, world.shopSecret);
  opened.use(answerAlarms(clock, cloud));
  const inbound: InboundRecord[] = [];
  world.join({
    apiUrl: cloud.apiUrl,
    mail: {
      ...cloud.mail,
      receive(mail) {
        inbound.push({ atMs: clock.now(), from: mail.envelopeFrom, to: mail.recipients[0] ?? '' });
        return cloud.mail.receive(mail);
      },
    },
  });
  const token = await createFirstToken(cloud, { clock, name: 'fleet' });
  return { cloud, world, inbound, token };
}

async function launchAll(
  { seed, campaigns }: FleetOptions,
  clock: Clock,
  { cloud, world, token }: Fleet,
): Promise<void> {
  const api = connect({ url: cloud.apiUrl, token });
  for (let number = 0; number < campaigns; number++) {
    const people = world.people.slice(number * peoplePerCampaign, (number + 1) * peoplePerCampaign);
    const body = { ...tinyCampaign(number), sources: sourcesOf(world.listsOf(people)) };
    const campaignId = await launchPatiently(clock, api, body, `${seed}-${number}`);
    world.employ({ apiUrl: cloud.apiUrl, token, campaignId });
  }
}

/** What anybody does whose launch was answered with "Internal Server Error": the same again under the same key, a little later. */
async function launchPatiently(
  clock: Clock,
  api: Api,
  body: CampaignSpecInput,
  idempotencyKey: string,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await clock.hold(api.call('launchCampaign', { body, idempotencyKey }))).id;
    } catch (error) {
      if (attempt === launchAttempts || (error instanceof CliError && error.exit === 'refused')) throw error;
      await new Promise<void>(resolve => clock.at(clock.now() + patienceMs, resolve));
    }
  }
}
