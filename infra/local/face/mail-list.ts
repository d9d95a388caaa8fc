import { type Html, html } from '#shared/pages/html.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { readableMail } from './readable-mail.ts';
import { address, table, when } from './words.ts';

/** A mail either way. */
export interface ListedMail {
  readonly id: string;
  readonly atMs: number;
  readonly direction: 'out' | 'in';
  /** The other side. */
  readonly party: string;
  readonly wasRefused: boolean;
}

/** Newest first. */
export function mailsOf({ mail }: LocalCloud): ListedMail[] {
  const sent = mail.list().map(({ id, atMs, destinations }): ListedMail => {
    return { id, atMs, direction: 'out', party: destinations.join(', '), wasRefused: false };
  });
  const received = mail.received().map(({ id, atMs, envelopeFrom, wasRefused }): ListedMail => {
    return { id, atMs, direction: 'in', party: envelopeFrom || 'automatic', wasRefused };
  });
  return [...sent, ...received].sort((a, b) => b.atMs - a.atMs);
}

export const rawOf = ({ mail }: LocalCloud, id: string): Buffer | undefined => {
  const raw = mail.get(id) ? mail.raw(id) : mail.receivedRaw(id);
  return raw.length > 0 ? raw : undefined;
};

export async function mailTable(cloud: LocalCloud, mails: readonly ListedMail[]): Promise<Html> {
  const rows = await Promise.all(
    mails.map(async ({ id, atMs, direction, party, wasRefused }) => {
      const { subject } = await readableMail(rawOf(cloud, id) ?? Buffer.alloc(0));
      const who = `${direction === 'out' ? '→ to' : '← from'} ${party}`;
      return [
        html`<a href="${address('mail', id)}"><bdi>${subject}</bdi></a>${wasRefused && html` <span class="pill bad">refused</span>`}<br><span class="muted">${who}</span>`,
        when(atMs),
      ];
    }),
  );
  return table('Mails, newest first', ['Mail', 'Time'], rows);
}
