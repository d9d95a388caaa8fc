import * as z from 'zod';
import type { Item, Key } from '#shared/aws/table.ts';

/**
 * One stored shape: what an item's `data` holds, and its version. A test pins each schema to its version, so that a change of shape
 * is a decision (raise the version and add a reader for the old one) and never an accident.
 */
export interface Shape<T> {
  readonly kind: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  item(key: Key, data: T, extra?: Item): Key & Item;
  read(item: Item): T;
}

export function shape<T>(kind: string, version: number, schema: z.ZodType<T>): Shape<T> {
  return {
    kind,
    version,
    schema,
    item: (key, data, extra) => ({ ...key, ...extra, kind, v: version, data }),
    read(item) {
      const answer = schema.safeParse(item.data);
      if (answer.success) return answer.data;
      throw new Error(`stored ${kind} v${String(item.v)} does not fit v${version}: ${z.prettifyError(answer.error)}`);
    },
  };
}
