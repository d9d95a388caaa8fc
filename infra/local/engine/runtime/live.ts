import type { Execution } from '../execution/execution.ts';
import type { Turn } from '../execution/turn.ts';

/** What is to be done in a turn. A ServiceFault thrown by it refuses the request and leaves everything as it was. */
export type Work = (turn: Turn) => void | Promise<void>;

interface Task {
  readonly work: Work;
  readonly done: () => void;
  readonly refused: (reason: unknown) => void;
}

/** An execution with its place in the running process. */
export interface Live {
  readonly execution: Execution;
  readonly queue: Task[];
  busy: boolean;
  /** Cancels the timer of a scope. */
  readonly timers: Map<number, () => void>;
  /** Cancels the timer that ends the execution after its time. */
  cancelDeadline?: () => void;
  readonly watchers: (() => void)[];
}

export function newLive(execution: Execution): Live {
  return { execution, queue: [], busy: false, timers: new Map(), watchers: [] };
}
