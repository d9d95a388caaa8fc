import { details } from '../execution/details.ts';
import { addScope, type Header, isRunning, newExecution, rootOf } from '../execution/execution.ts';
import { finish } from '../execution/finish.ts';
import { firstScope, start } from '../execution/flow.ts';
import { type Effect, write } from '../execution/turn.ts';
import { ServiceFault } from '../faults.ts';
import type { Journal } from '../journals/journal.ts';
import type { EnginePorts } from '../ports.ts';
import { callTask, childRefusal, objectsFor, readMapItems } from './calls.ts';
import { redriveObstacle, statusChangeOf } from './describe.ts';
import { type Live, newLive, type Work } from './live.ts';
import type { Machines } from './machines.ts';
import { createMapRuns, type MapRun, type MapRuns, newMapRun } from './map-runs.ts';
import { loadScopes, resume } from './resume.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { cancelTimers, setDeadline } from './timers.ts';

export interface Executions {
  readonly runtime: Runtime;
  readonly mapRuns: MapRuns;
  readonly all: ReadonlyMap<string, Live>;
  get(executionArn: string): Live;
  mapRun(mapRunArn: string): MapRun;
  headers(): Iterable<Header>;
  /** Resolves when the start is durable. */
  start(header: Header): Promise<void>;
  /** Answers with the time of the redrive. */
  redrive(live: Live): Promise<number>;
  close(): void;
}

interface ExecutionsPorts {
  readonly ports: EnginePorts;
  readonly journal: Journal;
  readonly random: () => number;
  readonly machines: Machines;
}

/** All executions of the engine, and what happens around their turns. */
export function createExecutions({ ports, journal, random, machines }: ExecutionsPorts): Executions {
  const { clock } = ports;
  const all = new Map<string, Live>();

  const effects: { readonly [K in Effect['kind']]: (live: Live, effect: Extract<Effect, { kind: K }>) => void } = {
    call: (live, { scope }) => callTask(runtime, ports, live, scope),
    readItems: (live, { scope, request }) => readMapItems(runtime, ports, live, scope, request),
    runMap: (_live, { header, inputs }) => mapRuns.launch(newMapRun(header, inputs.entries(), [])),
    abortMapRun: (_live, { mapRunArn }) => mapRuns.abort(mapRunArn),
    redriveMapRun: (_live, { mapRunArn }) => mapRuns.redrive(mapRunArn),
    statusChanged,
  };
  const perform = (live: Live, effect: Effect): void => effects[effect.kind](live, effect as never);
  const runtime = createRuntime({
    clock,
    journal,
    random,
    perform,
  });
  const mapRuns = createMapRuns({
    runtime,
    objectsFor: parent => objectsFor(ports, parent),
    refusal: (parent, action, resource) => childRefusal(ports, parent, action, resource),
    executions: all,
    startChild(header) {
      const { live, starting } = begin(header);
      runtime.post(live, starting);
      return live;
    },
    stop,
    // One that can no longer be redriven stays as it ended.
    redriveChild: child => void redrive(child).catch(() => mapRuns.childEnded(child.execution.header)),
  });

  function statusChanged(live: Live, { header }: { readonly header: Header }): void {
    if (header.status !== 'RUNNING') {
      for (const watcher of live.watchers.splice(0)) watcher();
      if (header.child) mapRuns.childEnded(header);
    }
    // AWS reports Standard executions, and not a Distributed Map's children.
    if (!header.child && header.type === 'STANDARD') ports.onStatusChange?.(statusChangeOf(header, clock.now()));
  }

  function get(executionArn: string): Live {
    const live = all.get(executionArn);
    if (!live) throw new ServiceFault('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    return live;
  }

  function begin(header: Header): { live: Live; starting: Work } {
    const live = newLive(newExecution(header, machines.revision(header.revisionId), ports.givenContext));
    addScope(live.execution, firstScope(live.execution));
    all.set(header.arn, live);
    setDeadline(runtime, live);
    const starting: Work = turn => {
      if (header.child)
        turn.changes.push({ kind: 'mapInput', owner: header.child.mapRunArn, number: header.child.index });
      start(turn);
    };
    return { live, starting };
  }

  function stop(live: Live): void {
    runtime.post(live, turn => {
      if (isRunning(live.execution)) finish(turn, { status: 'ABORTED' });
    });
  }

  async function redrive(live: Live): Promise<number> {
    if (live.execution.scopes.size === 0) loadScopes(journal, live.execution);
    await runtime.submit(live, turn => {
      const { stopMs: _stopMs, error: _error, cause: _cause, ...header } = turn.header;
      const obstacle = redriveObstacle(turn.header, turn.nowMs);
      if (obstacle) throw new ServiceFault('ExecutionNotRedrivable', obstacle);
      const redriveCount = header.redriveCount + 1;
      turn.header = { ...header, status: 'RUNNING', redriveCount, redriveMs: turn.nowMs };
      const root = rootOf(live.execution);
      root.status = 'running';
      root.lastEvent = write(
        turn,
        'ExecutionRedriven',
        live.execution.lastEvent,
        details.of('executionRedriven', { redriveCount }),
      );
      turn.ready.push(root);
      turn.effects.push({ kind: 'statusChanged', header: turn.header });
    });
    setDeadline(runtime, live);
    return live.execution.header.redriveMs ?? clock.now();
  }

  resume({ journal, machines, runtime, all, mapRuns, perform });

  return {
    runtime,
    mapRuns,
    all,
    get,
    mapRun(mapRunArn) {
      const run = mapRuns.all.get(mapRunArn);
      if (!run) throw new ServiceFault('ResourceNotFound', `Resource not found: '${mapRunArn}'`);
      return run;
    },
    *headers() {
      for (const live of all.values()) yield live.execution.header;
    },
    start(header) {
      const { live, starting } = begin(header);
      return runtime.submit(live, starting);
    },
    redrive,
    close() {
      runtime.close();
      for (const live of all.values()) cancelTimers(live);
      journal.close();
    },
  };
}
