import type { Clock } from './clock.ts';
import { TimerHeap } from './timer-heap.ts';

/** Virtual time: stands still while work is in flight, then jumps to the next timer. */
export function fastClock(startMs: number): Clock {
  const timers = new TimerHeap();
  let nowMs = startMs;
  let inFlight = 0;
  let turnPlanned = false;
  let stopped = false;
  let waiters: (() => void)[] = [];

  // One macrotask later, so that promise chains started by the last piece of work can take hold of the clock first.
  const planTurn = () => {
    if (turnPlanned || stopped) return;
    turnPlanned = true;
    setImmediate(() => {
      turnPlanned = false;
      turn();
    });
  };

  const turn = () => {
    if (stopped || inFlight > 0) return;
    const next = timers.size > 0 ? timers.pop() : undefined;
    if (next) {
      nowMs = Math.max(nowMs, next.atMs);
      next.task();
      // What is due at the same moment starts at the same moment, so that its work overlaps as it would on AWS.
      for (let due = timers.peek(); due && due.atMs <= nowMs; due = timers.peek()) timers.pop()?.task();
      planTurn();
      return;
    }
    const idle = waiters;
    waiters = [];
    for (const resolve of idle) resolve();
  };

  return {
    mode: 'fast',
    now: () => nowMs,
    at(atMs, task, { background = false } = {}) {
      const cancel = timers.push(atMs, task, background);
      planTurn();
      return cancel;
    },
    async hold(work) {
      inFlight += 1;
      try {
        return await work;
      } finally {
        inFlight -= 1;
        planTurn();
      }
    },
    pending: () => timers.list(),
    idle: () =>
      new Promise(resolve => {
        waiters.push(resolve);
        planTurn();
      }),
    stop() {
      stopped = true;
    },
  };
}
