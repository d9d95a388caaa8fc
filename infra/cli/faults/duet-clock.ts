import type { Clock } from '#infra/local/clock.ts';
import { TimerHeap } from '#infra/local/timer-heap.ts';

/** When the other side is quiet: its next timer, and whether it drives time. */
export interface Rest {
  readonly nextMs: number | undefined;
  readonly drives: boolean;
}

/** The side that follows: it stands still until it is led. */
export interface FollowingClock extends Clock {
  /** Resolves as soon as nothing is in flight. */
  rest(): Promise<Rest>;
  /** Goes to a moment and fires what is due. */
  advance(toMs: number): void;
}

/** The side that leads. */
export interface Follower {
  rest(): Promise<Rest>;
  advance(toMs: number): Promise<void>;
}

function parts(startMs: number) {
  const timers = new TimerHeap();
  let nowMs = startMs;
  let inFlight = 0;
  const state = {
    timers,
    isBusy: () => inFlight > 0,
    goTo(atMs: number) {
      nowMs = Math.max(nowMs, atMs);
      for (let due = timers.peek(); due && due.atMs <= nowMs; due = timers.peek()) timers.pop()?.task();
    },
    clock: (onChange: () => void): Clock => ({
      mode: 'fast',
      now: () => nowMs,
      at(atMs, task, { background = false, label } = {}) {
        const cancel = timers.push(atMs, task, background, label);
        onChange();
        return cancel;
      },
      async hold(work) {
        inFlight += 1;
        try {
          return await work;
        } finally {
          inFlight -= 1;
          onChange();
        }
      },
      pending: () => timers.list(),
      idle: () => new Promise(() => {}),
      stop() {},
    }),
  };
  return state;
}

export function followingClock(startMs: number): FollowingClock {
  const { timers, isBusy, goTo, clock } = parts(startMs);
  let waiting: ((rest: Rest) => void)[] = [];
  // One macrotask later, so that promise chains started by the last piece of work can take hold of the clock first.
  const settle = () =>
    setImmediate(() => {
      if (isBusy()) return;
      const rest = { nextMs: timers.peek()?.atMs, drives: timers.size > 0 };
      for (const resolve of waiting.splice(0)) resolve(rest);
    });
  return {
    ...clock(settle),
    rest: () =>
      new Promise(resolve => {
        waiting.push(resolve);
        settle();
      }),
    advance: goTo,
    stop() {
      waiting = [];
    },
  };
}

/** Virtual time shared by two processes: it moves when both are quiet, to whichever timer comes first. */
export function leadingClock(startMs: number, follower: Follower): Clock {
  const { timers, isBusy, goTo, clock } = parts(startMs);
  let turning = false;
  let stopped = false;
  const turn = async () => {
    const other = await follower.rest();
    if (stopped || isBusy()) return;
    if (!other.drives && timers.size === 0) return;
    const nextMs = Math.min(other.nextMs ?? Number.POSITIVE_INFINITY, timers.peek()?.atMs ?? Number.POSITIVE_INFINITY);
    await follower.advance(nextMs);
    goTo(nextMs);
  };
  const plan = () => {
    if (turning || stopped || isBusy()) return;
    turning = true;
    setImmediate(() => {
      const before = leading.now();
      void turn().finally(() => {
        turning = false;
        if (leading.now() > before || !isBusy()) setImmediate(plan);
      });
    });
  };
  const leading: Clock = {
    ...clock(plan),
    stop() {
      stopped = true;
    },
  };
  return leading;
}
