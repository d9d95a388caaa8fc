/**
 * Time for the local cloud. Everything that waits (a Wait state, a schedule, a timeout, a person who answers next Tuesday)
 * sets a timer here, so that one switch decides whether six weeks take six weeks or a few seconds.
 *
 * - `real`: the wall clock.
 * - `fast`: virtual time. It stands still while anything is in flight and then jumps to the next timer, or runs at a pace of
 *   its own; see `steerable-clock.ts`.
 */
export interface Clock {
  readonly mode: 'real' | 'fast';
  /** Milliseconds since the epoch, in this cloud's time. */
  now(): number;
  /** Runs `task` once at `atMs` (at once if that has passed). The answer cancels it. Tasks due together start in order of setting. */
  at(atMs: number, task: () => void, options?: TimerOptions): () => void;
  /** Holds virtual time still until `work` has settled. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Timers not yet fired, soonest first. */
  pending(): readonly PendingTimer[];
  /** Resolves when nothing is in flight and no timer is left but those in the background. */
  idle(): Promise<void>;
  /** Fires no further timer. */
  stop(): void;
}

export interface TimerOptions {
  /**
   * Does not move virtual time by itself, and fires only on the way to a timer that does. For schedules: an hourly job would
   * otherwise drive an idle cloud through the years.
   */
  readonly background?: boolean;
  /** What it waits for, in a person's words. Called when somebody looks. */
  readonly label?: () => string;
}

export interface PendingTimer {
  readonly atMs: number;
  readonly background: boolean;
  readonly label?: (() => string) | undefined;
}
