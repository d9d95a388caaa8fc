import { type RowReading, rowToProfile } from '#shared/domain/import/import.ts';
import { chooseMapping, type ImportMapping, knownHeaders, looksLikeHeader } from '#shared/domain/import/mapping.ts';
import { Fault } from '#shared/errors.ts';
import { decodeText } from './decode.ts';
import { declaredDelimiter, detectDelimiter } from './delimiter.ts';
import { linesOf } from './lines.ts';
import { type CsvRecord, recordsOf } from './records.ts';

export interface CsvLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** A campaign of 10,000 collaborations looks at ten candidates for each. */
const defaultLimits: CsvLimits = { maxRows: 200_000, maxBytes: 100 * 1024 * 1024 };
/** Rows that columns without a known name are judged by. */
const sampleSize = 200;
/** Reports put a title and a date above the header; no more lines than this. */
const linesAboveHeader = 10;

/**
 * The people in a list of candidates: any delimiter, encoding and column order; with or without a header. One row is held at a
 * time, a row that makes no sense is answered as such, and only a file that is no text at all is refused (`unprocessable`).
 */
export async function* readCandidateRows(
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
  name: string,
  limits: CsvLimits = defaultLimits,
): AsyncGenerator<RowReading> {
  const source = bytes instanceof Uint8Array ? [bytes] : bytes;
  const lines = linesOf(decodeText(capped(source, limits.maxBytes, name), name));
  const head = await take(lines, linesAboveHeader * 5);
  refuseMarkup(head[0]?.text ?? '', name);
  const declared = declaredDelimiter(head[0]?.text ?? '');
  const delimiter = declared ?? detectDelimiter(head.map(({ text }) => text));
  const records = recordsOf(chain(declared ? head.slice(1) : head, lines), delimiter);

  const sample = await take(records, sampleSize + linesAboveHeader);
  const { mapping, rows } = layoutOf(sample);
  let read = 0;
  for await (const record of chain(rows, records)) {
    if (++read > limits.maxRows) {
      yield {
        rejected: {
          source: name,
          line: record.line,
          because: `the file has more than ${limits.maxRows} rows: split it`,
        },
      };
      return;
    }
    yield 'cells' in record
      ? rowToProfile(mapping, record.cells, { source: name, line: record.line })
      : { rejected: { source: name, line: record.line, because: record.broken } };
  }
  if (read === 0) {
    const because = sample.length === 0 ? 'the file is empty' : 'the file has a header and no rows';
    yield { rejected: { source: name, line: 1, because } };
  }
}

/** Finds the header: the first row with two names we know, below a title perhaps; else the first row unless it is data. */
function layoutOf(sample: readonly CsvRecord[]): { mapping: ImportMapping; rows: readonly CsvRecord[] } {
  const cells = sample.map(record => ('cells' in record ? record.cells : []));
  const titled = cells.slice(0, linesAboveHeader).findIndex(row => knownHeaders(row) >= 2);
  const at = titled >= 0 ? titled : looksLikeHeader(cells[0] ?? []) ? 0 : -1;
  const header = at >= 0 ? (cells[at] ?? []) : [];
  const width = at >= 0 ? header.length : Math.max(0, ...cells.map(row => row.length));
  const headers = distinct(Array.from({ length: width }, (_, index) => header[index] ?? ''));
  const rows = sample.slice(at + 1);
  return { mapping: chooseMapping(headers, cells.slice(at + 1)), rows };
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

function refuseMarkup(firstLine: string, name: string): void {
  if (/^\s*(?:<\?xml|<opml|<!doctype|<html)/i.test(firstLine)) {
    throw new Fault(
      'unprocessable',
      `${name} is a page or an OPML file and no CSV: give it as an opml source or save the list as CSV`,
    );
  }
}

async function* capped(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new Fault('too-large', `${name} is larger than ${Math.floor(maxBytes / 2 ** 20)} MB: split it`);
    yield chunk;
  }
}

async function take<T>(items: AsyncGenerator<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = await items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* chain<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
