import type { Change, Entry, Journal, Kind } from './journal.ts';

/** A journal that outlives engines but not the process: what a restart would find, as JSON text. */
export function memoryJournal(): Journal {
  const kinds = new Map<Kind, Map<string, Map<number, string>>>();
  const owners = (kind: Kind): Map<string, Map<number, string>> => {
    const known = kinds.get(kind) ?? new Map<string, Map<number, string>>();
    kinds.set(kind, known);
    return known;
  };
  const numbered = (documents: Map<number, string> | undefined): [number, string][] =>
    [...(documents ?? [])].sort(([a], [b]) => a - b);

  return {
    commit(changes: readonly Change[]) {
      for (const { kind, owner, number, document } of changes) {
        const documents = owners(kind).get(owner) ?? new Map<number, string>();
        if (document) documents.set(number, JSON.stringify(document));
        else documents.delete(number);
        if (documents.size > 0) owners(kind).set(owner, documents);
        else owners(kind).delete(owner);
      }
    },
    *all(kind: Kind): Iterable<Entry> {
      for (const [owner, documents] of [...owners(kind)].sort(([a], [b]) => (a < b ? -1 : 1))) {
        for (const [number, text] of numbered(documents)) yield { owner, number, document: JSON.parse(text) };
      }
    },
    of: (kind, owner) => numbered(owners(kind).get(owner)).map(([, text]) => JSON.parse(text)),
    last: (kind, owner) => Math.max(0, ...(owners(kind).get(owner)?.keys() ?? [])),
    close() {},
  };
}
