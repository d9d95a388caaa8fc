import { describe, expect, test } from 'vitest';
import { rowToProfile } from '#shared/domain/import/import.ts';
import { chooseMapping } from '#shared/domain/import/mapping.ts';
import { mergeFound } from '#shared/domain/import/merge-found.ts';
import { aCandidate, at } from '#test/shared/domain/builders.ts';
import { corpusRows, hasCorpora } from '#test/shared/domain/corpus.ts';
import { freshProduct } from '#test/support/product/product.ts';

interface Payload {
  readonly payload: string;
  readonly kind: string;
}

describe.skipIf(!hasCorpora)('strings that must do no harm (corpora/injection, kind text)', () => {
  const texts = hasCorpora
    ? corpusRows<Payload, unknown>('injection').flatMap(({ input }) => (input.kind === 'text' ? input.payload : []))
    : [];

  test('are kept in candidates and read back unchanged, every one', async () => {
    const { candidates } = await freshProduct();
    const written = texts.map((text, n) =>
      aCandidate({ influencerId: `i${n}`, name: text, topics: [text], raw: { [`column ${text}`]: text } }),
    );
    await candidates.putAll(written);
    const ids = written.map(({ influencerId }) => influencerId);
    expect(texts.length).toBeGreaterThan(400);
    expect(await candidates.getMany('c1', ids)).toEqual(written);
  });

  test('are kept in messages and read back unchanged, every one', async () => {
    const { messages } = await freshProduct();
    const thread = { threadId: 't1', campaignId: 'c1', influencerId: 'i1' };
    const written = texts.map((text, n) => ({
      direction: 'in' as const,
      id: `m${String(n).padStart(4, '0')}`,
      at,
      from: text,
      subject: text,
      text,
      rawKey: 'mail/1',
      kind: 'human',
    }));
    for (const message of written) await messages.receive(thread, message);
    const read = await messages.list(thread);
    expect(read.toSorted((a, b) => ('id' in a && 'id' in b && a.id < b.id ? -1 : 1))).toEqual(written);
  });
});

describe('lists that mean harm', () => {
  const sighting = (line: number) => ({ source: 'list.csv', line });
  const candidateOf = (headers: string[], rows: string[][]) => {
    const mapping = chooseMapping(headers, rows);
    const readings = rows.map((row, n) => rowToProfile(mapping, row, sighting(n + 2)));
    const [person] = mergeFound(readings.flatMap(reading => ('found' in reading ? reading.found : [])));
    if (!person) throw new Error('nobody was found');
    const { evidence: _, contact: __, ...facts } = person;
    return aCandidate({ ...facts, name: 'Asha' });
  };
  const storedAs = async (candidate: ReturnType<typeof aCandidate>) => {
    const { candidates } = await freshProduct();
    await candidates.putAll([candidate]);
    return (await candidates.getMany('c1', ['i1']))[0];
  };

  test('columns named like members that every object has are columns like others', async () => {
    const candidate = candidateOf(
      ['instagram', 'constructor', '__proto__', 'toString', 'rank system', 'blog rank'],
      [['asha.glow', 'a', 'b', 'c', '__proto__', '7']],
    );
    expect(await storedAs(candidate)).toEqual(candidate);
    expect(candidate.raw).toMatchObject({ constructor: 'a', proto: 'b', toString: 'c' });
  });

  test('a person ten thousand times in a list, or with endless cells and headers, still fits into an item', async () => {
    const often = candidateOf(
      ['instagram'],
      Array.from({ length: 10_000 }, () => ['asha.glow']),
    );
    expect(await storedAs(often)).toEqual(often);
    const wide = Array.from({ length: 900 }, (_, n) => `${n} ${'ह'.repeat(200)}`);
    const long = candidateOf(['instagram', ...wide], [['asha.glow', ...wide.map(() => 'ह'.repeat(900))]]);
    expect(await storedAs(long)).toEqual(long);
  });
});
