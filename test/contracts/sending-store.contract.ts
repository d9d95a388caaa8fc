import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendingStore, SendRate, SuppressionStore } from '#shared/ports/sending.ts';
import { at, days } from '#test/shared/domain/builders.ts';

export const suppressionStoreContract = (open: () => Promise<SuppressionStore>) =>
  describe('SuppressionStore', () => {
    test('an address that was never suppressed is free', async () => {
      expect(await (await open()).find('h1')).toBeUndefined();
    });

    test('the first reason stays', async () => {
      const store = await open();
      await store.add('h1', 'unsubscribe', at);
      await store.add('h1', 'bounce', days(1));
      expect(await store.find('h1')).toBe('unsubscribe');
      expect(await store.find('h2')).toBeUndefined();
    });

    test('an address may have both threads and a suppression', async () => {
      const store = await open();
      await Promise.all([store.add('h1', 'complaint', at), store.add('h2', 'erasure', at)]);
      expect([await store.find('h1'), await store.find('h2')]).toEqual(['complaint', 'erasure']);
    });
  });

export const sendingStoreContract = (open: () => Promise<SendingStore>) =>
  describe('SendingStore', () => {
    test('never gives out more places than the cap, however many ask at once; the others are told how many wait', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), async (cap, asks) => {
          const store = await open();
          const places = await Promise.all(
            Array.from({ length: asks }, () => store.takePlace('asha@meadow.example', '2026-03-02', cap)),
          );
          const numbers = (kind: 'taken' | 'waiting') =>
            places.flatMap(place => (kind in place ? Object.values(place) : [])).toSorted((a, b) => a - b);
          const upTo = (count: number) => Array.from({ length: Math.max(0, count) }, (_, n) => n + 1);
          expect(numbers('taken')).toEqual(upTo(Math.min(cap, asks)));
          expect(numbers('waiting')).toEqual(upTo(asks - cap));
        }),
        { numRuns: 8 },
      );
    });

    test('every sender and period has places of its own, and a raised cap makes room', async () => {
      const store = await open();
      const take = (who: string, period: string, cap = 1) => store.takePlace(who, period, cap);
      expect(await take('a', '2026-03-02')).toEqual({ taken: 1 });
      expect(await take('a', '2026-03-02')).toEqual({ waiting: 1 });
      expect(await take('a', '2026-03-03')).toEqual({ taken: 1 });
      expect(await take('a', '2026-03-02T09')).toEqual({ taken: 1 });
      expect(await take('b', '2026-03-02')).toEqual({ taken: 1 });
      expect(await take('a', '2026-03-02', 2)).toEqual({ taken: 2 });
    });

    test('a place that was given back is there for the next', async () => {
      const store = await open();
      await store.takePlace('a', '2026-03-02', 1);
      await store.giveBack('a', '2026-03-02');
      expect(await store.takePlace('a', '2026-03-02', 1)).toEqual({ taken: 1 });
    });

    test('knows on how many earlier days a sender sent', async () => {
      const store = await open();
      expect(await store.daysUsed('a', '2026-03-02')).toBe(0);
      for (const day of ['2026-03-02', '2026-03-02', '2026-03-04']) await store.usedOn('a', day);
      expect(await store.daysUsed('a', '2026-03-04')).toBe(1);
      expect(await store.daysUsed('a', '2026-03-05')).toBe(2);
      expect(await store.daysUsed('b', '2026-03-05')).toBe(0);
    });

    test('adds up what happened over the days asked for', async () => {
      const store = await open();
      await Promise.all([
        ...Array.from({ length: 20 }, () => store.countEvent('2026-03-02', 'sent')),
        store.countEvent('2026-03-01', 'sent'),
        store.countEvent('2026-03-02', 'bounced'),
        store.countEvent('2026-02-01', 'complained'),
      ]);
      expect(await store.totals(['2026-03-02', '2026-03-01', '2026-02-28'])).toEqual({
        sent: 21,
        bounced: 1,
        complained: 0,
      });
      expect(await store.totals([])).toEqual({ sent: 0, bounced: 0, complained: 0 });
    });
  });

export const sendRateContract = (open: () => Promise<SendRate>) =>
  describe('SendRate', () => {
    const now = Date.parse(at);

    test('before SES was asked, one mail goes out per second, as from a sandbox', async () => {
      const rate = await open();
      expect([await rate.nextTurn(now, 5000), await rate.nextTurn(now, 5000)]).toEqual([0, 1000]);
    });

    test('however many ask at once, their turns are one interval apart', async () => {
      const rate = await open();
      await rate.learn(20);
      const turns = await Promise.all(Array.from({ length: 12 }, () => rate.nextTurn(now, 5000)));
      expect(turns.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 12 }, (_, n) => n * 50));
    });

    test('whoever would wait longer than they want gets no turn and takes none', async () => {
      const rate = await open();
      await rate.learn(1);
      const turns = [1, 2, 3, 4].map(() => rate.nextTurn(now, 2000));
      expect((await Promise.all(turns)).filter(turn => turn === undefined)).toHaveLength(1);
      expect(await rate.nextTurn(now, 3000)).toBe(3000);
    });

    test('time that passed without mail is not saved up', async () => {
      const rate = await open();
      await rate.learn(10);
      await rate.nextTurn(now, 5000);
      expect(await rate.nextTurn(now + 60_000, 5000)).toBe(0);
      expect(await rate.nextTurn(now + 60_000, 5000)).toBe(100);
    });
  });
