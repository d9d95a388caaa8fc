import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RateLimit, rateLimits, windowOf } from '#shared/domain/rate-limit.ts';
import type { Metered, RateBudget } from '#shared/ports/rate-budget.ts';

const at = '2026-11-23T10:04:00.000Z';
const metered = (over: Partial<Metered> = {}): Metered => ({
  service: 'instagram',
  credential: 'c1',
  limit: rateLimits.instagram,
  ...over,
});
const small: RateLimit = { units: 21, unit: 'calls', per: 'rolling-hour' };
const granted = { kind: 'granted' };

export const rateBudgetContract = (open: () => Promise<RateBudget>) =>
  describe('RateBudget', () => {
    test('never grants more than the window has, however many ask at once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 }), async (asks, cost) => {
          const budget = await open();
          const grants = await Promise.all(
            Array.from({ length: asks }, () => budget.take(metered({ limit: small }), cost, at)),
          );
          expect(grants.filter(({ kind }) => kind === 'granted')).toHaveLength(Math.min(asks, Math.floor(3 / cost)));
          for (const grant of grants)
            if (grant.kind === 'refused')
              expect(grant).toEqual({
                kind: 'refused',
                retryAt: '2026-11-23T10:10:00.000Z',
                because: 'our share of its calls is used up',
              });
        }),
        { numRuns: 8 },
      );
    });

    test('keeps a rolling limit wherever the service starts to count', async () => {
      const budget = await open();
      const grants: number[] = [];
      const startMs = Date.parse('2026-11-23T10:00:00.000Z');
      for (let minute = 0; minute < 150; minute += 1) {
        const now = new Date(startMs + minute * 60_000).toISOString();
        for (let ask = 0; ask < 2; ask += 1)
          if ((await budget.take(metered({ limit: small }), 1, now)).kind === 'granted') grants.push(minute);
      }
      for (let from = 0; from < 90; from += 1)
        expect(grants.filter(minute => minute >= from && minute < from + 60).length).toBeLessThanOrEqual(21);
      expect(grants.length).toBe(15 * 3);
    });

    test('opens again with the next window', async () => {
      const budget = await open();
      const all = windowOf(small, at).units;
      expect(await budget.take(metered({ limit: small }), all, at)).toEqual(granted);
      expect((await budget.take(metered({ limit: small }), 1, at)).kind).toBe('refused');
      expect(await budget.take(metered({ limit: small }), 1, '2026-11-23T10:10:00.000Z')).toEqual(granted);
    });

    test('counts a late step against the newest window', async () => {
      const budget = await open();
      const next = '2026-11-23T10:12:00.000Z';
      expect(await budget.take(metered({ limit: small }), 3, next)).toEqual(granted);
      expect(await budget.take(metered({ limit: small }), 1, at)).toMatchObject({
        kind: 'refused',
        retryAt: '2026-11-23T10:20:00.000Z',
      });
    });

    test('grants what is larger than a window once, into an unused one', async () => {
      const budget = await open();
      expect(await budget.take(metered({ limit: small }), 100, at)).toEqual(granted);
      expect((await budget.take(metered({ limit: small }), 100, at)).kind).toBe('refused');
    });

    test('counts every credential and service by itself', async () => {
      const budget = await open();
      expect(await budget.take(metered({ limit: small }), 3, at)).toEqual(granted);
      expect(await budget.take(metered({ limit: small, credential: 'c2' }), 3, at)).toEqual(granted);
      expect(await budget.take(metered({ limit: small, service: 'modash' }), 3, at)).toEqual(granted);
    });

    test('leaves the rest of a window to those who ask for all of it', async () => {
      const budget = await open();
      const day: RateLimit = { units: 10, unit: 'quota units', per: 'pacific-day' };
      const bulk = metered({ limit: day, share: 0.8 });
      expect(await budget.take(bulk, 8, at)).toEqual(granted);
      expect(await budget.take(bulk, 1, at)).toMatchObject({ kind: 'refused', retryAt: '2026-11-24T08:00:00.000Z' });
      expect(await budget.take(metered({ limit: day }), 2, at)).toEqual(granted);
      expect((await budget.take(metered({ limit: day }), 1, at)).kind).toBe('refused');
    });

    test('is closed for everybody once the service says so, also for what costs nothing; the latest time stays', async () => {
      const budget = await open();
      await budget.take(metered(), 1, at);
      const until = '2026-11-23T11:04:00.000Z';
      await Promise.all([
        budget.close(metered(), until, 'the app has used up its calls of this hour'),
        budget.close(metered(), '2026-11-23T10:30:00.000Z', 'an earlier word'),
      ]);
      const refusal = { kind: 'refused', retryAt: until, because: 'the app has used up its calls of this hour' };
      expect(await budget.take(metered(), 1, '2026-11-23T10:31:00.000Z')).toEqual(refusal);
      expect(await budget.take(metered(), 0, at)).toEqual(refusal);
      expect(await budget.take(metered({ credential: 'c2' }), 1, at)).toEqual(granted);
      expect(await budget.take(metered(), 1, until)).toEqual(granted);
    });

    test('may be closed before anybody has asked', async () => {
      const budget = await open();
      await budget.close(metered(), '2026-11-23T10:05:00.000Z', 'busy');
      expect((await budget.take(metered(), 1, at)).kind).toBe('refused');
      expect(await budget.take(metered(), 1, '2026-11-23T10:05:00.000Z')).toEqual(granted);
    });
  });
