import type { Clock } from './clock.ts';
import { TimerHeap } from './timer-heap.ts';

/** setTimeout takes a 32-bit number of milliseconds; longer waits are taken in steps. */
const longestTimeoutMs = 2 ** 31 - 1;

/** The wall clock. */
export function realClock(): Clock {
  const timers = new TimerHeap();
  let alarm: NodeJS.Timeout | undefined;
  let inFlight = 0;
  let waiters: (() => void)[] = [];

  const settle = () => {
    if (inFlight > 0 || timers.size > 0) return;
    for (const resolve of waiters.splice(0)) resolve();
  };

  const arm = () => {
    clearTimeout(alarm);
    settle();
    const next = timers.peek();
    if (next) alarm = setTimeout(ring, Math.min(Math.max(next.atMs - Date.now(), 0), longestTimeoutMs));
  };

  const ring = () => {
    for (let due = timers.peek(); due && due.atMs <= Date.now(); due = timers.peek()) timers.pop()?.task();
    arm();
  };

  return {
    mode: 'real',
    now: () => Date.now(),
    at(atMs, task, { background = false, label } = {}) {
      const cancel = timers.push(atMs, task, background, label);
      arm();
      return () => {
        cancel();
        arm();
      };
    },
    async hold(work) {
      inFlight += 1;
      try {
        return await work;
      } finally {
        inFlight -= 1;
        settle();
      }
    },
    pending: () => timers.list(),
    idle() {
      const settled = new Promise<void>(resolve => waiters.push(resolve));
      settle();
      return settled;
    },
    stop() {
      clearTimeout(alarm);
      waiters = [];
    },
  };
}
