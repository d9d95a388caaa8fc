import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DateTime } from 'luxon';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { steerableClock } from '#infra/local/steerable-clock.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { hourlyShare, warmUpCap } from '#shared/domain/outreach/pace.ts';
import { endOfDay, plusDays } from '#shared/domain/time.ts';
import { feeBand, inMinor, termsFor } from '#shared/operations/spec-terms.ts';
import { dynamoStores } from '#shared/repositories/stores.ts';
import { exampleCampaign } from '../example-campaign.ts';
import { output, startLocalApp } from '../local/local-app.ts';

/** What one run of the chase costs after an outage, with everybody due at once. */
export interface ChaseMeasurement {
  readonly kind: 'chase';
  readonly due: number;
  readonly campaigns: number;
  readonly wallSeconds: number;
  /** Of all threads: what a busy machine cannot distort. */
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
  readonly sent: number;
  /** What the senders' caps allow in that hour. */
  readonly allowed: number;
  readonly stillDue: number;
}

/** Ten brands that write: what each may send in an hour is far less than what is due. */
const campaigns = 10;

/** Runs in a process of its own, so that memory is this run's alone. */
export async function measureChase(due: number): Promise<ChaseMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
  const spec = exampleCampaign();
  const domain = spec.outreach.sender.address.split('@')[1] ?? '';
  const at = tenInTheMorning(spec);
  const clock = steerableClock({ startMs: Date.parse(at), pace: 'fast' });
  clock.pause();
  const cloud = await startLocalApp({
    clock,
    assembly: folder,
    isolation: 'none',
    parameters: { SenderDomain: domain, ReplyDomain: `reply.${domain}` },
  });
  await fill(cloud, spec, due, at);
  const startedMs = performance.now();
  const startedCpu = process.cpuUsage();
  const { executionArn } = await cloud.engine.startExecution({ stateMachineArn: output(cloud, 'ChaseMachineArn') });
  const { status } = await cloud.engine.finished(executionArn);
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const cpu = process.cpuUsage(startedCpu);
  if (status !== 'SUCCEEDED') throw new Error(`The chase ended ${status}.`);
  const measurement: ChaseMeasurement = {
    kind: 'chase',
    due,
    campaigns,
    wallSeconds: Math.round(wallSeconds * 100) / 100,
    cpuSeconds: Math.round((cpu.user + cpu.system) / 10_000) / 100,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    sent: cloud.mail.list().length,
    allowed: campaigns * allowedPerHour(spec),
    stillDue: await stillDue(cloud, at),
  };
  clock.stop();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
  return measurement;
}

const tenInTheMorning = ({ period }: CampaignSpec): string =>
  new Date(
    DateTime.fromISO(period.startsOn, { zone: period.timeZone }).plus({ days: 1, hours: 10 }).toMillis(),
  ).toISOString();

const allowedPerHour = ({ outreach }: CampaignSpec): number =>
  hourlyShare(warmUpCap(outreach.warmUp, 0, outreach.dailyMails), outreach.sendWindow);

const storesOf = (cloud: LocalCloud) => {
  const client = new DynamoDBClient(cloud.clientConfig());
  return { client, ...dynamoStores(dynamoTable(client, output(cloud, 'TableName'))) };
};

/** Everybody was invited five days ago, and nobody was reminded since. */
async function fill(cloud: LocalCloud, spec: CampaignSpec, due: number, at: string): Promise<void> {
  const { client, ...stores } = storesOf(cloud);
  for (let n = 0; n < campaigns; n += 1) {
    const campaignId = `bench-${n}`;
    const sender = { ...spec.outreach.sender, address: spec.outreach.sender.address.replace('@', `${n}@`) };
    await stores.campaigns.create({
      campaignId,
      spec: { ...spec, outreach: { ...spec.outreach, sender } },
      status: 'running',
      paused: false,
      createdAt: plusDays(at, -6),
      endsAt: endOfDay(spec.period.endsOn, spec.period.timeZone),
      budget: inMinor(spec.budget.amount, spec.budget.currency),
      commitments: { committed: 0, byInfluencer: {} },
      counts: {},
      rejectedRows: [],
    });
    const ids = Array.from({ length: due / campaigns }, (_, index) => index);
    await stores.collaborations.createAll(ids.map(index => member(campaignId, spec, index, at)));
  }
  client.destroy();
}

function member(campaignId: string, spec: CampaignSpec, index: number, at: string): Collaboration {
  const invitedAt = plusDays(at, -5);
  return {
    status: 'invited',
    since: invitedAt,
    campaignId,
    influencerId: `${campaignId}-${index}`,
    threadId: `${campaignId}${index}`
      .replaceAll(/[^a-z0-9]/g, '')
      .padEnd(16, '0')
      .slice(0, 16),
    name: `Creator ${index}`,
    contact: {
      email: `creator${index}@${campaignId}.example`,
      source: 'bench',
      obtainedAt: invitedAt,
      basis: 'published-business-address',
    },
    addressHash: `${campaignId}#${index}`,
    profile: { platform: 'instagram', handle: `creator.${index}` },
    score: 70,
    language: 'en',
    timeZone: spec.period.timeZone,
    offer: termsFor(spec, feeBand(spec).floor),
    sent: [{ purpose: 'invitation', number: 1, at: invitedAt }],
    pending: [],
    nextActionAt: plusDays(invitedAt, 3),
    version: 0,
  };
}

async function stillDue(cloud: LocalCloud, at: string): Promise<number> {
  const { client, collaborations } = storesOf(cloud);
  const left = await Array.fromAsync(collaborations.due(at));
  client.destroy();
  return left.length;
}

const [, , count] = process.argv;
if (process.send && count) process.send(await measureChase(Number(count)), () => process.exit(0));
