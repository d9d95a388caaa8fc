import * as z from 'zod';
import { columnMapping } from './campaign/sources.ts';

/** A list that is looked at before it becomes a campaign's source. */
export const importRequest = z
  .strictObject({
    upload: z.string().min(1).max(200).optional().meta({ description: 'id that POST /uploads answered' }),
    text: z.string().min(1).max(400_000).optional().meta({ description: 'the file itself, for small lists' }),
    name: z.string().trim().min(1).max(120).default('candidates'),
    mapping: columnMapping.optional(),
    sheet: z.string().trim().min(1).max(100).optional(),
  })
  .refine(list => (list.upload === undefined) !== (list.text === undefined), {
    error: 'give exactly one of `upload` and `text`',
    path: ['upload'],
  });

export const importPreview = z
  .object({
    format: z.enum(['csv', 'xlsx', 'json-lines', 'json', 'opml', 'url-list']),
    sheet: z.string().optional(),
    columns: z.array(
      z.object({
        column: z.string(),
        field: z.string().optional().meta({ description: 'what it was taken for; absent where it is kept as it came' }),
        platform: z.string().optional(),
        confidence: z.number(),
        why: z.string(),
        samples: z.array(z.string()),
      }),
    ),
    notes: z.array(z.string()),
    rows: z.object({
      read: z.int(),
      usable: z.int(),
      refused: z.int(),
      all: z.boolean().meta({ description: 'whether these are all rows of the list' }),
    }),
    refused: z.array(z.object({ source: z.string(), line: z.int(), because: z.string() })),
    people: z.array(z.object({ name: z.string().optional(), profiles: z.array(z.string()) })),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.output<typeof importPreview>;
