/** Where executions survive the process; see `sqlite-journal.ts` for the one on disk. Documents are plain JSON objects. */
export interface Journal {
  /**
   * Makes all changes of one step durable together, before any of its effects becomes visible: when it returns, or when
   * its promise resolves. Steps become durable in the order in which they were committed.
   */
  commit(changes: readonly Change[]): void | Promise<void>;
  /** Every document of a kind, by owner and number. */
  all(kind: Kind): Iterable<Entry>;
  /** The documents of one owner, by number. */
  of(kind: Kind, owner: string): readonly object[];
  /** The highest number of an owner's documents, or 0. */
  last(kind: Kind, owner: string): number;
  close(): void;
}

/** `payload` is the heavy part of a scope, which changes seldom. */
export type Kind = 'machine' | 'revision' | 'execution' | 'scope' | 'payload' | 'event' | 'mapRun' | 'mapInput';

export interface Entry {
  readonly owner: string;
  readonly number: number;
  readonly document: object;
}

export interface Change {
  readonly kind: Kind;
  /** An ARN, or a revision's id. */
  readonly owner: string;
  readonly number: number;
  /** Without one the entry is removed. */
  readonly document?: object;
}
