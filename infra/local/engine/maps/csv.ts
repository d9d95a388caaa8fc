import { parse } from 'csv-parse/sync';
import type { Reader } from '../definition/machine.ts';
import { StateFault } from '../execution/state-fault.ts';
import type { JsonObject } from '../json.ts';

/** One object a row: values stay strings, a missing field is `''`, surplus fields are dropped (recorded). */
export function readCsv(body: string, reader: Pick<Reader, 'delimiter' | 'headers' | 'headerLocation'>): JsonObject[] {
  const rows: string[][] = parse(body, {
    delimiter: reader.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  });
  const headers = reader.headerLocation === 'GIVEN' ? reader.headers : (rows.shift() ?? []);
  if (new Set(headers).size < headers.length) {
    throw new StateFault('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.');
  }
  return rows.map(row => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])));
}
