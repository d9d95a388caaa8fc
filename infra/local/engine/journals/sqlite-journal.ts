import { DatabaseSync } from 'node:sqlite';
import type { Change, Entry, Journal, Kind } from './journal.ts';

/**
 * A journal in one SQLite file. In WAL mode a committed step survives `kill -9`; `synchronous = NORMAL` spares a flush per
 * step, so that only a power cut could lose the last ones. Finished executions are rows nobody reads at the start.
 */
export function sqliteJournal(file: string): Journal {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS document (
      kind TEXT NOT NULL, owner TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (kind, owner, number)
    ) WITHOUT ROWID;
  `);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const end = database.prepare('COMMIT');
  const undo = database.prepare('ROLLBACK');
  const put = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM document WHERE kind = ? AND owner = ? AND number = ?');
  const byKind = database.prepare('SELECT owner, number, text FROM document WHERE kind = ? ORDER BY owner, number');
  const byOwner = database.prepare('SELECT text FROM document WHERE kind = ? AND owner = ? ORDER BY number');
  const highest = database.prepare('SELECT MAX(number) AS number FROM document WHERE kind = ? AND owner = ?');

  const apply = ({ kind, owner, number, document }: Change) => {
    if (document) put.run(kind, owner, number, JSON.stringify(document));
    else remove.run(kind, owner, number);
  };

  return {
    commit(changes) {
      begin.run();
      try {
        for (const change of changes) apply(change);
        end.run();
      } catch (error) {
        undo.run();
        throw error;
      }
    },
    *all(kind: Kind): Iterable<Entry> {
      for (const row of byKind.iterate(kind)) {
        yield { owner: String(row['owner']), number: Number(row['number']), document: JSON.parse(String(row['text'])) };
      }
    },
    of: (kind, owner) => byOwner.all(kind, owner).map(row => JSON.parse(String(row['text']))),
    last: (kind, owner) => Number(highest.get(kind, owner)?.['number'] ?? 0),
    close() {
      database.close();
    },
  };
}
