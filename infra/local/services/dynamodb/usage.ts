import type { TableCounters } from '../../meter.ts';

/** Capacity counted in the database's thread and read in the cloud's: two numbers a table, in shared memory. */
export type UsageMemory = SharedArrayBuffer;

export const usageMemory = (tables: number): UsageMemory =>
  new SharedArrayBuffer(tables * 2 * Float64Array.BYTES_PER_ELEMENT);

export function usageWriter(memory: UsageMemory, tables: readonly string[]) {
  const cells = new Float64Array(memory);
  const add = (table: string, offset: 0 | 1, units: number) => {
    const cell = tables.indexOf(table) * 2 + offset;
    if (cell >= 0) cells[cell] = (cells[cell] ?? 0) + units;
  };
  return {
    read: (table: string, units: number) => add(table, 0, units),
    write: (table: string, units: number) => add(table, 1, units),
  };
}

export function readUsage(memory: UsageMemory, tables: readonly string[]): Record<string, TableCounters> {
  const cells = new Float64Array(memory);
  return Object.fromEntries(
    tables.map((table, index) => [table, { readUnits: cells[2 * index] ?? 0, writeUnits: cells[2 * index + 1] ?? 0 }]),
  );
}
