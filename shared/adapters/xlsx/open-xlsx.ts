import { knownHeaders } from '#shared/domain/import/mapping.ts';
import { Fault } from '#shared/errors.ts';
import { collect } from '../http/collect.ts';
import { take } from '../list/bytes.ts';
import { linesAboveHeader, type OpenTable, openTable, type TableOptions } from '../list/table.ts';
import { linksOf } from './links.ts';
import { sheetRows } from './rows.ts';
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { type Archive, maxZippedBytes, openArchive } from './zip.ts';

export interface OpenSheet extends OpenTable {
  readonly sheet: string;
}

/** The list in a workbook: the sheet that is named, else the first one with a header, else the first one that is not empty. */
export async function openXlsx(
  bytes: AsyncIterable<Uint8Array>,
  options: TableOptions & { readonly sheet?: string },
): Promise<OpenSheet> {
  const archive = await openArchive(await collect(bytes, maxZippedBytes, options.name), options.name);
  const book = await openWorkbook(archive, options.name);
  const sheet =
    options.sheet === undefined ? await sheetWithList(archive, book) : named(book, options.sheet, options.name);
  if (!sheet) throw new Fault('unprocessable', `${options.name} has no sheet with rows`);
  const rows = sheetRows(archive.read(sheet.path), book, await linksOf(archive, sheet));
  return { sheet: sheet.name, ...(await openTable(rows, options)) };
}

function named({ sheets }: Workbook, wanted: string, file: string): Sheet {
  const found = sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (found) return found;
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  throw new Fault('unprocessable', `${file} has no sheet "${wanted}"; it has ${names}`);
}

async function sheetWithList(archive: Archive, book: Workbook): Promise<Sheet | undefined> {
  let filled: Sheet | undefined;
  for (const sheet of book.sheets) {
    if (!archive.has(sheet.path)) continue;
    const rows = sheetRows(archive.read(sheet.path), book);
    const first = await take(rows, linesAboveHeader);
    await rows.return(undefined);
    if (first.some(row => 'cells' in row && knownHeaders(row.cells) >= 2)) return sheet;
    if (first.length > 0) filled ??= sheet;
  }
  return filled;
}
