import type { Clock } from './clock.ts';
import { TimerHeap } from './timer-heap.ts';

/** `fast` jumps from timer to timer whenever nothing is in flight; a number is cloud seconds per second of the wall clock. */
export type Pace = 'fast' | number;

/** A clock that a person can hold, step and make faster or slower while the cloud runs. */
export interface SteerableClock extends Clock {
  readonly pace: Pace;
  readonly isPaused: boolean;
  setPace(pace: Pace): void;
  /** Time stands still; work in flight goes on. */
  pause(): void;
  resume(): void;
  /** Of a paused clock: on to the next timer, or by a span with everything that falls due in it. */
  step(byMs?: number): void;
}

interface Options {
  readonly startMs: number;
  readonly pace: Pace;
  /** Told whenever time has jumped or a timer has fired. */
  readonly onTurn?: (nowMs: number) => void;
}

/** setTimeout takes a 32-bit number of milliseconds; longer waits are taken in steps. */
const longestTimeoutMs = 2 ** 31 - 1;

export function steerableClock({ startMs, pace: startPace, onTurn = () => {} }: Options): SteerableClock {
  const timers = new TimerHeap();
  let pace = startPace;
  let isPaused = false;
  // While time flows, it is reckoned from here; while it stands or jumps, this is the time.
  let anchor = { cloudMs: startMs, wallMs: Date.now() };
  /** How far a paused clock may go. */
  let goalMs = startMs;
  let inFlight = 0;
  let isStopped = false;
  let turnPlanned = false;
  let alarm: NodeJS.Timeout | undefined;
  let waiters: (() => void)[] = [];

  const flows = () => !isPaused && pace !== 'fast';
  const now = () =>
    isPaused || pace === 'fast' ? anchor.cloudMs : anchor.cloudMs + (Date.now() - anchor.wallMs) * pace;
  const anchorAt = (cloudMs: number) => {
    anchor = { cloudMs, wallMs: Date.now() };
  };

  const fireDue = () => {
    for (let due = timers.peek(); due && due.atMs <= now(); due = timers.peek()) timers.pop()?.task();
    onTurn(now());
  };

  const settle = () => {
    if (inFlight > 0 || timers.size > 0) return;
    for (const resolve of waiters.splice(0)) resolve();
  };

  const plan = () => {
    if (isStopped) return;
    if (!isPaused && pace !== 'fast') return setAlarm(pace);
    if (turnPlanned) return;
    turnPlanned = true;
    // One macrotask later, so that promise chains started by the last piece of work can take hold of the clock first.
    setImmediate(() => {
      turnPlanned = false;
      if (!flows()) turn();
    });
  };

  const setAlarm = (rate: number) => {
    clearTimeout(alarm);
    settle();
    const next = timers.peek();
    if (!next) return;
    const waitMs = Math.min(Math.max((next.atMs - now()) / rate, 0), longestTimeoutMs);
    alarm = setTimeout(() => {
      if (!flows()) return;
      fireDue();
      plan();
    }, waitMs);
  };

  /** Fast, timers in the foreground drive time as far as they like; paused, every timer up to the goal is due. */
  const turn = () => {
    if (isStopped || inFlight > 0) return;
    const next = isPaused || timers.size > 0 ? timers.peek() : undefined;
    if (next && (!isPaused || next.atMs <= goalMs)) {
      anchorAt(Math.max(anchor.cloudMs, next.atMs));
      fireDue();
      return plan();
    }
    if (isPaused) anchorAt(Math.max(anchor.cloudMs, goalMs));
    settle();
  };

  /** Changes how time passes, and goes on from the present moment. */
  const steer = (change: () => void) => {
    anchorAt(now());
    clearTimeout(alarm);
    change();
    goalMs = anchor.cloudMs;
    plan();
  };

  return {
    mode: 'fast',
    now,
    get pace() {
      return pace;
    },
    get isPaused() {
      return isPaused;
    },
    setPace: wanted =>
      steer(() => {
        pace = wanted;
      }),
    pause: () =>
      steer(() => {
        isPaused = true;
      }),
    resume: () =>
      steer(() => {
        isPaused = false;
      }),
    step(byMs) {
      if (!isPaused) return;
      goalMs = Math.max(goalMs, byMs === undefined ? (timers.peek()?.atMs ?? goalMs) : now() + byMs);
      plan();
    },
    at(atMs, task, { background = false, label } = {}) {
      const cancel = timers.push(atMs, task, background, label);
      plan();
      return () => {
        cancel();
        if (flows()) plan();
      };
    },
    async hold(work) {
      inFlight += 1;
      try {
        return await work;
      } finally {
        inFlight -= 1;
        if (flows()) settle();
        else plan();
      }
    },
    pending: () => timers.list(),
    idle: () =>
      new Promise(resolve => {
        waiters.push(resolve);
        plan();
      }),
    stop() {
      isStopped = true;
      clearTimeout(alarm);
      waiters = [];
    },
  };
}
