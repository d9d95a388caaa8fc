import { describe, expect, test } from 'vitest';
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
