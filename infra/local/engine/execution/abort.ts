import { details } from './details.ts';
import { childrenOf, type Scope, stateOf } from './execution.ts';
import { record, type Turn } from './turn.ts';

/** States whose abortion is an event of its own. */
const abortable = new Set(['Task', 'Wait', 'Map', 'Parallel']);

/** Ends a branch or an iteration because a sibling failed: innermost first, each with its event. */
export function abort(turn: Turn, scope: Scope): void {
  if (scope.status !== 'running') return;
  abortInner(turn, scope);
  const state = stateOf(turn.execution, scope);
  if (scope.entered && abortable.has(state.type)) record(turn, scope, `${state.type}StateAborted`);
  if (scope.item !== undefined) record(turn, scope, 'MapIterationAborted', iteration(turn, 'Aborted', scope));
  scope.status = 'aborted';
  turn.touched.add(scope);
}

/** Ends whatever runs inside a scope's present state, on AWS's side of it too. */
export function abortInner(turn: Turn, scope: Scope): void {
  for (const child of childrenOf(turn.execution, scope)) if (child) abort(turn, child);
  if (scope.waiting?.kind === 'mapRun') turn.effects.push({ kind: 'abortMapRun', mapRunArn: scope.waiting.mapRunArn });
}

/** The details of a MapIteration… event. */
export function iteration(turn: Turn, event: string, scope: Scope) {
  const name = turn.execution.scopes.get(scope.parent ?? 0)?.state;
  return details.of(`mapIteration${event}`, { name, index: scope.index });
}
