import type { Clock } from '../../clock.ts';
import { forgetScopes } from '../execution/execution.ts';
import { finish } from '../execution/finish.ts';
import { runReady } from '../execution/flow.ts';
import type { Effect, Turn } from '../execution/turn.ts';
import { HistoryFull, longestHistory, newTurn } from '../execution/turn.ts';
import { ServiceFault } from '../faults.ts';
import type { Journal } from '../journals/journal.ts';
import { changesOf } from './documents.ts';
import type { Live, Work } from './live.ts';
import { setTimers } from './timers.ts';

export interface Runtime {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly random: () => number;
  /** Does work in a turn of its own, after those already waiting. Resolves when the turn is durable. */
  submit(live: Live, work: Work): Promise<void>;
  /** The same where nobody waits for the turn: that the engine is closed meanwhile is no error. */
  post(live: Live, work: Work): void;
  readonly counters: { transitions: number };
  /** No turn begins after this. */
  close(): void;
}

interface RuntimePorts {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly random: () => number;
  /** Performs what a durable turn asked for. */
  readonly perform: (live: Live, effect: Effect) => void;
}

/** Runs executions turn by turn: one at a time each, durable before visible, the clock standing still meanwhile. */
export function createRuntime({ clock, journal, random, perform }: RuntimePorts): Runtime {
  const counters = { transitions: 0 };
  let closed = false;

  async function drain(live: Live): Promise<void> {
    for (let task = live.queue.shift(); task; task = live.queue.shift()) {
      try {
        if (!closed) await runTurn(live, task.work);
        if (closed) throw new ServiceFault('ServiceUnavailable', 'The engine was closed.');
        task.done();
      } catch (reason) {
        task.refused(reason);
      }
    }
    live.busy = false;
  }

  async function runTurn(live: Live, work: Work): Promise<void> {
    const turn = newTurn(live.execution, clock.now(), random);
    try {
      await work(turn);
      await runReady(turn);
    } catch (thrown) {
      if (thrown instanceof ServiceFault) throw thrown;
      finish(turn, { status: 'FAILED', error: 'States.Runtime', cause: reasonOf(thrown) });
    }
    if (closed) return;
    const durable = journal.commit(changesOf(turn));
    if (durable) await durable;
    reveal(live, turn);
  }

  function reveal(live: Live, turn: Turn): void {
    if (closed) return;
    live.execution.header = turn.header;
    counters.transitions += turn.transitions;
    setTimers(runtime, live, turn);
    if (turn.header.status === 'SUCCEEDED') forgetScopes(live.execution);
    for (const effect of turn.effects) perform(live, effect);
  }

  const runtime: Runtime = {
    clock,
    journal,
    random,
    counters,
    submit(live, work) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      live.queue.push({ work, done: resolve, refused: reject });
      if (!live.busy) {
        live.busy = true;
        void clock.hold(drain(live));
      }
      return promise;
    },
    post(live, work) {
      runtime.submit(live, work).catch(reason => {
        if (!closed) throw reason;
      });
    },
    close() {
      closed = true;
    },
  };
  return runtime;
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof HistoryFull)
    return `The execution reached the maximum number of history events (${longestHistory}).`;
  return `The local engine failed: ${(thrown as Error).stack ?? thrown}`;
}
