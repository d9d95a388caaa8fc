import type { MapState } from '../definition/machine.ts';
import { iteration } from '../execution/abort.ts';
import type { Behaviour } from '../execution/behaviour.ts';
import { details } from '../execution/details.ts';
import { addScope, childrenOf, type Scope } from '../execution/execution.ts';
import { mapItem, surroundingsOf } from '../execution/surroundings.ts';
import { record, type Turn, write } from '../execution/turn.ts';
import { fill } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { after, type Maybe } from '../maybe.ts';
import { dropChildren, firstChildScope, takeUpChildren, waitingForChildren } from './children.ts';
import { integer, mapItems } from './map-fields.ts';

/** Iterations of an inline Map that run at once, at most. */
const mostConcurrent = 40;

export const inlineMap: Behaviour<MapState> = {
  async begin(turn, scope, state) {
    dropChildren(turn, scope);
    const items = await mapItems(turn, scope, state);
    const wanted = await integer(state.maxConcurrency, 'MaxConcurrency', surroundingsOf(turn, scope, state), 0);
    const concurrency = Math.min(wanted || mostConcurrent, mostConcurrent);
    const startedEvent = record(
      turn,
      scope,
      'MapStateStarted',
      details.of('mapStateStarted', { length: items.length }),
    );
    scope.waiting = { kind: 'children', total: items.length, concurrency, startedEvent, items };
    if (items.length === 0) return succeed(turn, scope, state);
    for (let started = 0; started < Math.min(concurrency, items.length); started += 1)
      await iterate(turn, scope, state, started);
    return 'waiting';
  },

  childEnded(turn, scope, state, child, fault) {
    const waiting = waitingForChildren(scope);
    if (!waiting) return 'waiting';
    scope.lastEvent = child.lastEvent;
    const type = fault ? 'Failed' : 'Succeeded';
    const id = write(turn, `MapIteration${type}`, child.lastEvent, iteration(turn, type, child));
    if (fault) throw fault;
    scope.lastEvent = id;
    const started = childrenOf(turn.execution, scope).length;
    if (started < waiting.total) return after(iterate(turn, scope, state, started), () => 'waiting' as const);
    if (childrenOf(turn.execution, scope).every(other => other.status === 'succeeded'))
      return succeed(turn, scope, state);
    return 'waiting';
  },

  async redriven(turn, scope, state) {
    return waitingForChildren(scope) ? takeUpChildren(turn, scope) : inlineMap.begin(turn, scope, state);
  },
};

function iterate(turn: Turn, scope: Scope, state: MapState, index: number): Maybe<void> {
  const item = waitingForChildren(scope)?.items?.[index] ?? null;
  const input = state.itemSelector
    ? fill(state.itemSelector, 'ItemSelector', surroundingsOf(turn, scope, state, { mapItem: mapItem(index, item) }))
    : item;
  return after(input, selected => startIteration(turn, scope, state, { index, item, input: selected }));
}

function startIteration(
  turn: Turn,
  scope: Scope,
  state: MapState,
  one: { index: number; item: Json; input: Json },
): void {
  const child = addScope(turn.execution, firstChildScope(turn, scope, { block: state.processor, ...one }));
  child.lastEvent = waitingForChildren(scope)?.startedEvent ?? scope.lastEvent;
  record(turn, child, 'MapIterationStarted', iteration(turn, 'Started', child));
  turn.ready.push(child);
}

function succeed(turn: Turn, scope: Scope, state: MapState) {
  const result: Json[] = childrenOf(turn.execution, scope).map(child => child.output ?? null);
  write(turn, 'MapStateSucceeded', scope.lastEvent);
  dropChildren(turn, scope);
  return { exit: state, result };
}
