import * as z from 'zod';

/** Fields of others that may be left out or make no sense: both are unknown, never zero. */

export const count = z.int().nonnegative().optional().catch(undefined);
export const text = z.string().optional().catch(undefined);
export const url = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined);

/** One unusable entry must not cost the other forty-nine. */
export const usable =
  <T extends z.ZodType>(item: T) =>
  (entries: readonly unknown[]): z.output<T>[] =>
    entries.flatMap(entry => item.safeParse(entry).data ?? []);
