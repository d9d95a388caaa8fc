/** Counted in the cloud's thread and in the database's: two numbers a grant, in shared memory. */
export type LedgerMemory = SharedArrayBuffer;

export const ledgerMemory = (grants: number): LedgerMemory =>
  new SharedArrayBuffer(grants * 2 * Uint32Array.BYTES_PER_ELEMENT);

/** How often each grant was used, by its number in the book. */
export interface Ledger {
  /** A call that these grants allowed, together or each alone. */
  note(by: readonly number[]): void;
  used(grant: number): number;
  /** Calls that nothing else allowed: without the grant they would have been refused. */
  needed(grant: number): number;
}

export function openLedger(memory: LedgerMemory): Ledger {
  const cells = new Uint32Array(memory);
  return {
    note(by) {
      for (const grant of by) Atomics.add(cells, 2 * grant, 1);
      const [only] = by;
      if (only !== undefined && by.length === 1) Atomics.add(cells, 2 * only + 1, 1);
    },
    used: grant => Atomics.load(cells, 2 * grant),
    needed: grant => Atomics.load(cells, 2 * grant + 1),
  };
}
