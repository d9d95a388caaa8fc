import type { RowReading } from '#shared/domain/import/import.ts';
import type { SavedMapping } from '#shared/domain/import/mapping.ts';
import { Fault } from '#shared/errors.ts';
import { decodeText } from '../csv/decode.ts';
import { linesOf } from '../csv/lines.ts';
import { openCsv } from '../csv/open-csv.ts';
import { collect } from '../http/collect.ts';
import { jsonArray, jsonLines } from '../jsonl/records.ts';
import { isUrlList, readUrlList } from '../url-list/read-url-list.ts';
import { kindOfBinary } from './binary.ts';
import { type Bytes, capped, peek } from './bytes.ts';
import { type OpenTable, openTable } from './table.ts';

export interface ListLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** A campaign of 10,000 collaborations looks at ten candidates for each. */
export const listLimits: ListLimits = { maxRows: 200_000, maxBytes: 100 * 1024 * 1024 };
/** An array is held as a whole; one object a line has no such limit. */
const maxJsonBytes = 20 * 1024 * 1024;
/** By this much of a file its kind is found. */
const headBytes = 64 * 1024;
const headLines = 50;

export type ListFormat = 'csv' | 'xlsx' | 'json-lines' | 'json' | 'opml' | 'url-list';

export interface ListOptions {
  readonly name: string;
  /** What a person said that columns hold. */
  readonly mapping?: SavedMapping;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly limits?: ListLimits;
}

export interface OpenList {
  readonly format: ListFormat;
  readonly sheet?: string;
  /** Absent where the format has no columns. */
  readonly table?: Omit<OpenTable, 'readings'>;
  readonly readings: AsyncIterable<RowReading>;
}

/**
 * A list of candidates in whatever form it comes; what it is decides its content and not its name. Rows are read when they are asked
 * for. Only a file that is no list at all is refused (`unprocessable`, `too-large`), with what to do instead.
 */
export async function openList(bytes: Bytes, options: ListOptions): Promise<OpenList> {
  const { name, limits = listLimits } = options;
  const { head, all } = await peek(capped(bytes, limits.maxBytes, name), headBytes);
  const table = { name, maxRows: limits.maxRows, ...(options.mapping && { mapping: options.mapping }) };
  if (kindOfBinary(head).isZip) {
    const { openXlsx } = await import('../xlsx/open-xlsx.ts');
    const { readings, sheet, ...rest } = await openXlsx(all, {
      ...table,
      ...(options.sheet && { sheet: options.sheet }),
    });
    return { format: 'xlsx', sheet, table: rest, readings };
  }
  const text = await headText(head, name);
  const format = formatOf(text, name);
  const lines = () => linesOf(decodeText(all, name));
  switch (format) {
    case 'opml': {
      const { readBlogroll } = await import('../opml/read-blogroll.ts');
      return { format, readings: withoutColumns(readBlogroll(all as AsyncIterable<Uint8Array>, name), options) };
    }
    case 'url-list':
      return { format, readings: withoutColumns(readUrlList(lines(), name), options) };
    case 'json-lines':
      return opened(format, await openTable(jsonLines(lines(), name), { ...table, namesFirst: true }));
    case 'json': {
      const whole = new TextDecoder().decode(await collect(all, maxJsonBytes, name));
      return opened(
        format,
        await openTable(jsonArray(whole.replace(/^\ufeff/, ''), name), { ...table, namesFirst: true }),
      );
    }
    case 'csv':
      return opened(format, await openCsv(all, table));
  }
}

/** Everything that a list says, row by row. */
export async function* readList(bytes: Bytes, options: ListOptions): AsyncGenerator<RowReading> {
  yield* (await openList(bytes, options)).readings;
}

const opened = (format: ListFormat, { readings, ...table }: OpenTable): OpenList => ({ format, table, readings });

async function headText(head: Uint8Array, name: string): Promise<string> {
  let text = '';
  for await (const piece of decodeText([head], name)) text += piece;
  return text;
}

function formatOf(text: string, name: string): Exclude<ListFormat, 'xlsx'> {
  const start = text.trimStart();
  if (/^<(?:\?xml|!doctype|html|opml|!--|[a-z]+:?)/i.test(start)) {
    if (/<opml|<outline/i.test(start)) return 'opml';
    throw new Fault(
      'unprocessable',
      `${name} is a web page or another XML document and no list: save the list as CSV or .xlsx`,
    );
  }
  if (start.startsWith('{')) return 'json-lines';
  if (/^\[\s*[{\]]/.test(start)) return 'json';
  return isUrlList(start.split(/\r\n|\n|\r/).slice(0, headLines)) ? 'url-list' : 'csv';
}

/** A mapping says that the file should have columns. */
async function* withoutColumns(
  readings: AsyncIterable<RowReading>,
  { name, mapping }: ListOptions,
): AsyncGenerator<RowReading> {
  if (mapping && Object.keys(mapping).length > 0)
    throw new Fault('unprocessable', `${name} has no columns, so there is nothing to map: leave out its mapping`);
  yield* readings;
}
