import { details } from './details.ts';
import { childrenOf, type Scope, stateOf } from './execution.ts';
import { type Turn, write } from './turn.ts';

/** States whose abortion is an event of its own. */
const abortable = new Set(['Task', 'Wait', 'Map', 'Parallel']);

/**
 * Ends whatever runs inside a scope's failed state, on AWS's side of it too: each with its events, innermost first. All of them
 * follow the event that failed, and the Task that did is the last (recorded).
 */
export function abortInner(turn: Turn, scope: Scope, failure: number): void {
  const children = childrenOf(turn.execution, scope).filter(Boolean);
  for (const child of children) abort(turn, child, failure);
  // Children of a state that waits for its retry were closed when they failed.
  if (scope.waiting?.kind === 'children') for (const child of children) closeFailedTask(turn, child, failure);
  if (scope.waiting?.kind === 'mapRun') turn.effects.push({ kind: 'abortMapRun', mapRunArn: scope.waiting.mapRunArn });
}

/** Ends a branch or an iteration because a sibling failed. */
function abort(turn: Turn, scope: Scope, failure: number): void {
  if (scope.status !== 'running') return;
  abortInner(turn, scope, failure);
  const state = stateOf(turn.execution, scope);
  if (scope.entered && abortable.has(state.type)) write(turn, `${state.type}StateAborted`, failure);
  if (scope.item !== undefined) write(turn, 'MapIterationAborted', failure, iteration(turn, 'Aborted', scope));
  scope.status = 'aborted';
  turn.touched.add(scope);
}

/** A Map or Parallel has a Failed event of its own. A Task has none, and was never left. */
function closeFailedTask(turn: Turn, scope: Scope, failure: number): void {
  const failedInTask = scope.status === 'failed' && stateOf(turn.execution, scope).type === 'Task';
  if (failedInTask) write(turn, 'TaskStateAborted', failure);
}

/** The details of a MapIteration… event. */
export function iteration(turn: Turn, event: string, scope: Scope) {
  const name = turn.execution.scopes.get(scope.parent ?? 0)?.state;
  return details.of(`mapIteration${event}`, { name, index: scope.index });
}
