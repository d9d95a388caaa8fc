import type { RejectedRow } from '#shared/domain/candidate.ts';

/** Rows that are kept for people to read; all of them are counted. */
const shownRows = 50;

export interface Rejections {
  add(row: RejectedRow): void;
  /** Shown, but the row counts: only a part of it could not be used. */
  remark(row: RejectedRow): void;
  count(): number;
  shown(): RejectedRow[];
}

export function rejections(): Rejections {
  const rows: RejectedRow[] = [];
  const remarks: RejectedRow[] = [];
  let count = 0;
  return {
    add(row) {
      count += 1;
      if (rows.length < shownRows) rows.push(row);
    },
    remark: row => void (remarks.length < shownRows && remarks.push(row)),
    count: () => count,
    shown: () => [...rows, ...remarks].slice(0, shownRows),
  };
}
