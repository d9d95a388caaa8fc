import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { campaignStatuses } from '#shared/domain/campaign.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import { days, inr } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { isFault } from '#test/support/product/faults.ts';

export const campaignStoreContract = (open: () => Promise<CampaignStore>) =>
  describe('CampaignStore', () => {
    test('gives back what was created, once: a second creation changes nothing', async () => {
      const store = await open();
      const campaign = aCampaign({ executionArn: 'arn:1', approval: { deadline: days(2), taskToken: 't' } });
      expect(await store.create(campaign)).toBe(true);
      expect(await store.create({ ...campaign, status: 'failed' })).toBe(false);
      expect(await store.get('c1')).toEqual(campaign);
      expect(await store.find('c1')).toEqual(campaign);
    });

    test('says that there is no such campaign', async () => {
      const store = await open();
      expect(await store.find('nobody')).toBeUndefined();
      await expect(store.get('nobody')).rejects.toSatisfy(isFault('not-found'));
      expect(await store.change('nobody', { paused: true })).toBeUndefined();
      expect(await store.find('nobody')).toBeUndefined();
    });

    test('changes the named fields only, merges counts, and answers the campaign as it then stands', async () => {
      const store = await open();
      await store.create(aCampaign({ counts: { rows: 9, candidates: 7 } }));
      const rejectedRows = [{ source: 'a.csv', line: 3, because: 'no profile' }];
      const changed = await store.change('c1', {
        status: 'settling',
        rejectedRows,
        counts: { candidates: 8, rejectedRows: 1, shortlisted: 2 },
      });
      const expected = aCampaign({
        status: 'settling',
        rejectedRows,
        counts: { rows: 9, candidates: 8, rejectedRows: 1, shortlisted: 2 },
      });
      expect(changed).toEqual(expected);
      expect(await store.get('c1')).toEqual(expected);
    });

    test('a change that names nothing answers the campaign', async () => {
      const store = await open();
      await store.create(aCampaign());
      expect(await store.change('c1', {})).toEqual(aCampaign());
      expect(await store.change('c1', { counts: {} }, ['running'])).toEqual(aCampaign());
      expect(await store.change('c1', {}, ['failed'])).toBeUndefined();
    });

    test('changes nothing where the status is another one', async () => {
      const store = await open();
      await store.create(aCampaign({ status: 'cancelled' }));
      expect(await store.change('c1', { status: 'finished' }, ['running', 'settling'])).toBeUndefined();
      expect((await store.get('c1')).status).toBe('cancelled');
      expect(await store.change('c1', { status: 'finished' }, ['running', 'cancelled'])).toMatchObject({
        status: 'finished',
      });
    });

    test('lists newest first, page by page, by status too, and follows changes of status', async () => {
      const store = await open();
      for (const n of [2, 0, 3, 1, 4]) await store.create(aCampaign({ campaignId: `c${n}`, createdAt: days(n) }));
      await store.change('c2', { status: 'finished' });

      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ limit: 2, cursor });
        pages.push(page.items.map(({ campaignId }) => campaignId));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(pages.filter(page => page.length > 0)).toEqual([['c4', 'c3'], ['c2', 'c1'], ['c0']]);

      const idsIn = async (status: (typeof campaignStatuses)[number]) =>
        (await store.list({ limit: 10, status })).items.map(({ campaignId }) => campaignId);
      expect(await idsIn('running')).toEqual(['c4', 'c3', 'c1', 'c0']);
      expect(await idsIn('finished')).toEqual(['c2']);
      expect(await idsIn('failed')).toEqual([]);
    });

    test('refuses a cursor that it did not give out for this list', async () => {
      const store = await open();
      for (const n of [0, 1, 2]) await store.create(aCampaign({ campaignId: `c${n}`, createdAt: days(n) }));
      const { cursor = '' } = await store.list({ limit: 1 });
      const { cursor: ofRunning = '' } = await store.list({ limit: 1, status: 'running' });
      const given = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      const forged = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
      const cursors = [
        'nonsense',
        '',
        ofRunning,
        forged(null),
        forged([]),
        forged('text'),
        forged({}),
        forged({ ...given, more: 'x' }),
        forged({ ...given, PK: '' }),
        forged({ ...given, SK: 7 }),
        forged({ ...given, GSI1PK: 'CAMPAIGN#c1#CANDIDATES' }),
        forged({ ...given, PK: 'x'.repeat(3000) }),
        forged({ PK: given.PK, SK: given.SK }),
      ];
      for (const one of cursors)
        await expect(store.list({ limit: 1, cursor: one }), one).rejects.toSatisfy(isFault('invalid-request'));
    });

    test('never promises more than the budget, however many ask at once', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ who: fc.integer({ min: 0, max: 30 }), fee: fc.integer({ min: 0, max: 400_000 }) }), {
            minLength: 50,
            maxLength: 50,
          }),
          async asks => {
            const store = await open();
            await store.create(aCampaign());
            const said = await Promise.allSettled(
              asks.map(({ who, fee }) => store.commit('c1', `i${who}`, { minor: fee, currency: 'INR' })),
            );
            const { budget, commitments } = await store.get('c1');
            const sum = Object.values(commitments.byInfluencer).reduce((all, fee) => all + fee, 0);
            expect(commitments.committed).toBe(sum);
            expect(sum).toBeLessThanOrEqual(budget.minor);
            for (const one of said)
              if (one.status === 'rejected') expect(one.reason).toSatisfy(isFault('write-conflict'));
            // Whoever is promised something asked for exactly that.
            for (const [who, fee] of Object.entries(commitments.byInfluencer))
              expect(asks).toContainEqual({ who: Number(who.slice(1)), fee });
          },
        ),
        { numRuns: 4 },
      );
    });

    test('a promise is made once, can be changed and taken back', async () => {
      const store = await open();
      await store.create(aCampaign());
      const committed = async () => (await store.get('c1')).commitments;
      expect(await store.commit('c1', 'i1', inr(15_000))).toBe('committed');
      expect(await store.commit('c1', 'i1', inr(15_000))).toBe('committed');
      expect(await committed()).toEqual({ committed: 1_500_000, byInfluencer: { i1: 1_500_000 } });
      expect(await store.commit('c1', 'i2', inr(6000))).toBe('over-budget');
      expect(await store.commit('c1', 'i1', inr(20_000))).toBe('committed');
      expect(await store.commit('c1', 'i1', inr(20_001))).toBe('over-budget');
      expect(await store.commit('c1', 'i1', inr(4000))).toBe('committed');
      expect(await store.commit('c1', 'i2', inr(16_000))).toBe('committed');
      await store.release('c1', 'i1');
      await store.release('c1', 'i1');
      await store.release('c1', 'nobody');
      expect(await committed()).toEqual({ committed: 1_600_000, byInfluencer: { i2: 1_600_000 } });
    });

    test('two releases at once give the money back once', async () => {
      const store = await open();
      await store.create(aCampaign());
      await store.commit('c1', 'i1', inr(5000));
      await store.commit('c1', 'i2', inr(7000));
      await Promise.all(Array.from({ length: 10 }, () => store.release('c1', 'i1')));
      expect((await store.get('c1')).commitments).toEqual({ committed: 700_000, byInfluencer: { i2: 700_000 } });
    });

    test('promises nothing in a currency that is not the budget’s', async () => {
      const store = await open();
      await store.create(aCampaign());
      await expect(store.commit('c1', 'i1', { minor: 100, currency: 'USD' })).rejects.toThrow('USD');
      expect((await store.get('c1')).commitments.committed).toBe(0);
    });
  });
