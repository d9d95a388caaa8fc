import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pace, steerableClock } from '#infra/local/steerable-clock.ts';

const hour = 3_600_000;
const startMs = Date.parse('2026-11-23T09:00:00Z');

/** A clock, what it fired and when, in hours from its start. */
function watched(pace: Pace) {
  const clock = steerableClock({ startMs, pace });
  const fired: [name: string, hours: number][] = [];
  const hours = () => (clock.now() - startMs) / hour;
  const at = (name: string, afterHours: number, options = {}) =>
    clock.at(startMs + afterHours * hour, () => fired.push([name, hours()]), options);
  /** Lets all that can happen at once happen. */
  const settled = () => sleep(15);
  return { clock, fired, hours, at, settled };
}

describe('a clock at a pace', () => {
  it('runs so many times faster than the wall clock', async () => {
    const { clock, fired, at } = watched(100_000);
    const wall = performance.now();
    at('in an hour', 1);
    at('never', 0.5)();
    at('a schedule', 0.25, { background: true });
    await clock.idle();
    expect(performance.now() - wall).toBeGreaterThanOrEqual(35);
    expect(fired.map(([name]) => name)).toEqual(['a schedule', 'in an hour']);
    expect(fired.every(([, hours], index) => hours >= ([0.25, 1][index] ?? 0))).toBe(true);
    clock.stop();
  });

  it('does not wait for work in flight, and is idle only after it', async () => {
    const { clock, fired, at, settled } = watched(1_000_000);
    const work = Promise.withResolvers<void>();
    const held = clock.hold(work.promise);
    at('timer', 1);
    let isIdle = false;
    void clock.idle().then(() => {
      isIdle = true;
    });
    await settled();
    expect([fired.length, isIdle]).toEqual([1, false]);
    work.resolve();
    await held;
    await settled();
    expect(isIdle).toBe(true);
    clock.stop();
  });

  it('never jumps and never turns back when its pace changes', async () => {
    const paces = fc.array(fc.oneof(fc.constant<Pace>('fast'), fc.integer({ min: 1, max: 1000 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(paces, async wanted => {
        const { clock } = watched(1);
        const begun = Date.now();
        let last = clock.now();
        for (const pace of wanted) {
          clock.setPace(pace);
          const now = clock.now();
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
        const fastest = Math.max(1, ...wanted.filter(pace => pace !== 'fast'));
        expect(last - startMs).toBeLessThanOrEqual((Date.now() - begun + 1) * fastest);
        clock.stop();
      }),
      { numRuns: 50 },
    );
  });
});

describe.each<Pace>(['fast', 1, 5000])('a paused clock (%s)', pace => {
  it('stands still until it is resumed', async () => {
    const { clock, fired, hours, at, settled } = watched(pace);
    clock.pause();
    const stood = clock.now();
    at('later', 1);
    await settled();
    expect([fired, clock.now()]).toEqual([[], stood]);
    clock.setPace('fast');
    clock.resume();
    await clock.idle();
    expect(fired).toEqual([['later', 1]]);
    expect(hours()).toBe(1);
    clock.stop();
  });

  it('steps from timer to timer, schedules too', async () => {
    const { clock, fired, at, settled } = watched(pace);
    clock.pause();
    at('second', 2);
    at('first', 1, { background: true });
    at('also second', 2);
    clock.step();
    await settled();
    expect(fired).toEqual([['first', 1]]);
    clock.step();
    await settled();
    expect(fired).toEqual([
      ['first', 1],
      ['second', 2],
      ['also second', 2],
    ]);
    clock.step();
    await settled();
    expect(clock.now()).toBe(startMs + 2 * hour);
    clock.stop();
  });

  it('goes on by a span, each timer at its own time and after the work of the one before', async () => {
    const { clock, fired, at, settled } = watched(pace);
    clock.pause();
    const base = clock.now();
    clock.at(base + hour, () => void clock.hold(sleep(5).then(() => at('followed', 2))));
    at('inside', 5);
    at('outside', 50);
    clock.step(24 * hour);
    await settled();
    await settled();
    expect(fired).toEqual([
      ['followed', 2],
      ['inside', 5],
    ]);
    expect(clock.now()).toBe(base + 24 * hour);
    clock.stop();
  });
});

it('a clock that is not paused takes no steps', async () => {
  const { clock, at, settled } = watched(1);
  at('later', 1);
  clock.step(2 * hour);
  await settled();
  expect(clock.pending().length).toBe(1);
  clock.stop();
});

it('says what its timers wait for', () => {
  const { clock, at } = watched(1);
  at('x', 3, { label: () => 'a reminder' });
  at('y', 1, { background: true });
  expect(clock.pending().map(({ atMs, background, label }) => [atMs - startMs, background, label?.()])).toEqual([
    [hour, true, undefined],
    [3 * hour, false, 'a reminder'],
  ]);
  clock.stop();
});
