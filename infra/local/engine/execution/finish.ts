import type { Json } from '../json.ts';
import type { ExecutionStatus } from '../ports.ts';
import { details } from './details.ts';
import { rootOf } from './execution.ts';
import { type Turn, write } from './turn.ts';

type Ending =
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | {
      readonly status: 'FAILED' | 'ABORTED' | 'TIMED_OUT';
      readonly error?: string | null | undefined;
      readonly cause?: string | null | undefined;
    };

const eventTypes = { FAILED: 'Failed', ABORTED: 'Aborted', TIMED_OUT: 'TimedOut' } as const satisfies Partial<
  Record<ExecutionStatus, string>
>;

/** Ends the execution. The scopes of one that did not succeed are kept, so that it can be redriven. */
export function finish(turn: Turn, ending: Ending): void {
  const { execution } = turn;
  const root = rootOf(execution);
  if (ending.status === 'SUCCEEDED') {
    turn.header = { ...turn.header, status: ending.status, stopMs: turn.nowMs, output: ending.output };
    write(turn, 'ExecutionSucceeded', root.lastEvent, details.succeeded(ending.output), true);
    for (const scope of execution.scopes.values()) turn.dropped.add(scope);
  } else {
    const error = ending.error ?? undefined;
    const cause = ending.cause ?? undefined;
    turn.header = {
      ...turn.header,
      status: ending.status,
      stopMs: turn.nowMs,
      // Of a timeout only the event speaks (seen on AWS).
      ...(error !== undefined && ending.status !== 'TIMED_OUT' && { error }),
      ...(cause !== undefined && { cause }),
    };
    const type = eventTypes[ending.status];
    write(turn, `Execution${type}`, root.lastEvent, details.ended(type, error, cause), true);
    abandon(turn);
  }
  turn.ready.length = 0;
  turn.effects.push({ kind: 'statusChanged', header: turn.header });
}

/** What still runs ends silently with the execution. */
function abandon(turn: Turn): void {
  for (const scope of turn.execution.scopes.values()) {
    if (scope.status !== 'running') continue;
    scope.status = 'aborted';
    turn.touched.add(scope);
    if (scope.waiting?.kind === 'mapRun')
      turn.effects.push({ kind: 'abortMapRun', mapRunArn: scope.waiting.mapRunArn });
  }
}
