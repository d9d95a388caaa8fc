import { DatabaseSync } from 'node:sqlite';
import type { Change, Entry, Journal, Kind } from './journal.ts';

/** Pages kept in memory, in KiB, and pages written before the log is folded into the file: a campaign touches many at once. */
const cacheKib = 64 * 1024;
const checkpointPages = 32_768;

/**
 * A journal in one SQLite file. In WAL mode a committed step survives `kill -9`; `synchronous = NORMAL` spares a flush per
 * step, so that only a power cut could lose the last ones. Finished executions are rows nobody reads at the start.
 */
export function sqliteJournal(file: string): Journal {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${cacheKib};
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    CREATE TABLE IF NOT EXISTS owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS document (
      kind TEXT NOT NULL, owner INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (kind, owner, number)
    ) WITHOUT ROWID;
  `);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const end = database.prepare('COMMIT');
  const undo = database.prepare('ROLLBACK');
  const addOwner = database.prepare('INSERT INTO owner (name) VALUES (?)');
  const findOwner = database.prepare('SELECT id FROM owner WHERE name = ?');
  const put = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM document WHERE kind = ? AND owner = ? AND number = ?');
  const byKind = database.prepare(
    'SELECT name, number, text FROM document JOIN owner ON owner.id = document.owner WHERE kind = ? ORDER BY document.owner, number',
  );
  const byOwner = database.prepare('SELECT text FROM document WHERE kind = ? AND owner = ? ORDER BY number');
  const highest = database.prepare('SELECT MAX(number) AS number FROM document WHERE kind = ? AND owner = ?');
  const owners = new Map<string, number>();

  function ownerId(name: string): number {
    const known = owners.get(name) ?? findOwner.get(name)?.id;
    const id = Number(known ?? addOwner.run(name).lastInsertRowid);
    owners.set(name, id);
    return id;
  }

  function apply({ kind, owner, number, document }: Change): void {
    if (document) put.run(kind, ownerId(owner), number, JSON.stringify(document));
    else remove.run(kind, ownerId(owner), number);
  }

  let pending: Change[] = [];
  let flushed: Promise<void> | undefined;

  function flush(): void {
    const changes = pending;
    pending = [];
    flushed = undefined;
    if (changes.length === 0) return;
    begin.run();
    try {
      for (const change of changes) apply(change);
      end.run();
    } catch (error) {
      undo.run();
      throw error;
    }
  }

  return {
    // Steps of many executions share one transaction: a commit of its own for each would take ten times as long.
    commit(changes) {
      pending.push(...changes);
      flushed ??= new Promise(setImmediate).then(flush);
      return flushed;
    },
    *all(kind: Kind): Iterable<Entry> {
      for (const row of byKind.iterate(kind)) {
        yield { owner: String(row.name), number: Number(row.number), document: JSON.parse(String(row.text)) };
      }
    },
    of: (kind, owner) => byOwner.all(kind, ownerId(owner)).map(row => JSON.parse(String(row.text))),
    last: (kind, owner) => Number(highest.get(kind, ownerId(owner))?.number ?? 0),
    close() {
      flush();
      database.close();
    },
  };
}
