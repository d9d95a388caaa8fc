import type { TableRecord } from '../list/table.ts';
import { shownNumber } from './formats.ts';
import type { SheetLinks } from './links.ts';
import type { Workbook } from './workbook.ts';
import { type Attributes, readXml } from './xml.ts';

const maxCells = 1000;
const maxCellCharacters = 32_767;

/** The rows of one sheet as they are shown. A formula stands there as its text, "=B2*2": what was computed once is not trusted. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  book: Workbook,
  linkAt: SheetLinks = new Map(),
): AsyncGenerator<TableRecord> {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Attributes = {};
  let value = '';
  let formula: string | undefined;
  let links: Record<number, string> = {};
  let into: 'value' | 'formula' | undefined;

  yield* readXml<TableRecord>(pieces, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        line = Number(attributes.r) || line + 1;
        cells = [];
        links = {};
        column = 0;
      } else if (tag === 'c') {
        cell = attributes;
        column = columnOf(attributes.r) ?? column;
        value = '';
        formula = undefined;
      } else if (tag === 'f') {
        formula = '';
        into = 'formula';
      } else if (tag === 'v' || tag === 't') into = 'value';
      else if (tag === 'rPh') into = undefined;
    },
    text: piece => {
      if (into === 'formula' && (formula?.length ?? 0) < maxCellCharacters) formula += piece;
      if (into === 'value' && value.length < maxCellCharacters) value += piece;
    },
    close: (tag, give) => {
      if (tag === 'f' || tag === 'v' || tag === 't') into = undefined;
      if (tag === 'c') {
        const link = linkAt.get(cell.r ?? '');
        if (link !== undefined) links[column] = link;
        if (column < maxCells) put(cells, column, formula === undefined ? shown(cell, value, book) : `=${formula}`);
        column += 1;
      }
      if (tag === 'row' && cells.some(text => text !== '')) give({ line, cells, links });
    },
  });
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** "C5" is the third column: 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function shown(
  { t: type = 'n', s: style = '' }: Attributes,
  value: string,
  { strings, formats, epoch }: Workbook,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'yes' : 'no';
    case 'n':
      return shownNumber(value, formats[Number(style)] ?? 'plain', epoch);
    default:
      return value;
  }
}
