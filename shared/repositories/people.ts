import type { Table } from '#shared/aws/table.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { AttentionStore } from '#shared/ports/collaborations.ts';
import { keys } from './keys.ts';
import { attentionShape, knownShape } from './shapes/records.ts';

export function dynamoRoster(table: Table): RosterStore {
  return {
    async lookup(wanted) {
      const items = await table.getMany(wanted.map(keys.known));
      return new Map(items.map(item => [String(item.PK).slice('KNOWN#'.length), knownShape.read(item).influencerId]));
    },
    remember: known =>
      table.putMany([...known].map(([key, influencerId]) => knownShape.item(keys.known(key), { influencerId }))),
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
    async resolve(campaignId, influencerId, at) {
      for await (const item of all(campaignId)) {
        const attention = attentionShape.read(item);
        if (attention.influencerId !== influencerId || attention.resolvedAt) continue;
        await table.put(
          attentionShape.item(keys.attention(campaignId, attention.id), { ...attention, resolvedAt: at }),
        );
      }
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
