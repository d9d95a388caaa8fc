import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import type { CandidateStore, ListedCandidate } from '#shared/ports/candidates.ts';
import { aCandidate, at } from '#test/shared/domain/builders.ts';
import { isFault } from '#test/support/product/faults.ts';

const aScore = (value: number, exclusions: string[] = []): Score => ({
  version: 'score.v1',
  at,
  value,
  exclusions,
  parts: [
    {
      name: 'reach',
      weight: 1,
      value: null,
      formula: 'reach.v1',
      reason: 'unknown',
      inputs: { followers: null, n: 1 },
    },
  ],
});

const many = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, n) => aCandidate({ influencerId: `i${String(n).padStart(4, '0')}` }));

const idsOf = async (candidates: AsyncIterable<ListedCandidate>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { influencerId } of candidates) ids.push(influencerId);
  return ids;
};

export const candidateStoreContract = (open: () => Promise<CandidateStore>) =>
  describe('CandidateStore', () => {
    test('takes and gives back 250 candidates, more than one batch of the database either way', async () => {
      const store = await open();
      const candidates = many(250);
      await store.putAll(candidates);
      const ids = candidates.map(({ influencerId }) => influencerId).toReversed();
      expect(await store.getMany('c1', ids)).toEqual(candidates.toReversed());
      expect((await idsOf(store.all('c1'))).toSorted()).toEqual(ids.toSorted());
      expect(await store.getMany('c2', ids)).toEqual([]);
    });

    test('reads in the order asked, leaves out whom it does not know, and stands being asked twice', async () => {
      const store = await open();
      await store.putAll(many(3));
      const found = await store.getMany('c1', ['i0002', 'nobody', 'i0000', 'i0002']);
      expect(found.map(({ influencerId }) => influencerId)).toEqual(['i0002', 'i0000', 'i0002']);
      expect(await store.getMany('c1', [])).toEqual([]);
    });

    test('what is thought of somebody is written without touching what was observed, and read together with it', async () => {
      const store = await open();
      const found = { languages: [], topics: [], claimed: {}, raw: {}, sighting: { source: 'list.csv', line: 2 } };
      const observed = aCandidate({
        evidence: [{ ...found, profiles: [{ platform: 'instagram', handle: 'asha.glow' }] }],
      });
      await store.putAll([observed]);
      const [read] = await store.getMany('c1', ['i1']);
      expect(read).toEqual(observed);
      const judged = { ...observed, score: aScore(70), shortlistRank: 1 };
      await store.putJudged([judged]);
      expect(await store.getMany('c1', ['i1'])).toEqual([judged]);
      expect((await store.byScore('c1', { limit: 5 })).items).toEqual([judged]);
      const [listed] = await Array.fromAsync(store.all('c1'));
      expect(listed).toMatchObject({ shortlistRank: 1, metrics: { kind: 'measured' } });
    });

    test('of the same candidate twice in one write the last one stays', async () => {
      const store = await open();
      await store.putAll([aCandidate({ name: 'first' }), aCandidate({ name: 'second' })]);
      expect(await store.getMany('c1', ['i1'])).toMatchObject([{ name: 'second' }]);
    });

    test('best score first, those that can be shortlisted before all others', async () => {
      const score = fc.integer({ min: 0, max: 10_000 }).map(hundredths => hundredths / 100);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ score, excluded: fc.boolean() }), { minLength: 1, maxLength: 30 }),
          async drawn => {
            const store = await open();
            await store.putAll(
              drawn.map(({ score: value, excluded }, n) =>
                aCandidate({ influencerId: `i${n}`, score: aScore(value, excluded ? ['too far'] : []) }),
              ),
            );
            const rank = ({ score: one }: ListedCandidate) => (one?.exclusions.length ? 0 : 1000) + (one?.value ?? 0);
            const ranks: number[] = [];
            for await (const candidate of store.bestFirst('c1')) ranks.push(rank(candidate));
            expect(ranks).toHaveLength(drawn.length);
            expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
          },
        ),
        { numRuns: 10 },
      );
    });

    test('a new score moves a candidate; unscored ones come last', async () => {
      const store = await open();
      await store.putAll([
        aCandidate({ influencerId: 'low', score: aScore(5) }),
        aCandidate({ influencerId: 'high', score: aScore(100) }),
        aCandidate({ influencerId: 'unscored' }),
      ]);
      expect(await idsOf(store.bestFirst('c1'))).toEqual(['high', 'low', 'unscored']);
      await store.putAll([aCandidate({ influencerId: 'unscored', score: aScore(50) })]);
      expect(await idsOf(store.bestFirst('c1'))).toEqual(['high', 'unscored', 'low']);
    });

    test('pages by score without losing or repeating anyone, and refuses the cursor of another campaign', async () => {
      const store = await open();
      await store.putAll(many(25).map((candidate, n) => ({ ...candidate, score: aScore(n % 7) })));
      await store.putAll(many(5).map(candidate => ({ ...candidate, campaignId: 'c2' })));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.byScore('c1', { limit: 10, cursor });
        expect(page.items.length).toBeLessThanOrEqual(10);
        seen.push(...page.items.map(({ influencerId }) => influencerId));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(await idsOf(store.bestFirst('c1')));
      expect(new Set(seen).size).toBe(25);

      const { cursor: other } = await store.byScore('c2', { limit: 1 });
      await expect(store.byScore('c1', { limit: 1, cursor: other })).rejects.toSatisfy(isFault('invalid-request'));
    });
  });
