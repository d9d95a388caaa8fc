import * as z from 'zod';
import { Fault } from '#shared/errors.ts';
import type { Query } from './table.ts';

/** A cursor is the key of a page's last item. It comes back from outside, so it is held to the list that it was given out for. */

export const writeCursor = (key: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export function readCursor(cursor: string, { index, partition, prefix = '' }: Query): Record<string, string> {
  const pk = `${index ?? ''}PK`;
  const sk = `${index ?? ''}SK`;
  const key = z
    .strictObject({ PK: attribute, SK: attribute, [pk]: z.literal(partition), [sk]: attribute.startsWith(prefix) })
    .safeParse(jsonOf(cursor));
  if (key.success) return key.data;
  throw new Fault('invalid-request', 'The cursor is not one that this list gave out. Start again without it.');
}

/** DynamoDB takes no empty key and none above 1,024 bytes. */
const attribute = z
  .string()
  .min(1)
  .refine(text => Buffer.byteLength(text) <= 1024);

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
