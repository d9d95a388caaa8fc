import type { AttentionListView } from '#shared/contracts/views/attention.ts';
import type { CollaborationView } from '#shared/contracts/views/collaborations.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { type Api, connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';
import { draftInWords, nextInWords } from './collaborations.ts';

type JsonOption = ApiOptions & { readonly json?: boolean };

/** What waits for a person in one campaign, or in all that have not ended. */
export async function attention(campaignId: string | undefined, options: JsonOption): Promise<void> {
  const api = connect(apiSettings(options));
  const ids = campaignId === undefined ? await running(api) : [campaignId];
  const lists = await Promise.all(
    ids.map(async id => ({ campaignId: id, ...(await api.call('listAttention', { params: { campaignId: id } })) })),
  );
  const waiting = lists.filter(({ items }) => items.length > 0);
  terminal(options).result(
    campaignId === undefined ? lists : lists[0],
    waiting.length === 0 ? ['Nothing waits for a person.'] : waiting.flatMap(list => describe(list.campaignId, list)),
  );
}

async function running(api: Api): Promise<string[]> {
  const { items } = await api.call('listCampaigns', { query: { limit: '200' } });
  // A failed one waits for people more than any other.
  return items.filter(({ status }) => !hasEnded(status) || status === 'failed').map(({ id }) => id);
}

const describe = (campaignId: string, { budgetLeft, ceiling, items }: AttentionListView): string[] => [
  `${campaignId}: ${formatMoney(budgetLeft)} left to promise, up to ${formatMoney(ceiling)} each`,
  ...items.flatMap(item => ['', ...itemLines(campaignId, item)]),
];

function itemLines(campaignId: string, item: AttentionListView['items'][number]): string[] {
  const { collaboration, asked, quote, mails } = item;
  const last = mails.at(-1);
  return [
    `  ${item.name ?? 'campaign'}: ${item.because}  (${item.raisedAt.slice(0, 16).replace('T', ' ')})`,
    ...(quote ? quote.split('\n').map(line => `    > ${line}`) : []),
    ...(collaboration
      ? [
          `    ${collaboration.status}, we offer ${formatMoney(collaboration.offer.fee)}${asked ? `, they ask ${formatMoney(asked)}` : ''}; next: ${nextInWords(collaboration)}`,
          ...draftLines(collaboration.draft),
          ...(last && !quote ? [`    last mail: ${last.title}`] : []),
          `    npx groundswell decide ${campaignId} ${collaboration.influencerId} ${item.options.join('|')}`,
        ]
      : [
          ...item.options.map(option => `    - ${option}`),
          `    npx groundswell resolve ${campaignId} ${item.id} --note "what was done"`,
        ]),
  ];
}

/** What they handed in; their words stand above where they are the reason for the item. */
const draftLines = (draft: CollaborationView['draft']): string[] =>
  draft ? [`    draft: ${draftInWords(draft)}${draft.link === undefined ? '' : ` ${draft.link}`}`] : [];

export async function resolve(
  campaignId: string,
  itemId: string,
  options: JsonOption & { note?: string },
): Promise<void> {
  const { note } = options;
  const api = connect(apiSettings(options));
  const item = await api.call('resolveAttention', { params: { campaignId, itemId }, body: { ...(note && { note }) } });
  terminal(options).result(item, [`Done: ${item.because}`]);
}
