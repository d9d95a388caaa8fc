import type { Table } from '#shared/aws/table.ts';
import type { SendingStore, SuppressionStore } from '#shared/ports/sending.ts';
import { keys } from './keys.ts';
import { suppressionShape } from './shapes/records.ts';

export function dynamoSuppressions(table: Table): SuppressionStore {
  return {
    async add(addressHash, because, at) {
      // The first reason stays: a later bounce must not hide that the person asked us to stop.
      await table.putIf(suppressionShape.item(keys.suppression(addressHash), { because, at }), {
        expression: 'attribute_not_exists(PK)',
      });
    },
    async find(addressHash) {
      const item = await table.get(keys.suppression(addressHash));
      return item && suppressionShape.read(item).because;
    },
  };
}

/** Counters; places of a day are kept for a month, so that nobody wonders where they went. */
export function dynamoSending(table: Table): SendingStore {
  return {
    async takePlace(who, day, cap) {
      const taken = await table.update(keys.places(who, day), {
        UpdateExpression: 'ADD #taken :one SET #expires = :expires',
        ConditionExpression: 'attribute_not_exists(#taken) OR #taken < :cap',
        ExpressionAttributeNames: { '#taken': 'taken', '#expires': 'expiresAt' },
        ExpressionAttributeValues: { ':one': 1, ':cap': cap, ':expires': Date.parse(day) / 1000 + 30 * 86_400 },
      });
      return taken !== undefined;
    },
    async countEvent(day, kind) {
      await table.update(keys.mailCounts(day), {
        UpdateExpression: 'ADD #kind :one',
        ExpressionAttributeNames: { '#kind': kind },
        ExpressionAttributeValues: { ':one': 1 },
      });
    },
    async totals(days) {
      const items = await table.getMany(days.map(keys.mailCounts));
      const sum = (kind: string) => items.reduce((all, item) => all + Number(item[kind] ?? 0), 0);
      return { sent: sum('sent'), bounced: sum('bounced'), complained: sum('complained') };
    },
  };
}
