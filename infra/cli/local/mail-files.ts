import { readableMail } from '#infra/local/face/readable-mail.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { escaped } from '#infra/local/world/html.ts';
import type { InboundCopy } from './campaign-run.ts';
import { fileName, type OutFolder } from './out-folder.ts';

/** One e-mail, as a file to open. */
export interface MailFile {
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Relative to the out folder. */
  readonly html: string;
  readonly eml: string;
}

interface RawMail {
  readonly atMs: number;
  readonly direction: 'out' | 'in';
  readonly party: string;
  readonly raw: Uint8Array;
}

/** Every mail both ways, oldest first, each as .eml and as a page that any browser shows. */
export async function writeMails(
  cloud: LocalCloud,
  inbound: readonly InboundCopy[],
  folder: OutFolder,
): Promise<MailFile[]> {
  const all: RawMail[] = [
    ...cloud.mail.list().map(({ id, atMs, destinations }) => ({
      atMs,
      direction: 'out' as const,
      party: destinations.join(', '),
      raw: cloud.mail.raw(id),
    })),
    ...inbound.map(({ atMs, from, raw }) => ({ atMs, direction: 'in' as const, party: from || 'automatic', raw })),
  ].sort((a, b) => a.atMs - b.atMs);
  const files: MailFile[] = [];
  for (const [index, mail] of all.entries()) files.push(await writeMail(mail, index + 1, folder));
  folder.write('mails/index.html', indexPage(files));
  return files;
}

async function writeMail(
  { atMs, direction, party, raw }: RawMail,
  number: number,
  folder: OutFolder,
): Promise<MailFile> {
  const at = new Date(atMs).toISOString();
  const mail = await readableMail(raw);
  const other = direction === 'out' ? `to-${fileName(party)}` : `from-${fileName(party)}`;
  const base = `mails/${String(number).padStart(4, '0')}-${at.slice(0, 10)}-${other}-${fileName(mail.subject)}`;
  folder.write(`${base}.eml`, raw);
  folder.write(`${base}.html`, mail.page);
  return {
    at,
    direction,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    html: `${base}.html`,
    eml: `${base}.eml`,
  };
}

const indexPage = (files: readonly MailFile[]): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>E-mails</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1917}
table{border-collapse:collapse;width:100%}td{padding:.35rem .6rem;border-bottom:1px solid #e7e5e4;vertical-align:top}
.in td{background:#f0fdf4}a{color:#0f5132}</style></head><body><h1>${files.length} e-mails</h1><table>
${files
  .map(
    ({ at, direction, from, to, subject, html, eml }) =>
      `<tr class="${direction}"><td>${at.slice(0, 16).replace('T', ' ')}</td><td>${escaped(direction === 'out' ? `to ${to}` : `from ${from}`)}</td><td><a href="${escaped(html.replace('mails/', ''))}">${escaped(subject)}</a></td><td><a href="${escaped(eml.replace('mails/', ''))}">.eml</a></td></tr>`,
  )
  .join('\n')}
</table></body></html>`;
