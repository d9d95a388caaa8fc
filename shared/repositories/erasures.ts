import type { Table } from '#shared/aws/table.ts';
import type { ErasureStore } from '#shared/ports/erasures.ts';
import { indexes, keys } from './keys.ts';
import { erasureShape } from './shapes/records.ts';

export function dynamoErasures(table: Table): ErasureStore {
  return {
    async find(erasureId) {
      const item = await table.get(keys.erasure(erasureId));
      return item && erasureShape.read(item);
    },
    async save(erasure) {
      const { erasureId, askedAt, doneAt } = erasure;
      await table.put(
        erasureShape.item(keys.erasure(erasureId), erasure, {
          ...indexes.erasures(askedAt, erasureId),
          ...(doneAt === undefined && indexes.openErasure(askedAt, erasureId)),
        }),
      );
    },
    async *open() {
      for await (const item of table.query({ index: 'GSI2', partition: 'ERASURES' })) yield erasureShape.read(item);
    },
    async page(request) {
      const page = await table.page({ index: 'GSI1', partition: 'ERASURES', newestFirst: true }, request);
      return { ...page, items: page.items.map(erasureShape.read) };
    },
  };
}
