import * as z from 'zod';

/** What the views of several nouns share. */

export const id = z.string().min(1).max(64);

export const instant = z.iso.datetime({ offset: true });

export const amount = z.object({ minor: z.int(), currency: z.string().length(3) }).meta({ id: 'Money' });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
