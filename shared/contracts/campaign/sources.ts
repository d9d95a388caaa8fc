import * as z from 'zod';
import { importFields } from '#shared/domain/import/aliases.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { address, handle, text } from './fields.ts';

const savedFields = [
  'ignore',
  ...importFields,
  ...platforms.flatMap(platform => importFields.map(field => `${platform} ${field}` as const)),
] as const;

/** What columns hold, where their names and contents do not say it; `POST /imports/preview` shows what was understood. */
export const columnMapping = z
  .record(
    text(200),
    z.enum(savedFields, {
      error: `one of ${importFields.join(', ')}; with a platform before it if you like; or ignore`,
    }),
  )
  .refine(mapping => Object.keys(mapping).length <= 200, 'at most 200 columns')
  .meta({ description: 'column name -> what it holds, e.g. {"Konto": "instagram handle", "Notes": "ignore"}' });

const fileSource = <K extends string>(kind: K, name: string) =>
  z
    .strictObject({
      kind: z.literal(kind),
      upload: text(200).optional().meta({ description: 'id that POST /uploads answered' }),
      text: z.string().min(1).max(400_000).optional().meta({ description: 'the file itself, for small lists' }),
      name: text(120).default(name),
      mapping: columnMapping.optional(),
      sheet: text(100).optional().meta({ description: 'of a workbook; without it the first one that has a header' }),
    })
    .refine(source => (source.upload === undefined) !== (source.text === undefined), {
      error: 'give exactly one of `upload` and `text`',
      path: ['upload'],
    });

export const sourceSpec = z.discriminatedUnion('kind', [
  // What kind of file it is, its content says: CSV, .xlsx, JSON Lines, OPML or a list of links.
  fileSource('file', 'candidates'),
  // Older names of the same.
  fileSource('csv', 'candidates.csv'),
  fileSource('opml', 'blogroll.opml'),
  z
    .strictObject({ kind: z.literal('roster'), name: text(120).default('roster') })
    .meta({ description: 'whom this brand worked with before, with what came of it' }),
  z.strictObject({
    kind: z.literal('profiles'),
    name: text(120).default('profiles'),
    profiles: z
      .array(handle.extend({ name: text(200).optional(), email: address.optional() }))
      .min(1, 'at least one profile')
      .max(2000),
  }),
]);

export type SourceSpec = z.output<typeof sourceSpec>;
export type FileSource = Extract<SourceSpec, { kind: 'file' | 'csv' | 'opml' }>;
export const isFileSource = (source: SourceSpec): source is FileSource => 'upload' in source || 'text' in source;
