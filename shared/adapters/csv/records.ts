import { parse } from 'csv-parse/sync';
import type { TableRecord } from '../list/table.ts';
import type { Line } from './lines.ts';

/** A cell may hold line ends (a biography); an unclosed quote must not swallow the file. */
const maxLinesOfRecord = 50;
const maxCharactersOfRecord = 256 * 1024;
const maxCells = 1000;

/**
 * Rows of a delimited file. A quoted cell may go over several lines, but only if the row then has as many cells as the header:
 * otherwise the quote was a slip, that one line is reported and reading goes on with the next.
 */
export async function* recordsOf(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<TableRecord> {
  let width: number | undefined;
  let open: Line[] = [];

  function* close(atEnd: boolean): Generator<TableRecord> {
    while (open.length > 0) {
      const first = open[0] as Line;
      const found = complete(open, delimiter, width, atEnd);
      if (found === 'more') return;
      if ('cells' in found.record && found.record.cells.length > 1) width ??= found.record.cells.length;
      open = open.slice(found.lines);
      if (first.text.trim() !== '' || first.tooLong || found.lines > 1) yield found.record;
    }
  }
  for await (const line of lines) {
    open.push(line);
    yield* close(false);
  }
  yield* close(true);
}

/** The record that the first of these lines begins, and how many of them it takes. */
function complete(
  lines: readonly Line[],
  delimiter: string,
  width: number | undefined,
  atEnd: boolean,
): { record: TableRecord; lines: number } | 'more' {
  const line = lines[0]?.number ?? 0;
  if (lines.some(({ tooLong }) => tooLong))
    return { record: { line, broken: 'the line is too long to be a row' }, lines: 1 };
  let text = '';
  let isOpen = false;
  for (const [index, { text: next }] of lines.entries()) {
    text += (index > 0 ? '\n' : '') + next;
    isOpen = endsInQuotes(next, delimiter, isOpen);
    if (isOpen) continue;
    const cells = cellsOf(text, delimiter);
    if (cells === undefined)
      return { record: { line, broken: index > 0 ? unclosed : 'its quotes do not match' }, lines: 1 };
    if (cells.length > maxCells) return { record: { line, broken: `it has more than ${maxCells} cells` }, lines: 1 };
    const fits = index === 0 || width === undefined || cells.length === width;
    return fits ? { record: { line, cells }, lines: index + 1 } : { record: { line, broken: unclosed }, lines: 1 };
  }
  const mayGoOn = !atEnd && lines.length < maxLinesOfRecord && text.length < maxCharactersOfRecord;
  return mayGoOn ? 'more' : { record: { line, broken: unclosed }, lines: 1 };
}

const unclosed = 'a quote is opened and never closed';

/** Whether a quoted cell is still open at the end of this line. A quote opens at the beginning of a cell only (5" is an inch). */
function endsInQuotes(line: string, delimiter: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  let atCellStart = !wasOpen;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (character === '"' && isOpen) {
      if (line[index + 1] === '"') index++;
      else isOpen = !endsCell(line, index + 1, delimiter);
    } else if (isOpen) {
    } else if (character === '"' && atCellStart) isOpen = true;
    else if (character === delimiter) atCellStart = true;
    else if (character !== ' ') atCellStart = false;
  }
  return isOpen;
}

/** Whether nothing but spaces stands between here and the end of the cell. */
function endsCell(line: string, from: number, delimiter: string): boolean {
  let at = from;
  while (line[at] === ' ') at++;
  return at >= line.length || line[at] === delimiter;
}

function cellsOf(record: string, delimiter: string): string[] | undefined {
  if (!record.includes('"')) return record.split(delimiter).map(cell => cell.trim());
  try {
    const rows: string[][] = parse(record, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\u0000'],
      trim: delimiter !== '\t',
    });
    return rows.length === 1 ? rows[0] : undefined;
  } catch {
    return undefined;
  }
}
