import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { seededRandom } from '#infra/local/world/random.ts';
import { startWorld } from '#infra/local/world/world.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { connect } from '../api.ts';
import { leadingClock } from './duet-clock.ts';
import type { CloudEvidence, Evidence, InboundRecord } from './evidence.ts';
import { startMortalCloud } from './mortal-cloud.ts';
import { sourcesOf } from './tiny-campaign.ts';

export interface KillRunOptions {
  readonly spec: Omit<CampaignSpecInput, 'sources'>;
  readonly seed: string;
  readonly people: number;
  /** A synthesized assembly. */
  readonly assembly: string;
  /** How often the cloud's process is killed; 0 is the undisturbed run. */
  readonly kills: number;
  /** Other points of the same campaign. */
  readonly round?: number;
  /** Of the run that this one is compared with: a blog's address is part of who its blogger is. */
  readonly blogPort?: number;
}

export interface KillRun {
  readonly evidence: Evidence;
  readonly deaths: number;
  readonly blogPort: number;
}

/** Moves of the clock between two deaths: a few hundred make a campaign. */
const movesBetween = { from: 3, to: 40 };
/** Real milliseconds after such a move: somewhere in the middle of what it set off. */
const longestBlowMs = 60;
const settleMs = 12 * 3_600_000;

/** One campaign whose cloud dies again and again, while its world lives on. */
export async function runWithKills({
  spec,
  seed,
  people,
  assembly,
  kills,
  round = 0,
  blogPort,
}: KillRunOptions): Promise<KillRun> {
  const { period } = spec;
  const zone = period.timeZone ?? 'Asia/Kolkata';
  const startMs = DateTime.fromISO(period.startsOn, { zone }).plus({ hours: 9 }).toMillis();
  const endMs = DateTime.fromISO(period.endsOn, { zone }).plus({ days: 1 }).toMillis() + settleMs;
  const random = seededRandom(`${seed}/kills/${round}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'groundswell-kills-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }));

  let movesLeft = random.int(movesBetween.from, movesBetween.to);
  const strike = () => {
    movesLeft -= 1;
    if (movesLeft > 0 || cloud.deaths >= kills) return;
    movesLeft = random.int(movesBetween.from, movesBetween.to);
    setTimeout(() => cloud.kill(), random.int(0, longestBlowMs));
  };
  const clock = leadingClock(startMs, {
    rest: () => cloud.rest(),
    async advance(toMs) {
      strike();
      await cloud.advance(toMs);
    },
  });
  opened.defer(clock.stop);
  const setUp = Promise.withResolvers<void>();
  void clock.hold(setUp.promise);
  const world = await startWorld({
    clock,
    seed,
    size: people,
    campaign: spec,
    instagramCallsPerHour: 100_000,
    ...(blogPort !== undefined && { blogPort }),
  });
  opened.defer(world.stop);
  const cloud = await startMortalCloud(
    {
      assembly,
      dataDir,
      parameters: {
        SenderDomain: 'meadow-botanics.example',
        ReplyDomain: 'reply.meadow-botanics.example',
        ...world.parameters,
      },
    },
    startMs,
  );
  opened.defer(cloud.stop);
  await cloud.ask({ kind: 'secrets', platform: world.platformSecret, shops: world.shopSecret });
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
  const token = await cloud.ask<string>({ kind: 'token' });
  const api = connect({ url: cloud.apiUrl, token });
  const body = { ...spec, sources: sourcesOf(world.lists) };
  const { id: campaignId } = await api.call('launchCampaign', { body, idempotencyKey: seed });
  world.employ({ apiUrl: cloud.apiUrl, token, campaignId });

  const over = new Promise<void>(resolve => {
    clock.at(endMs, () => {
      void clock.hold(new Promise(() => {}));
      resolve();
    });
  });
  setUp.resolve();
  await over;
  const known = await cloud.ask<CloudEvidence>({ kind: 'evidence' });
  const evidence = { ...known, inbound, world: world.stats, injected: [] };
  return { evidence, deaths: cloud.deaths, blogPort: world.blogPort };
}
