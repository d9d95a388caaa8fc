import { openList } from '#shared/adapters/list/open-list.ts';
import { routes } from '#shared/contracts/http.ts';
import type { ImportPreview } from '#shared/contracts/imports.ts';
import type { RejectedRow } from '#shared/domain/candidate.ts';
import { describeColumns } from '#shared/domain/import/describe-columns.ts';
import { profileUrl } from '#shared/domain/import/profile.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { type GivenList, listBytes, listOptions } from '#shared/operations/list-bytes.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** Rows that a preview looks at: enough to see what is wrong, and done before the gateway gives up. */
const previewedRows = 5000;
const shownRows = 20;
const shownPeople = 5;

/** What an import would make of a list; nothing is kept. */
export const previewImport =
  ({ files }: { readonly files: FileStore }): RouteHandler =>
  async ({ rawBody }) => {
    const list = jsonBody(routes.previewImport.body, rawBody, 'The list');
    if (list.upload !== undefined && !(await files.exists(uploadKey(list.upload))))
      throw new Fault('invalid-request', 'The list can not be read.', {
        fields: [
          { pointer: '/upload', detail: 'no such file was uploaded; POST /uploads gives an address to PUT it to' },
        ],
      });
    return { status: 200, json: await preview(files, list) };
  };

async function preview(files: FileStore, list: GivenList): Promise<ImportPreview> {
  const { format, sheet, table, readings } = await openList(await listBytes(files, list), listOptions(list));
  const refused: RejectedRow[] = [];
  const people: ImportPreview['people'] = [];
  const rows = { read: 0, usable: 0, refused: 0, all: true };
  for await (const reading of readings) {
    if (rows.read === previewedRows) {
      rows.all = false;
      break;
    }
    rows.read += 1;
    const problem = 'rejected' in reading ? reading.rejected : reading.remark;
    if (problem && refused.length < shownRows) refused.push(problem);
    if ('rejected' in reading) {
      rows.refused += 1;
      continue;
    }
    rows.usable += 1;
    const { name, profiles } = reading.found;
    if (people.length < shownPeople)
      people.push({ ...(name !== undefined && { name }), profiles: profiles.map(ref => profileUrl(ref)) });
  }
  return {
    format,
    ...(sheet !== undefined && { sheet }),
    columns: table
      ? describeColumns(table.mapping, table.samples).map(one => ({ ...one, samples: [...one.samples] }))
      : [],
    notes: [...(table?.notes ?? [])],
    rows,
    refused,
    people,
  };
}

/** Why a list can not be read at all; undefined where it can. Its rows are another matter. */
export async function flawOfList(files: FileStore, list: GivenList): Promise<string | undefined> {
  try {
    const { readings } = await openList(await listBytes(files, list), listOptions(list));
    for await (const _ of readings) break;
    return undefined;
  } catch (error) {
    if (error instanceof Fault && (error.fault === 'unprocessable' || error.fault === 'too-large'))
      return error.message;
    throw error;
  }
}
