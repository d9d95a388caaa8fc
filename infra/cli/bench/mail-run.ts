import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseMail } from '#shared/adapters/mail/parse.ts';
import { understand } from '#shared/domain/listening/understand.ts';
import { bundleForNode } from '../bundle-for-node.ts';
import { bytesOf, type MailInput } from '../corpora/mail-rows.ts';
import { readRows } from '../corpora/read-rows.ts';
import { worstMails } from './worst-mails.ts';

/** How fast one core reads what comes in and writes what goes out. */
export interface MailMeasurement {
  readonly kind: 'mail';
  /** Undefined where the corpora do not stand beside the project. */
  readonly read?: { readonly mails: number; readonly perSecond: number };
  readonly worst: { readonly name: string; readonly ms: number };
  readonly render: { readonly mails: number; readonly perSecond: number };
}

const at = '2026-11-23T06:00:00.000Z';
const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/groundswell-bench', import.meta.url));
/** The best of these is told: a disturbance of the machine only ever makes a round slower. */
const rounds = 3;

/** Seconds of the processor that the best round took. */
async function bestOf(round: () => Promise<void> | void): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < rounds; n += 1) {
    const from = process.threadCpuUsage();
    await round();
    const { user, system } = process.threadCpuUsage(from);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

async function read(bytes: Uint8Array): Promise<void> {
  const mail = await parseMail(bytes);
  if (mail.kind.kind === 'human') understand(mail.newText, { at, currency: 'INR' });
}

async function realMails(): Promise<Uint8Array[]> {
  const files = ['machine_mail.jsonl.gz', 'autoreply.jsonl.gz'].map(name => join(corpora, name));
  if (!files.every(existsSync)) return [];
  const rows = (await Promise.all(files.map(file => readRows(file)))).flat();
  return rows.map(row => bytesOf((row as { readonly input: MailInput }).input));
}

async function measureReading(): Promise<Pick<MailMeasurement, 'read'>> {
  const mails = await realMails();
  if (mails.length === 0) return {};
  const seconds = await bestOf(async () => {
    for (const mail of mails) await read(mail);
  });
  return { read: { mails: mails.length, perSecond: Math.round(mails.length / seconds) } };
}

async function measureWorst(): Promise<MailMeasurement['worst']> {
  let worst = { name: '', ms: 0 };
  for (const [name, make] of Object.entries(worstMails)) {
    const bytes = make();
    const ms = Math.round((await bestOf(() => read(bytes))) * 1000);
    if (ms > worst.ms) worst = { name, ms };
  }
  return worst;
}

/** Nothing is drawn: reports take their pictures ready-made. */
async function measureRendering(): Promise<MailMeasurement['render']> {
  const outfile = join(cache, 'mails.mjs');
  bundleForNode("export { mailSamples } from './shared/email/samples.ts';", outfile);
  const { mailSamples } = (await import(pathToFileURL(outfile).href)) as {
    mailSamples: Record<string, () => { html: string }>;
  };
  const samples = Object.values(mailSamples);
  const repeats = 20;
  const seconds = await bestOf(() => {
    for (let n = 0; n < repeats; n += 1) for (const render of samples) render();
  });
  const mails = samples.length * repeats;
  return { mails, perSecond: Math.round(mails / seconds) };
}

const measured: MailMeasurement = {
  kind: 'mail',
  ...(await measureReading()),
  worst: await measureWorst(),
  render: await measureRendering(),
};
if (process.send) process.send(measured, () => process.exit(0));
else console.log(measured);
