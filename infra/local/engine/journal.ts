/** Where executions survive the process. See `sqlite-journal.ts` for the one on disk. */
export interface Journal {
  /** Makes all changes of one transition durable together, before any of its effects becomes visible. */
  commit(changes: readonly Change[]): void;
  /** Every document of a kind, in order of their keys. */
  all(kind: string): Iterable<Entry>;
  /** The documents of one owner (an execution), in order of their numbers. */
  of(kind: string, owner: string): readonly string[];
  close(): void;
}

export interface Entry {
  readonly owner: string;
  readonly number: number;
  readonly document: string;
}

/** Without a document: the entry is removed. */
export interface Change {
  readonly kind: string;
  readonly owner: string;
  readonly number: number;
  readonly document?: string;
}
