import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { together } from '#shared/adapters/metered.ts';
import type { Grant } from '#shared/ports/rate-budget.ts';

const at = new Date('2026-11-23T10:04:00.000Z');
const later = new Date('2026-11-23T10:14:00.000Z');
const refused: Grant = { kind: 'refused', retryAt: later.toISOString(), because: 'used up' };

/** A window of `units` units, as the table counts it: what is larger than all of it fits while it is unused. */
function aWindow(units: number) {
  const writes: number[] = [];
  let taken = 0;
  const take = async (cost: number): Promise<Grant> => {
    writes.push(cost);
    await Promise.resolve();
    if (taken > Math.max(0, units - cost)) return refused;
    taken += cost;
    return { kind: 'granted' };
  };
  return { writes, take, taken: () => taken, asked: together(take, () => units) };
}

describe('asks that come together', () => {
  test('are one write', async () => {
    const { asked, writes } = aWindow(100);
    await Promise.all([asked(1, at), asked(3, at), asked(1, at)]);
    expect(writes).toEqual([5]);
  });

  test('never get more than the window has, and never less', async () => {
    const cost = fc.integer({ min: 0, max: 4 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.array(cost, { maxLength: 25 }), async (units, costs) => {
        const { asked, taken } = aWindow(units);
        const alone = aWindow(units);
        const grants = await Promise.all(costs.map(one => asked(one, at)));
        for (const one of costs) await alone.take(one);
        expect(taken()).toBe(alone.taken());
        expect(costs.reduce((sum, one, n) => sum + (grants[n]?.kind === 'granted' ? one : 0), 0)).toBe(taken());
      }),
    );
  });

  test('of two instants are asked for apart, each in its own window', async () => {
    const instants: string[] = [];
    const asked = together(
      async (_, instant) => {
        instants.push(instant);
        return { kind: 'granted' };
      },
      () => 100,
    );
    await Promise.all([asked(1, at), asked(1, later), asked(1, later)]);
    expect(instants).toEqual([at.toISOString(), later.toISOString()]);
  });

  test('who has an answer keeps it when the one after fails, and nothing is left unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    let calls = 0;
    const asked = together(
      async () => {
        calls += 1;
        if (calls === 1) return refused;
        if (calls === 3) throw new Error('the table is down');
        return { kind: 'granted' };
      },
      () => 100,
    );
    const answers = await Promise.allSettled([asked(1, at), asked(1, at)]);
    await new Promise(resolve => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(unhandled).toEqual([]);
  });

  test('all hear of a failure, and the next one tries again', async () => {
    let isDown = true;
    const asked = together(
      async () => {
        if (isDown) throw new Error('the table is down');
        return { kind: 'granted' };
      },
      () => 100,
    );
    const answers = await Promise.allSettled([asked(1, at), asked(1, at)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await asked(1, at)).toEqual({ kind: 'granted' });
  });
});
