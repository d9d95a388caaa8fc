import { chain, take } from '../list/bytes.ts';
import { type OpenTable, openTable, type TableOptions } from '../list/table.ts';
import { decodeText } from './decode.ts';
import { declaredDelimiter, detectDelimiter } from './delimiter.ts';
import { linesOf } from './lines.ts';
import { recordsOf } from './records.ts';

/** Lines that the delimiter is found by. */
const headLines = 50;

/**
 * A delimited file: any delimiter, encoding and column order; with or without a header. One row is held at a time, and a row that makes
 * no sense is answered as such.
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, options: TableOptions): Promise<OpenTable> {
  const lines = linesOf(decodeText(bytes, options.name));
  const head = await take(lines, headLines);
  const declared = declaredDelimiter(head[0]?.text ?? '');
  const delimiter = declared ?? detectDelimiter(head.map(({ text }) => text));
  return openTable(recordsOf(chain(declared ? head.slice(1) : head, lines), delimiter), options);
}
