import { describe, expect, test } from 'vitest';
import type { MetricsAnswer, ProfileRef } from '#shared/domain/influencer.ts';
import type { ReportAnswer } from '#shared/ports/platforms.ts';
import type { Allowance } from '#shared/ports/rate-budget.ts';

export const at = new Date('2026-11-30T04:00:00.000Z');

export interface Given {
  readonly fetch?: typeof globalThis.fetch;
  readonly allowance?: Allowance;
  /** With credentials that the platform does not take. */
  readonly wrong?: true;
}

/** One adapter, and the platform that it speaks to. */
export interface Subject {
  readonly id: string;
  /** A profile that is there, and one that is not. */
  readonly found: ProfileRef;
  readonly gone: ProfileRef;
  ask(ref: ProfileRef, given: Given): Promise<ReportAnswer>;
  /** What the platform answers when its quota is used up, and until when that holds; absent where there is none. */
  readonly usedUp?: { readonly response: () => Response; readonly until: string };
  readonly needsCredentials: boolean;
}

const counting = (take: (asks: number) => 'granted' | 'refused') => {
  const log = { taken: [] as number[], closed: [] as string[] };
  const allowance: Allowance = {
    async take(cost) {
      log.taken.push(cost);
      return take(log.taken.length) === 'granted'
        ? { kind: 'granted' }
        : { kind: 'refused', retryAt: '2026-12-01T00:00:00.000Z', because: 'our share is used up' };
    },
    async close(until) {
      log.closed.push(until);
    },
  };
  return { allowance, log };
};

/** What every adapter to a platform or vendor promises, whatever it is asked and whatever comes back. */
export const profileMetricsContract = (open: () => Subject) =>
  describe('ProfileMetricsSource', () => {
    const kinds: readonly ReportAnswer['kind'][] = ['found', 'missing', 'throttled', 'refused', 'broken', 'pending'];
    const ask = (given: Given, ref = open().found) => open().ask(ref, given);
    const foundAt = (answer: ReportAnswer): Extract<MetricsAnswer, { kind: 'found' }>['metrics'] => {
      if (answer.kind !== 'found') throw new Error(`${answer.kind}: ${answer.because}`);
      return answer.metrics;
    };

    test('says whose profile it saw, when and where, and counts nothing below zero', async () => {
      const metrics = foundAt(await ask({}));
      expect(metrics).toMatchObject({ profile: open().found, observedAt: at.toISOString(), source: open().id });
      const counts = metrics.posts.flatMap(({ likes = 0, comments = 0, views = 0 }) => [likes, comments, views]);
      for (const count of [...counts, metrics.followers ?? 0, metrics.postCount ?? 0]) {
        expect(Number.isSafeInteger(count)).toBe(true);
        expect(count).toBeGreaterThanOrEqual(0);
      }
    });

    test('lists posts newest first, none from the future, each with an id of its own', async () => {
      const { posts } = foundAt(await ask({}));
      const times = posts.map(post => post.at);
      expect(times).toEqual(times.toSorted().reverse());
      for (const time of times) expect(time <= at.toISOString()).toBe(true);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    });

    test('gives every rate and share as a fraction', async () => {
      const { reported } = foundAt(await ask({}));
      if (!reported) return;
      const shares = [
        ...Object.values(reported.followerTypes ?? {}),
        ...(reported.countries ?? []).map(({ share }) => share),
        ...(reported.ages ?? []).map(({ share }) => share),
        reported.femaleShare ?? 0,
        reported.engagementRate ?? 0,
      ];
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      const sum = (reported.ages ?? []).reduce((all, { share }) => all + share, 0);
      expect(sum === 0 || Math.abs(sum - 1) < 0.05).toBe(true);
    });

    test('says that a profile is not there', async () => {
      const answer = await ask({}, open().gone);
      expect(answer.kind === 'missing' || answer.kind === 'refused').toBe(true);
      expect(answer).toHaveProperty('because');
    });

    test('answers the same question the same', async () => {
      expect(await ask({})).toEqual(await ask({}));
    });

    test('never throws: not for a dead line, an error page, an empty, a huge or a foreign body', async () => {
      const bodies: readonly (() => Response | Promise<never>)[] = [
        () => Promise.reject(new TypeError('fetch failed')),
        () => new Response('<html>Bad Gateway</html>', { status: 502 }),
        () => new Response('', { status: 500 }),
        () => new Response('', { status: 200 }),
        () => new Response('{"', { status: 200 }),
        () => Response.json(null),
        () => Response.json([]),
        () => Response.json({ data: 'nonsense', result: 1, profile: [], error: { code: {} } }),
        () => Response.json({ error: 'nonsense' }, { status: 418 }),
        () => new Response('['.repeat(200_000)),
        () => new Response('x'.repeat(9 * 1024 * 1024)),
      ];
      for (const body of bodies) {
        const answer = await ask({ fetch: async () => body() });
        expect(kinds).toContain(answer.kind);
        if (answer.kind === 'found') expect(answer.metrics).not.toHaveProperty('followers');
        else expect(answer.because.length).toBeGreaterThan(0);
      }
    });

    test('is throttled by 429 until some later time', async () => {
      const answer = await ask({ fetch: async () => new Response('slow down', { status: 429 }) });
      if (answer.kind === 'throttled') expect(answer.retryAt > at.toISOString()).toBe(true);
      else expect(answer.kind).toBe('broken');
    });

    test('asks nothing that the budget does not allow, and says when it will', async () => {
      if (!open().needsCredentials) return;
      const asked: string[] = [];
      const { allowance, log } = counting(() => 'refused');
      const answer = await ask({
        allowance,
        fetch: async input => {
          asked.push(String(input));
          return new Response();
        },
      });
      expect(answer).toEqual({
        kind: 'throttled',
        retryAt: '2026-12-01T00:00:00.000Z',
        because: 'our share is used up',
      });
      expect([asked, log.taken.length]).toEqual([[], 1]);
    });

    test('takes from the budget for every call', async () => {
      if (!open().needsCredentials) return;
      let calls = 0;
      const { allowance, log } = counting(() => 'granted');
      const answer = await ask({
        allowance,
        fetch: (input, init) => {
          calls += 1;
          return fetch(input, init);
        },
      });
      expect(answer.kind).toBe('found');
      expect(log.taken).toHaveLength(calls);
      expect(log.closed).toEqual([]);
    });

    test('closes the budget for everybody when the platform has no more to give', async () => {
      const { usedUp } = open();
      if (!usedUp) return;
      const { allowance, log } = counting(() => 'granted');
      expect(await ask({ allowance, fetch: async () => usedUp.response() })).toMatchObject({
        kind: 'throttled',
        retryAt: usedUp.until,
      });
      expect(new Set(log.closed)).toEqual(new Set([usedUp.until]));
    });

    test('with wrong credentials is refused, which a person must mend', async () => {
      if (!open().needsCredentials) return;
      expect((await ask({ wrong: true })).kind).toBe('refused');
    });
  });
