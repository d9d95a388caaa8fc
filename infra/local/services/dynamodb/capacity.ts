import { isDeepStrictEqual } from 'node:util';

export interface ItemIndex {
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly Projection?: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] };
}

export type Item = Readonly<Record<string, unknown>>;

/**
 * Write units that a write costs on one secondary index: one for each entry put or removed, and none when the projected
 * attributes stay as they were (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html, write capacity).
 */
export function indexWriteUnits(
  index: ItemIndex,
  tableKeys: readonly string[],
  before: Item | undefined,
  after: Item | undefined,
  unitsOf: (item: Item) => number,
): number {
  const old = before && projected(index, tableKeys, before);
  const next = after && projected(index, tableKeys, after);
  if (!old || !next) return old ? unitsOf(old) : next ? unitsOf(next) : 0;
  const sameKey = index.KeySchema.every(({ AttributeName }) =>
    isDeepStrictEqual(old[AttributeName], next[AttributeName]),
  );
  if (!sameKey) return unitsOf(old) + unitsOf(next);
  return isDeepStrictEqual(old, next) ? 0 : Math.max(unitsOf(old), unitsOf(next));
}

/** What the index stores of an item; nothing where the item lacks a key of the index. */
function projected({ KeySchema, Projection }: ItemIndex, tableKeys: readonly string[], item: Item): Item | undefined {
  const keys = KeySchema.map(key => key.AttributeName);
  if (keys.some(key => item[key] === undefined)) return undefined;
  if (Projection?.ProjectionType === undefined || Projection.ProjectionType === 'ALL') return item;
  const names = [...keys, ...tableKeys, ...(Projection.NonKeyAttributes ?? [])];
  return Object.fromEntries(names.map(name => [name, item[name]]));
}
