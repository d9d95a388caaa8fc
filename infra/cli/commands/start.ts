import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFace } from '#infra/local/face/face.ts';
import { createFaults } from '#infra/local/faults/faults.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import type { Pace } from '#infra/local/steerable-clock.ts';
import { CliError } from '../exit-codes.ts';
import { readFaultPlan } from '../faults/read-plan.ts';
import { keptClock } from '../local/kept-time.ts';
import { createFirstToken, startLocalApp } from '../local/local-app.ts';
import { type LocalSettings, localSettingsFile } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly senderDomain: string;
  readonly clock: Pace;
  /** A plan of faults (YAML or JSON). */
  readonly faults?: string;
}

/** The whole app until Ctrl-C, on the real clock unless said; state and time survive in the data folder. */
export async function start({ port, data, senderDomain, clock: pace, faults }: StartOptions): Promise<void> {
  const out = terminal();
  const clock = keptClock(join(data, 'data', 'clock.json'), pace);
  const cloud = await startLocalApp({
    clock,
    assembly: join(data, 'cdk.out'),
    dataDir: join(data, 'data'),
    ...(faults && {
      faults: createFaults(readFaultPlan(faults), hit => out.say(`fault: ${hit.fault} ${hit.subject}`)),
    }),
    port,
    parameters: { SenderDomain: senderDomain, ReplyDomain: `reply.${senderDomain}` },
    onProgress: step => out.say(`${step} ...`),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new CliError('failed', `Port ${port} is taken. Is another "npm start" running? Otherwise use --port.`)
      : error;
  });
  const settingsFile = join(data, 'cli.json');
  const token = (await keptToken(settingsFile, cloud)) ?? (await createFirstToken(cloud, { clock, name: 'npm start' }));
  mkdirSync(data, { recursive: true });
  writeFileSync(settingsFile, `${JSON.stringify({ api: cloud.apiUrl, token } satisfies LocalSettings, null, 2)}\n`, {
    mode: 0o600,
  });
  const face = await startFace({ cloud, clock, port: port + 1 });

  out.say();
  out.say(`  API      ${cloud.apiUrl}`);
  out.say(`  Token    ${token}`);
  out.say(`  Console  ${cloud.apiUrl}/console`);
  out.say(`  Cloud    ${face.url}   (executions, mail, timers, logs)`);
  const aheadMs = clock.now() - Date.now();
  if (aheadMs > 60_000 || pace !== 1)
    out.say(`  Clock    ${new Date(clock.now()).toISOString().slice(0, 16)}Z, ${paceInWords(pace)}`);
  out.say();
  out.say(
    `  Try: npx groundswell launch campaign.example.yaml   (address and token are in ${data === '.groundswell' ? localSettingsFile : settingsFile})`,
  );
  out.say('  Ctrl-C stops; the data stays.');

  await interrupted();
  out.say('\nStopping ...');
  await face.close();
  await cloud.stop();
}

const paceInWords = (pace: Pace): string =>
  pace === 'fast'
    ? 'jumping from timer to timer'
    : pace === 1
      ? 'at the pace of the wall clock'
      : `${pace} times as fast`;

/** The token of the last run, if this data folder still knows it. */
async function keptToken(file: string, cloud: LocalCloud): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const { token } = JSON.parse(readFileSync(file, 'utf8')) as LocalSettings;
  const answer = await fetch(`${cloud.apiUrl}/campaigns?limit=1`, { headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
  return answer.ok ? token : undefined;
}

const interrupted = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
