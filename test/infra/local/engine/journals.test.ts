import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Journal } from '#infra/local/engine/journals/journal.ts';
import { memoryJournal } from '#infra/local/engine/journals/memory-journal.ts';
import { sqliteJournal } from '#infra/local/engine/journals/sqlite-journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'journals-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const kinds: [string, () => Journal][] = [
  ['in memory', memoryJournal],
  ['in SQLite', () => sqliteJournal(join(folder, `${files++}.sqlite`))],
];

describe.each(kinds)('a journal %s', (_name, open) => {
  const note = (owner: string, number: number, text?: string) => ({
    kind: 'event' as const,
    owner,
    number,
    ...(text !== undefined && { document: { text } }),
  });

  it('gives an owner’s documents in the order of their numbers', async () => {
    const journal = open();
    await journal.commit([note('b', 10, 'ten'), note('a', 1, 'other'), note('b', 2, 'two')]);
    await journal.commit([note('b', 9, 'nine'), { kind: 'scope', owner: 'b', number: 1, document: {} }]);
    expect(journal.of('event', 'b')).toEqual([{ text: 'two' }, { text: 'nine' }, { text: 'ten' }]);
    expect([journal.last('event', 'b'), journal.last('event', 'none')]).toEqual([10, 0]);
    expect([...journal.all('event')].map(entry => `${entry.owner}${entry.number}`).sort()).toEqual([
      'a1',
      'b10',
      'b2',
      'b9',
    ]);
    journal.close();
  });

  it('replaces and removes', async () => {
    const journal = open();
    await journal.commit([note('a', 1, 'old'), note('a', 2, 'gone')]);
    await journal.commit([note('a', 1, 'new'), note('a', 2), note('a', 3)]);
    expect(journal.of('event', 'a')).toEqual([{ text: 'new' }]);
    journal.close();
  });
});

describe('a journal in SQLite', () => {
  it('is found again by the next one on the same file', async () => {
    const file = join(folder, 'again.sqlite');
    const first = sqliteJournal(file);
    await first.commit([{ kind: 'event', owner: 'a', number: 1, document: { text: 'kept' } }]);
    first.close();
    const second = sqliteJournal(file);
    expect(second.of('event', 'a')).toEqual([{ text: 'kept' }]);
    second.close();
  });
});
