import { DateTime } from 'luxon';
import type { CollaborationView } from '#shared/contracts/views/collaborations.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { table, terminal } from '../terminal.ts';

type JsonOption = ApiOptions & { readonly json?: boolean };

/** "second reminder, unless they answer; Thu 3 Dec 10:00 Asia/Kolkata". */
export function nextInWords({ next: { what, at, timeZone } }: Pick<CollaborationView, 'next'>): string {
  if (at === undefined) return what;
  return `${what}; ${DateTime.fromISO(at, { zone: timeZone, locale: 'en-GB' }).toFormat('ccc d LLL HH:mm')} ${timeZone}`;
}

/** "handed in, round 2". */
export const draftInWords = ({ state, round }: NonNullable<CollaborationView['draft']>): string =>
  `${state.replace('-', ' ')}, round ${round}`;

export async function collaborations(campaignId: string, options: JsonOption & { status?: string }): Promise<void> {
  const api = connect(apiSettings(options));
  const items: CollaborationView[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '200', status: options.status, cursor };
    const page = await api.call('listCollaborations', { params: { campaignId }, query });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  const rows = items.map(one => [
    one.influencerId,
    one.name,
    one.draft ? `${one.status} (draft: ${draftInWords(one.draft)})` : one.status,
    formatMoney(one.offer.fee),
    nextInWords(one),
  ]);
  terminal(options).result(items, items.length === 0 ? ['No collaboration yet.'] : table(rows));
}

export async function timeline(campaignId: string, influencerId: string, options: JsonOption): Promise<void> {
  const api = connect(apiSettings(options));
  const found = await api.call('getTimeline', { params: { campaignId, influencerId } });
  const { collaboration, timeline: entries } = found;
  terminal(options).result(found, [
    `${collaboration.name}: ${collaboration.status}${collaboration.heldForPerson ? `, waits for a person: ${collaboration.heldForPerson}` : ''}`,
    ...entries.flatMap(({ at, title, detail }) => [
      `  ${at.slice(0, 16).replace('T', ' ')}  ${title}`,
      ...(detail ? detail.split('\n').map(line => `      ${line}`) : []),
    ]),
    `  Next: ${nextInWords(collaboration)} (${collaboration.next.because})`,
    `  You can: ${collaboration.decisions.join(', ')}`,
  ]);
}
