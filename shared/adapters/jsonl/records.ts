import { Fault } from '#shared/errors.ts';
import type { Line } from '../csv/lines.ts';
import { take } from '../list/bytes.ts';
import type { TableRecord } from '../list/table.ts';

/** Objects whose keys make the columns; a key that comes later is kept with its row. */
const headObjects = 200;
const maxColumns = 1000;
const maxDepth = 4;

type Row =
  | { readonly line: number; readonly cells: ReadonlyMap<string, string> }
  | { readonly line: number; readonly broken: string };

/** A table from one JSON object a line: a nested value is a column of its own, "profile.username". */
export async function* jsonLines(lines: AsyncIterable<Line>, name: string): AsyncGenerator<TableRecord> {
  yield* asTable(rowsOf(lines), name);
}

/** The same from an array of objects. */
export async function* jsonArray(text: string, name: string): AsyncGenerator<TableRecord> {
  const items: unknown = parsed(text);
  if (!Array.isArray(items))
    throw new Fault('unprocessable', `${name} is no JSON list: give one object a line (JSON Lines)`);
  yield* asTable(
    (async function* () {
      for (const [index, item] of items.entries()) yield rowOf(item, index + 1);
    })(),
    name,
  );
}

async function* asTable(rows: AsyncGenerator<Row>, name: string): AsyncGenerator<TableRecord> {
  const head = await take(rows, headObjects);
  const columns = [...new Set(head.flatMap(row => ('cells' in row ? [...row.cells.keys()] : [])))].slice(0, maxColumns);
  if (columns.length === 0 && head.length > 0)
    throw new Fault('unprocessable', `${name} holds no JSON object: give one object a line`);
  if (head.length > 0) yield { line: 0, cells: columns };
  const known = new Set(columns);
  for (const row of head) yield toRecord(row, columns, known);
  for await (const row of rows) yield toRecord(row, columns, known);
}

function toRecord(row: Row, columns: readonly string[], known: ReadonlySet<string>): TableRecord {
  if ('broken' in row) return row;
  const extra = [...row.cells].filter(([key]) => !known.has(key)).slice(0, 100);
  return {
    line: row.line,
    cells: columns.map(column => row.cells.get(column) ?? ''),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
}

async function* rowsOf(lines: AsyncIterable<Line>): AsyncGenerator<Row> {
  for await (const { number, text, tooLong } of lines) {
    if (text.trim() === '') continue;
    yield tooLong ? { line: number, broken: 'the line is too long to be a row' } : rowOf(parsed(text), number);
  }
}

function rowOf(value: unknown, line: number): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, broken: 'it is no JSON object' };
  const cells = new Map<string, string>();
  flatten(value, '', cells, 0);
  return { line, cells };
}

function flatten(value: object, path: string, into: Map<string, string>, depth: number): void {
  for (const [key, item] of Object.entries(value)) {
    const name = (path === '' ? key : `${path}.${key}`).slice(0, 100);
    if (into.size >= maxColumns) return;
    if (item === null || item === undefined) continue;
    if (typeof item !== 'object') into.set(name, String(item));
    else if (Array.isArray(item)) into.set(name, item.map(listed).filter(Boolean).join(', '));
    else if (depth < maxDepth) flatten(item, name, into, depth + 1);
  }
}

/** Lists of words are read as words; of objects, what they are called. */
const listed = (item: unknown): string => {
  if (typeof item !== 'object' || item === null) return String(item ?? '');
  const { name, value, code } = item as Record<string, unknown>;
  const word = name ?? value ?? code;
  return typeof word === 'string' || typeof word === 'number' ? String(word) : JSON.stringify(item);
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
