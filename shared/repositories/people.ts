import type { Table } from '#shared/aws/table.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { AttentionStore } from '#shared/ports/collaborations.ts';
import { keys } from './keys.ts';
import { attentionShape, knownShape } from './shapes/records.ts';

export function dynamoRoster(table: Table): RosterStore {
  return {
    async lookup(wanted) {
      const items = await table.getMany(wanted.map(keys.known));
      return new Map(items.map(item => [String(item.PK).slice('KNOWN#'.length), knownShape.read(item)]));
    },
    remember: known => table.putMany([...known].map(([key, value]) => knownShape.item(keys.known(key), value))),
  };
}

export function dynamoAttention(table: Table): AttentionStore {
  const all = (campaignId: string) => table.query({ partition: `CAMPAIGN#${campaignId}`, prefix: 'ATTENTION#' });
  return {
    async raise(item) {
      await table.putIf(attentionShape.item(keys.attention(item.campaignId, item.id), item), {
        expression: 'attribute_not_exists(PK)',
      });
    },
    async resolve(campaignId, ids, { at, by, note }) {
      const set = { resolvedAt: at, ...(by !== undefined && { resolvedBy: by }), ...(note !== undefined && { note }) };
      const fields = Object.entries(set);
      for (const id of ids)
        await table.update(keys.attention(campaignId, id), {
          UpdateExpression: `SET ${fields.map(([name]) => `#d.#${name} = :${name}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#d.#resolvedAt)',
          ExpressionAttributeNames: { '#d': 'data', ...Object.fromEntries(fields.map(([name]) => [`#${name}`, name])) },
          ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
        });
    },
    async open(campaignId) {
      const items = [];
      for await (const item of all(campaignId)) {
        const attention = attentionShape.read(item);
        if (!attention.resolvedAt) items.push(attention);
      }
      return items;
    },
  };
}
