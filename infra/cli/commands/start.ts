import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { realClock } from '#infra/local/real-clock.ts';
import { CliError } from '../exit-codes.ts';
import { startInbox } from '../local/inbox.ts';
import { createFirstToken, startLocalApp } from '../local/local-app.ts';
import { type LocalSettings, localSettingsFile } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly senderDomain: string;
}

/** The whole app on the real clock until Ctrl-C; state survives in the data folder. */
export async function start({ port, data, senderDomain }: StartOptions): Promise<void> {
  const out = terminal();
  const clock = realClock();
  const cloud = await startLocalApp({
    clock,
    assembly: join(data, 'cdk.out'),
    dataDir: join(data, 'data'),
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
  const inbox = await startInbox(cloud, port + 1);

  out.say();
  out.say(`  API      ${cloud.apiUrl}`);
  out.say(`  Token    ${token}`);
  out.say(`  Console  ${cloud.apiUrl}/console`);
  out.say(`  Inbox    ${inbox.url}`);
  out.say();
  out.say(
    `  Try: npx groundswell launch campaign.example.yaml   (address and token are in ${data === '.groundswell' ? localSettingsFile : settingsFile})`,
  );
  out.say('  Ctrl-C stops; the data stays.');

  await interrupted();
  out.say('\nStopping ...');
  await inbox.close();
  await cloud.stop();
}

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
