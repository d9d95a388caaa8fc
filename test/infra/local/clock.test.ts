import { describe, expect, it } from 'vitest';
import type { Clock } from '#infra/local/clock.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { realClock } from '#infra/local/real-clock.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-23T09:00:00Z');

/** Notes when each timer fired, in days from the start. */
function recorder(clock: Clock) {
  const fired: [name: string, days: number][] = [];
  const at = (name: string, days: number, options = {}) =>
    clock.at(start + days * day, () => fired.push([name, (clock.now() - start) / day]), options);
  return { fired, at };
}

describe('the fast clock', () => {
  it('jumps from timer to timer, in their order', async () => {
    const clock = fastClock(start);
    const { fired, at } = recorder(clock);
    at('b', 21);
    at('a', 1);
    at('c', 21);
    at('never', 5)();
    await clock.idle();
    expect(fired).toEqual([
      ['a', 1],
      ['b', 21],
      ['c', 21],
    ]);
  });

  it('stands still while work is in flight', async () => {
    const clock = fastClock(start);
    const { fired, at } = recorder(clock);
    at('later', 1);
    const work = Promise.withResolvers<void>();
    const held = clock.hold(work.promise);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(fired).toEqual([]);
    work.resolve();
    await held;
    await clock.idle();
    expect(fired).toEqual([['later', 1]]);
  });

  it('starts together what is due together', async () => {
    const clock = fastClock(start);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 5));
      running -= 1;
    };
    for (let n = 0; n < 3; n += 1) clock.at(start + day, () => void clock.hold(work()));
    await clock.idle();
    expect(most).toBe(3);
  });

  it('is not driven on by timers in the background', async () => {
    const clock = fastClock(start);
    const { fired, at } = recorder(clock);
    at('schedule', 1, { background: true });
    await clock.idle();
    expect(clock.now()).toBe(start);
    at('campaign', 2);
    at('later schedule', 3, { background: true });
    await clock.idle();
    expect(fired).toEqual([
      ['schedule', 1],
      ['campaign', 2],
    ]);
  });
});

describe('the real clock', () => {
  it('fires in real time and is idle afterwards', async () => {
    const clock = realClock();
    const from = Date.now();
    const fired: number[] = [];
    clock.at(from + 30, () => fired.push(Date.now() - from));
    clock.at(from + 10, () => fired.push(0))();
    clock.at(from + day, () => fired.push(1), { background: true });
    await clock.idle();
    expect(fired.length).toBe(1);
    expect(fired[0]).toBeGreaterThanOrEqual(30);
    clock.stop();
  });
});
