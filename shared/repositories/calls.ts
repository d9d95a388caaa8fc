import type { Table } from '#shared/aws/table.ts';
import type { CallStore } from '#shared/ports/collaborations.ts';
import { keys } from './keys.ts';
import { callShape } from './shapes/records.ts';

export function dynamoCalls(table: Table): CallStore {
  return {
    async book(campaignId, from, { influencerId, at, unless }) {
      const key = keys.call(campaignId, from);
      const booked = await table.putIf(callShape.item(key, { influencerId, at }), {
        expression: 'attribute_not_exists(PK) OR #d.#who IN (:me, :unless)',
        names: { '#d': 'data', '#who': 'influencerId' },
        values: { ':me': influencerId, ':unless': unless ?? influencerId },
      });
      if (booked) return { booked };
      const item = await table.get(key);
      const holder = item && callShape.read(item);
      return { booked, by: holder?.influencerId ?? '', at: holder?.at ?? at };
    },
  };
}
