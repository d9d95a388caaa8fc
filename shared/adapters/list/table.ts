import { type BesideCells, type RowReading, rowToProfile } from '#shared/domain/import/import.ts';
import {
  chooseMapping,
  type ImportMapping,
  knownHeaders,
  looksLikeHeader,
  missingColumns,
  type SavedMapping,
} from '#shared/domain/import/mapping.ts';
import { Fault } from '#shared/errors.ts';
import { chain, take } from './bytes.ts';

/** One row of a table: the line it begins on and its cells, or why it is none. */
export type TableRecord =
  | ({ readonly line: number; readonly cells: readonly string[] } & BesideCells)
  | { readonly line: number; readonly broken: string };

export interface TableOptions {
  readonly name: string;
  readonly maxRows: number;
  readonly mapping?: SavedMapping;
  /** The first row names the columns, whatever they are called. */
  readonly namesFirst?: true;
}

/** A table with the mapping that was chosen for it, before its rows are read. */
export interface OpenTable {
  readonly mapping: ImportMapping;
  /** Values of the first rows, by column. */
  readonly samples: readonly (readonly string[])[];
  /** What a person should know about the columns. */
  readonly notes: readonly string[];
  readonly readings: AsyncIterable<RowReading>;
}

/** Rows that columns without a known name are judged by. */
const sampleSize = 200;
/** Reports put a title and a date above the header; no more lines than this. */
export const linesAboveHeader = 10;

/** Finds header and mapping; the rows are read when they are asked for, one at a time. */
export async function openTable(records: AsyncGenerator<TableRecord>, options: TableOptions): Promise<OpenTable> {
  const sample = await take(records, sampleSize + linesAboveHeader);
  const { headers, written, rows } = layoutOf(sample, options.namesFirst);
  const { name, mapping: saved } = options;
  const missing = saved ? missingColumns(saved, headers) : [];
  if (missing.length > 0) throw new Fault('unprocessable', `${name} ${lacks(missing, headers)}`);
  const cells = rows.flatMap(row => ('cells' in row ? [row.cells] : []));
  const mapping = chooseMapping(headers, cells, saved);
  return {
    mapping,
    samples: headers.map((_, index) => cells.flatMap(row => row[index]?.trim() || [])),
    notes: twice(written).map(
      header => `Several columns are called "${header}": the first one is used, the others are kept.`,
    ),
    readings: readingsOf(mapping, chain(rows, records), sample.length === 0, options),
  };
}

async function* readingsOf(
  mapping: ImportMapping,
  records: AsyncIterable<TableRecord>,
  isEmpty: boolean,
  { name: source, maxRows }: TableOptions,
): AsyncGenerator<RowReading> {
  let read = 0;
  for await (const record of records) {
    const { line } = record;
    if (++read > maxRows) {
      yield { rejected: { source, line, because: `the file has more than ${maxRows} rows: split it` } };
      return;
    }
    yield 'cells' in record
      ? rowToProfile(mapping, record.cells, { source, line }, record)
      : { rejected: { source, line, because: record.broken } };
  }
  if (read === 0)
    yield {
      rejected: { source, line: 1, because: isEmpty ? 'the file is empty' : 'the file has a header and no rows' },
    };
}

interface Layout {
  readonly headers: readonly string[];
  /** As they stand in the file. */
  readonly written: readonly string[];
  readonly rows: readonly TableRecord[];
}

/** Finds the header: the first row with two names we know, below a title perhaps; else the first row unless it is data. */
function layoutOf(sample: readonly TableRecord[], namesFirst = false): Layout {
  const cells = sample.map(record => ('cells' in record ? record.cells : []));
  const at = namesFirst && sample.length > 0 ? 0 : headerAt(cells);
  const header = at >= 0 ? (cells[at] ?? []) : [];
  const width = at >= 0 ? header.length : Math.max(0, ...cells.map(row => row.length));
  const written = Array.from({ length: width }, (_, index) => header[index]?.trim() ?? '');
  return { headers: distinct(written), written, rows: sample.slice(at + 1) };
}

function headerAt(cells: readonly (readonly string[])[]): number {
  const titled = cells.slice(0, linesAboveHeader).findIndex(row => knownHeaders(row) >= 2);
  return titled >= 0 ? titled : looksLikeHeader(cells[0] ?? []) ? 0 : -1;
}

/** Two columns of one name both count; the second is called "note (2)". */
function distinct(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map(header => {
    const times = (seen.get(header) ?? 0) + 1;
    seen.set(header, times);
    return times === 1 || header === '' ? header : `${header} (${times})`;
  });
}

const twice = (headers: readonly string[]): string[] => [
  ...new Set(headers.filter((header, index) => header !== '' && headers.indexOf(header) !== index)),
];

const lacks = (missing: readonly string[], headers: readonly string[]): string =>
  `has no column ${missing.map(quoted).join(', ')}, which its mapping names; it has ${headers.slice(0, 30).map(quoted).join(', ') || 'no header'}`;

const quoted = (text: string): string => `"${text.slice(0, 60)}"`;
