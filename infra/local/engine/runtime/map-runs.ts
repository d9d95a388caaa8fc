import { type Header, isRunning } from '../execution/execution.ts';
import { answer } from '../execution/flow.ts';
import { StateFault } from '../execution/state-fault.ts';
import type { Json } from '../json.ts';
import type { ChildInput, MapRunHeader } from '../maps/map-run.ts';
import { type Child, resultOf } from '../maps/results.ts';
import { isBreached } from '../maps/tolerance.ts';
import type { ChildAction, ObjectStore } from '../ports.ts';
import { faultOf, isWaiting } from './calls.ts';
import { mapRunChange } from './documents.ts';
import { childHeader } from './headers.ts';
import type { Live } from './live.ts';
import type { Runtime } from './runtime.ts';

/** A Map Run in the running process. */
export interface MapRun {
  readonly header: MapRunHeader;
  /** Inputs of children that have not started yet. */
  readonly pending: Map<number, ChildInput>;
  readonly children: Map<number, Live>;
  running: number;
  failedItems: number;
  /** Why it fails, once it does; its children are being stopped. */
  fault?: StateFault;
  concluded: boolean;
}

export interface MapRuns {
  readonly all: Map<string, MapRun>;
  launch(run: MapRun): void;
  childEnded(child: Header): void;
  abort(mapRunArn: string): void;
  redrive(mapRunArn: string): void;
}

interface MapRunPorts {
  readonly runtime: Runtime;
  readonly objectsFor: (parent: Live) => ObjectStore;
  /** Why the parent's role may not do this with a child. */
  readonly refusal: (parent: Live, action: ChildAction, resource: string) => StateFault | undefined;
  readonly executions: ReadonlyMap<string, Live>;
  readonly startChild: (child: Header) => Live;
  readonly stop: (child: Live) => void;
  readonly redriveChild: (child: Live) => void;
}

export function newMapRun(
  header: MapRunHeader,
  inputs: Iterable<readonly [number, ChildInput]>,
  children: Iterable<Live>,
): MapRun {
  const run: MapRun = {
    header,
    pending: new Map(inputs),
    children: new Map(),
    running: 0,
    failedItems: 0,
    concluded: false,
  };
  for (const child of children) run.children.set(child.execution.header.child?.index ?? 0, child);
  recount(run);
  return run;
}

function recount(run: MapRun): void {
  run.running = 0;
  run.failedItems = 0;
  for (const { execution } of run.children.values()) {
    const child = execution.header;
    if (child.status === 'RUNNING') run.running += 1;
    else if (child.status !== 'SUCCEEDED') run.failedItems += child.child?.itemCount ?? 1;
  }
}

/** Starts children as concurrency allows, counts failures, and gives the parent its result. */
export function createMapRuns({
  runtime,
  objectsFor,
  refusal,
  executions,
  startChild,
  stop,
  redriveChild,
}: MapRunPorts): MapRuns {
  const all = new Map<string, MapRun>();

  function advance(run: MapRun): void {
    const parent = executions.get(run.header.executionArn);
    if (!parent || run.header.status !== 'RUNNING') return;
    if (run.pending.size > 0) failIf(run, refusal(parent, 'StartExecution', parent.execution.header.machineArn));
    for (const [index, { input, itemCount }] of run.pending) {
      if (run.fault || run.running >= run.header.maxConcurrency) break;
      run.pending.delete(index);
      run.running += 1;
      const header = childHeader(run.header, parent.execution.header, index, input, itemCount, runtime);
      run.children.set(index, startChild(header));
    }
    if (run.running === 0 && !run.concluded) conclude(run, parent);
  }

  function conclude(run: MapRun, parent: Live): void {
    run.concluded = true;
    const children = Array.from({ length: run.header.children }, (_, index): Child => {
      const child = run.children.get(index);
      return child ? { header: child.execution.header } : { pending: run.pending.get(index)?.input ?? null };
    });
    void runtime.clock.hold(
      resultOf(objectsFor(parent), run.header, children).then(
        result => tellParent(run, parent, result, run.fault),
        thrown => tellParent(run, parent, null, new StateFault('States.ResultWriterFailed', faultOf(thrown).message)),
      ),
    );
  }

  function tellParent(run: MapRun, parent: Live, result: Json, fault?: StateFault): void {
    const scope = parent.execution.scopes.get(run.header.scopeId);
    runtime.post(parent, turn => {
      if (!scope || !isWaiting(parent, scope, run.header.attempt)) return;
      run.header.status = fault ? 'FAILED' : 'SUCCEEDED';
      run.header.stopMs = turn.nowMs;
      run.header.resultsWritten = run.header.writer?.bucket === undefined ? 0 : run.children.size;
      turn.changes.push(mapRunChange(run.header));
      return answer(turn, scope, fault ? { kind: 'fault', fault } : { kind: 'result', result });
    });
  }

  function failIf(run: MapRun, fault: StateFault | undefined): void {
    if (!fault || run.fault) return;
    run.fault = fault;
    stopChildren(run);
  }

  function stopChildren(run: MapRun): void {
    for (const child of run.children.values())
      if (isRunning(child.execution) && !refusalOf(run, 'StopExecution', child.execution.header)) stop(child);
  }

  function refusalOf(run: MapRun, action: ChildAction, { arn }: Header): StateFault | undefined {
    const parent = executions.get(run.header.executionArn);
    return parent && refusal(parent, action, arn);
  }

  /** A Standard child goes on where it failed; an Express one runs anew. */
  function takeUp(run: MapRun, index: number, child: Live): void {
    const { type, input, child: place } = child.execution.header;
    if (type === 'EXPRESS') {
      run.children.delete(index);
      run.pending.set(index, { input, itemCount: place?.itemCount ?? 1 });
    } else {
      failIf(run, refusalOf(run, 'RedriveExecution', child.execution.header));
      if (run.fault) return;
      run.running += 1;
      redriveChild(child);
    }
  }

  return {
    all,
    launch(run) {
      all.set(run.header.arn, run);
      advance(run);
    },
    childEnded(child) {
      const run = all.get(child.child?.mapRunArn ?? '');
      if (run?.header.status !== 'RUNNING') return;
      run.running -= 1;
      if (child.status !== 'SUCCEEDED') run.failedItems += child.child?.itemCount ?? 1;
      failIf(run, refusalOf(run, 'DescribeExecution', child));
      if (isBreached(run.header, run.failedItems))
        failIf(
          run,
          new StateFault(
            'States.ExceedToleratedFailureThreshold',
            'The specified tolerated failure threshold was exceeded',
          ),
        );
      advance(run);
    },
    abort(mapRunArn) {
      const run = all.get(mapRunArn);
      if (run?.header.status !== 'RUNNING') return;
      run.header.status = 'ABORTED';
      run.header.stopMs = runtime.clock.now();
      runtime.journal.commit([mapRunChange(run.header)]);
      stopChildren(run);
    },
    redrive(mapRunArn) {
      const run = all.get(mapRunArn);
      if (!run) return;
      run.header.status = 'RUNNING';
      run.header.redriveCount += 1;
      run.header.redriveMs = runtime.clock.now();
      delete run.header.stopMs;
      delete run.fault;
      run.concluded = false;
      runtime.journal.commit([mapRunChange(run.header)]);
      const again = [...run.children].filter(([, { execution }]) => execution.header.status !== 'SUCCEEDED');
      run.failedItems = 0;
      run.running = 0;
      for (const [index, child] of again) takeUp(run, index, child);
      advance(run);
    },
  };
}
