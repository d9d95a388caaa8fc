import {
  addScope,
  type Execution,
  type Header,
  isRunning,
  newExecution,
  type Scope,
  stateOf,
} from '../execution/execution.ts';
import type { Effect } from '../execution/turn.ts';
import type { Journal } from '../journals/journal.ts';
import type { ChildInput, MapRunHeader } from '../maps/map-run.ts';
import { readScopes } from './documents.ts';
import { type Live, newLive } from './live.ts';
import type { Machines } from './machines.ts';
import { type MapRuns, newMapRun } from './map-runs.ts';
import type { Runtime } from './runtime.ts';
import { setDeadline, setTimer } from './timers.ts';

interface Resumption {
  readonly journal: Journal;
  readonly machines: Machines;
  readonly runtime: Runtime;
  readonly all: Map<string, Live>;
  readonly mapRuns: MapRuns;
  readonly perform: (live: Live, effect: Effect) => void;
}

/**
 * Loads what the journal holds. Every turn was durable as a whole, so each execution stands exactly where its last turn left
 * it: waiting. Timers and calls without an answer are taken up at the clock's next turn, once the caller is ready for them.
 */
export function resume({ journal, machines, runtime, all, mapRuns, perform }: Resumption): void {
  const running: Live[] = [];
  for (const { owner, document } of journal.all('execution')) {
    const header = document as Header;
    const live = newLive(newExecution(header, machines.revision(header.revisionId)));
    all.set(owner, live);
    if (header.status !== 'RUNNING') continue;
    loadScopes(journal, live.execution);
    running.push(live);
  }
  const runs = [...journal.all('mapRun')].map(({ document }) => document as MapRunHeader);
  if (runs.length > 0) loadMapRuns(runs, journal, all, mapRuns);
  if (running.length === 0) return;
  runtime.clock.at(runtime.clock.now(), () => {
    for (const live of running) goOn(runtime, live, perform);
    for (const run of mapRuns.all.values()) goOnWithMap(mapRuns, run.header, all.get(run.header.executionArn));
  });
}

export function loadScopes(journal: Journal, execution: Execution): void {
  const { arn } = execution.header;
  for (const scope of readScopes(journal, arn)) addScope(execution, scope);
  execution.lastEvent = journal.last('event', arn);
}

function loadMapRuns(
  runs: readonly MapRunHeader[],
  journal: Journal,
  all: ReadonlyMap<string, Live>,
  mapRuns: MapRuns,
): void {
  const children = Map.groupBy(
    [...all.values()].filter(live => live.execution.header.child),
    live => live.execution.header.child?.mapRunArn ?? '',
  );
  const inputs = Map.groupBy(journal.all('mapInput'), entry => entry.owner);
  for (const header of runs) {
    const pending = (inputs.get(header.arn) ?? []).map(entry => [entry.number, entry.document as ChildInput] as const);
    mapRuns.all.set(header.arn, newMapRun(header, pending, children.get(header.arn) ?? []));
  }
}

function goOn(runtime: Runtime, live: Live, perform: (live: Live, effect: Effect) => void): void {
  if (!isRunning(live.execution)) return;
  setDeadline(runtime, live);
  for (const scope of live.execution.scopes.values()) {
    if (scope.status !== 'running') continue;
    setTimer(runtime, live, scope);
    const effect = unanswered(live.execution, scope);
    if (effect) perform(live, effect);
  }
}

/** What had been asked for and not been answered. A submitted callback needs no second call; a job has to be asked about. */
function unanswered(execution: Execution, scope: Scope): Effect | undefined {
  const { waiting } = scope;
  if (waiting?.kind === 'task') {
    const state = stateOf(execution, scope);
    const isCallback = state.type === 'Task' && state.resource.integration === 'token';
    return isCallback && waiting.submitted ? undefined : { kind: 'call', scope };
  }
  if (waiting?.kind === 'mapRun' && waiting.reading) return { kind: 'readItems', scope, request: waiting.reading };
  return undefined;
}

function goOnWithMap(mapRuns: MapRuns, header: MapRunHeader, parent: Live | undefined): void {
  if (header.status !== 'RUNNING') return;
  const run = mapRuns.all.get(header.arn);
  if (run && parent && isRunning(parent.execution)) mapRuns.launch(run);
  else mapRuns.abort(header.arn);
}
