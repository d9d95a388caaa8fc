import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendingStore, SuppressionStore } from '#shared/ports/sending.ts';
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
    test('never gives out more places than the cap, however many ask at once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), async (cap, asks) => {
          const store = await open();
          const taken = await Promise.all(
            Array.from({ length: asks }, () => store.takePlace('asha@meadow.example', '2026-03-02', cap)),
          );
          expect(taken.filter(Boolean)).toHaveLength(Math.min(cap, asks));
        }),
        { numRuns: 8 },
      );
    });

    test('every sender and day has places of its own, and a raised cap makes room', async () => {
      const store = await open();
      const take = (who: string, day: string, cap = 1) => store.takePlace(who, day, cap);
      expect(await take('a', '2026-03-02')).toBe(true);
      expect(await take('a', '2026-03-02')).toBe(false);
      expect(await take('a', '2026-03-03')).toBe(true);
      expect(await take('b', '2026-03-02')).toBe(true);
      expect(await take('a', '2026-03-02', 2)).toBe(true);
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
