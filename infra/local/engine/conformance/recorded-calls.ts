import { TaskFault } from '../faults.ts';
import type { Json } from '../json.ts';
import type { TaskCall } from '../ports.ts';
import { matches } from './matches.ts';
import type { RecordedTask } from './row.ts';

interface RecordedCalls {
  /** Answers a call as AWS recorded it. What never answered does not answer here: the clock brings its timeout. */
  answer(call: TaskCall, callbacks: Callbacks): Promise<Json>;
  /** What went wrong: arguments that differ, calls that were not recorded or never made. */
  complaints(): { readonly calls: string[]; readonly arguments: string[] };
}

/** Callbacks come after the submission was taken in. */
interface Callbacks {
  succeed(taskToken: string, output: Json): void;
  fail(taskToken: string, error: string | undefined, cause: string | undefined): void;
}

const never = new Promise<never>(() => {});

/** The recorded task calls of an execution, by state, in the order they were scheduled. */
export function recordedCalls(tasks: readonly RecordedTask[]): RecordedCalls {
  const queues = Map.groupBy(tasks, task => task.state);
  const unexpected: string[] = [];
  const differing: string[] = [];

  function take(call: TaskCall): RecordedTask | undefined {
    const queue = queues.get(call.stateName) ?? [];
    const fitting = queue.findIndex(task => task.input === undefined || matches(task.input, call.arguments));
    const [task] = queue.splice(Math.max(fitting, 0), 1);
    if (!task) unexpected.push(`the state '${call.stateName}' made a call that was not recorded`);
    else if (fitting < 0)
      differing.push(
        `the state '${call.stateName}' called with ${JSON.stringify(call.arguments)}, recorded was ${JSON.stringify(task.input)}`,
      );
    return task;
  }

  return {
    async answer(call, callbacks) {
      const task = take(call);
      if (!task) throw new TaskFault('Replay.UnexpectedCall', call.stateName);
      if (call.integration === 'token') return answerCallback(task, call.taskToken ?? '', callbacks);
      if (call.integration === 'sync') call.submitted(task.submitted ?? null);
      return settle(task);
    },
    complaints() {
      const missing = [...queues].flatMap(([state, queue]) =>
        queue.map(() => `the state '${state}' did not make a recorded call`),
      );
      return { calls: [...unexpected, ...missing], arguments: differing };
    },
  };
}

function answerCallback(task: RecordedTask, taskToken: string, callbacks: Callbacks): Promise<Json> {
  if (task.submitted === undefined && task.outcome?.endsWith('Failed')) return settle(task);
  if (task.submitted === undefined && task.outcome?.endsWith('TimedOut')) return never;
  if (!task.outcome) callbacks.succeed(taskToken, task.result ?? null);
  else if (task.outcome.endsWith('Failed')) callbacks.fail(taskToken, task.error ?? undefined, causeText(task));
  return Promise.resolve(task.submitted ?? null);
}

async function settle(task: RecordedTask): Promise<Json> {
  if (!task.outcome) return task.result ?? null;
  if (task.outcome.endsWith('TimedOut')) return never;
  throw new TaskFault(task.error ?? null, causeText(task) ?? null);
}

function causeText({ cause }: RecordedTask): string | undefined {
  if (cause === null || cause === undefined) return undefined;
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
