import { formatMoney } from '#shared/domain/money.ts';
import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { table, terminal } from '../terminal.ts';

type JsonOption = ApiOptions & { readonly json?: boolean };

/** Says what will go, and what to see to before it does. */
export async function erase(who: string, options: JsonOption): Promise<void> {
  const body = who.includes('@') ? { address: who } : { influencerId: who };
  const asked = await connect(apiSettings(options)).call('askErasure', { body });
  const { id, influencerIds, held, owed, coupons } = asked;
  terminal(options).result(asked, [
    `${influencerIds.join(', ')} is never written to again. Within two hours this is erased (${id}):`,
    ...inWords(held, 'nothing is held'),
    ...(owed.length > 0 ? ['Agreed with them; find out now how to pay it:'] : []),
    ...table(owed.map(({ campaignId, status, amount }) => [`  ${campaignId}`, status, formatMoney(amount)])),
    ...(coupons.length > 0 ? ['Delete these codes in the shop yourself:'] : []),
    ...table(coupons.map(({ shop, code }) => [`  ${shop}`, code])),
  ]);
}

export async function erasures(options: JsonOption): Promise<void> {
  const { items } = await connect(apiSettings(options)).call('listErasures');
  terminal(options).result(
    items,
    items.length === 0
      ? ['Nobody asked for it.']
      : items.flatMap(({ id, status, askedAt, askedBy, influencerIds, erased }) => [
          `${askedAt.slice(0, 10)}  ${id}  ${status}  ${influencerIds.join(', ')}, asked for by ${askedBy}`,
          ...inWords(erased, 'nothing yet'),
        ]),
  );
}

function inWords(counts: Readonly<Record<string, number>>, none: string): string[] {
  const rows = table(Object.entries(counts).map(([kind, count]) => [`  ${count}`, kind.replaceAll('-', ' ')]));
  return rows.length === 0 ? [`  ${none}`] : rows;
}
