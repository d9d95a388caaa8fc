import { DateTime } from 'luxon';
import type { ExecutionDescription } from '#infra/local/engine/api.ts';
import { createFaults } from '#infra/local/faults/faults.ts';
import { leapingClock } from '#infra/local/faults/leaping-clock.ts';
import type { FaultPlan } from '#infra/local/faults/plan.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { type Pace, type SteerableClock, steerableClock } from '#infra/local/steerable-clock.ts';
import type { UserList } from '#infra/local/world/adopt.ts';
import { startWorld, type World } from '#infra/local/world/world.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import { type Api, connect } from '../api.ts';
import { uploadBytes } from '../campaign-file.ts';
import { createFirstToken, fillSecrets, output, startLocalApp } from './local-app.ts';

export interface RunOptions {
  readonly spec: CampaignSpecInput;
  readonly seed: string | number;
  /** How many candidates the world invents where there are no lists. */
  readonly people: number;
  readonly lists?: readonly UserList[];
  readonly assembly: string;
  /** The assembly is there already: a test synthesizes once for many runs. */
  readonly isSynthesized?: boolean;
  readonly instagramCallsPerHour?: number;
  /** SES delivers at least once: every mail from outside comes this often; once unless said. */
  readonly inboundDeliveries?: number;
  /** Whether somebody approves and decides on the brand's side; yes unless said. */
  readonly operator?: boolean;
  /** How time passes once everything stands; `fast` unless said. */
  readonly pace?: Pace;
  /** What goes wrong on the way; nothing unless said. */
  readonly faults?: FaultPlan;
  readonly onProgress?: (step: string) => void;
}

/** A mail that came in, as it arrived. */
export interface InboundCopy {
  readonly atMs: number;
  readonly from: string;
  readonly raw: Buffer;
}

export interface CampaignRun {
  readonly clock: SteerableClock;
  readonly cloud: LocalCloud;
  readonly world: World;
  readonly api: Api;
  readonly campaignId: string;
  readonly inbound: readonly InboundCopy[];
  readonly startMs: number;
  /** Virtual time stands still afterwards. */
  untilEnd(): Promise<ExecutionDescription>;
  status(): Promise<CampaignView>;
  stop(): Promise<void>;
}

/** Mail of the last step is delivered two seconds after it was sent; an hour later everything has settled. */
const settleMs = 3_600_000;

/** One campaign on a clock of its own: a world, the app in the local cloud, a token, and the launch through the API. */
export async function startCampaignRun(options: RunOptions): Promise<CampaignRun> {
  const { spec, seed, onProgress = () => {} } = options;
  const startMs = firstMorning(spec);
  const faults = createFaults(options.faults ?? { seed: '', faults: [] });
  const clock = leapingClock(steerableClock({ startMs, pace: 'fast' }), faults);
  // Time must not run while the parts are put together.
  const assembled = await clock.hold(assemble());
  clock.setPace(options.pace ?? 'fast');
  return assembled;

  async function assemble(): Promise<CampaignRun> {
    onProgress('Creating the simulated world');
    const world = await startWorld({
      clock,
      seed,
      faults,
      campaign: spec,
      size: options.people,
      lists: options.lists ?? [],
      ...(options.instagramCallsPerHour && { instagramCallsPerHour: options.instagramCallsPerHour }),
    });
    try {
      return await run(world);
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  async function run(world: World): Promise<CampaignRun> {
    const senderDomain = spec.outreach.sender.address.split('@')[1] ?? '';
    const cloud = await startLocalApp({
      clock,
      faults,
      assembly: options.assembly,
      isSynthesized: options.isSynthesized ?? false,
      parameters: { SenderDomain: senderDomain, ReplyDomain: `reply.${senderDomain}`, ...world.parameters },
      onProgress,
    });
    const stop = async () => {
      clock.stop();
      await cloud.stop();
      await world.stop();
    };
    fillSecrets(cloud, world.platformSecret, world.shopSecret);
    const inbound: InboundCopy[] = [];
    world.join({
      apiUrl: cloud.apiUrl,
      mail: {
        ...cloud.mail,
        async receive(mail) {
          inbound.push({ atMs: clock.now(), from: mail.envelopeFrom, raw: mail.raw });
          for (let time = 0; time < (options.inboundDeliveries ?? 1); time++) await cloud.mail.receive(mail);
        },
      },
    });

    const token = await createFirstToken(cloud, { clock, name: 'demo' });
    const api = connect({ url: cloud.apiUrl, token });
    onProgress('Launching the campaign');
    const { id: campaignId } = await api.call('launchCampaign', {
      body: { ...spec, sources: await uploadLists(api, world.lists) },
    });
    if (options.operator !== false) world.employ({ apiUrl: cloud.apiUrl, token, campaignId });
    return {
      clock,
      cloud,
      world,
      api,
      campaignId,
      inbound,
      startMs,
      status: () => clock.hold(api.call('getCampaign', { params: { campaignId } })),
      untilEnd: () => untilEnd(clock, cloud),
      stop,
    };
  }
}

/** The lists as they are, sent the way that large ones come. */
export const uploadLists = (api: Api, lists: World['lists']) =>
  Promise.all(
    lists.map(async ({ bytes, ...list }) => ({
      kind: 'file' as const,
      ...list,
      ...(await uploadBytes(api, list.name, bytes.length, Uint8Array.from(bytes))),
    })),
  );

/** The campaign starts at nine in the morning of its first day, wherever it is. */
const firstMorning = ({ period }: CampaignSpecInput): number =>
  DateTime.fromISO(period.startsOn, { zone: period.timeZone ?? 'Asia/Kolkata' })
    .plus({ hours: 9 })
    .toMillis();

async function untilEnd(clock: SteerableClock, cloud: LocalCloud): Promise<ExecutionDescription> {
  const [execution] = cloud.engine.listExecutions({ stateMachineArn: output(cloud, 'CampaignMachineArn') });
  if (!execution) throw new Error('The launch started no execution.');
  const ended = await cloud.engine.finished(execution.executionArn);
  await new Promise<void>(resolve => {
    clock.at(clock.now() + settleMs, () => {
      clock.pause();
      resolve();
    });
  });
  return ended;
}
