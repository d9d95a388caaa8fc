import { fastClock } from '../../fast-clock.ts';
import type { Engine, ExecutionDescription, HistoryEvent, StartRequest } from '../api.ts';
import { createEngine } from '../engine.ts';
import type { Json } from '../json.ts';
import type { ObjectStore } from '../ports.ts';
import { matches } from './matches.ts';
import { recordedCalls } from './recorded-calls.ts';
import type { RecordedRow } from './row.ts';

/** How far an execution came out as recorded; each list names what differs. */
export interface Replay {
  readonly result: string[];
  readonly cause: string[];
  readonly history: string[];
  readonly arguments: string[];
}

const account = 'us-east-1:111111111111';
const arn = `arn:aws:states:${account}:stateMachine:recorded`;
/** Before the times that recorded inputs wait for, and less than an execution's longest year away from them. */
const startMs = Date.UTC(2026, 10, 1);

/** Runs a recorded row on a fresh interpreter and a virtual clock. */
export async function replay(row: RecordedRow): Promise<Replay> {
  const asynchronous = await replayAs(row, false);
  if (row.workflowType === 'STANDARD' || asynchronous.result.length === 0) return asynchronous;
  // A recording does not say whether an Express execution was started synchronously.
  const synchronous = await replayAs(row, true);
  return synchronous.result.length === 0 ? synchronous : asynchronous;
}

async function replayAs(row: RecordedRow, synchronous: boolean): Promise<Replay> {
  const clock = fastClock(startMs);
  const calls = recordedCalls(row.tasks ?? []);
  const afterwards = (work: () => Promise<void>) => void clock.hold(new Promise(setImmediate).then(work));
  const engine = createEngine({
    clock,
    objects: recordedObjects(row),
    runTask: call =>
      calls.answer(call, {
        succeed: (taskToken, output) => afterwards(() => engine.sendTaskSuccess({ taskToken, output })),
        fail: (taskToken, error, cause) =>
          afterwards(() =>
            engine.sendTaskFailure({
              taskToken,
              ...(error !== undefined && { error }),
              ...(cause !== undefined && { cause }),
            }),
          ),
      }),
  });
  try {
    engine.define({
      arn,
      name: 'recorded',
      roleArn: 'arn:aws:iam::111111111111:role/recorded',
      type: row.workflowType,
      definition: row.definition,
    });
    const request = { stateMachineArn: arn, input: row.input };
    const execution = synchronous ? await engine.startSyncExecution(request) : await runToEnd(engine, request, row);
    return compare(row, execution, engine.getExecutionHistory(execution.executionArn), calls.complaints());
  } catch (error) {
    return { result: [`the replay failed: ${(error as Error).message}`], cause: [], history: [], arguments: [] };
  } finally {
    engine.close();
    clock.stop();
  }
}

/** An execution recorded as aborted was stopped while it waited. */
async function runToEnd(
  engine: Engine,
  request: StartRequest,
  { expected }: RecordedRow,
): Promise<ExecutionDescription> {
  const { executionArn } = await engine.startExecution(request);
  if (expected.status === 'ABORTED') await engine.stopExecution({ executionArn });
  return engine.finished(executionArn);
}

function recordedObjects({ s3 = [] }: RecordedRow): ObjectStore {
  const find = (key: string) => s3.find(object => object.Key === key);
  return {
    async get(_bucket, key) {
      const object = find(key);
      if (!object) throw new Error(`no object ${key} was recorded`);
      return new TextEncoder().encode(object.Body);
    },
    list: async () =>
      s3.map(({ Key, Body }) => ({ Key, Size: Buffer.byteLength(Body), LastModified: startMs / 1000, ETag: '' })),
    put: async () => {},
  };
}

function compare(
  { expected, events, eventTypes }: RecordedRow,
  execution: ExecutionDescription,
  history: readonly HistoryEvent[],
  complaints: { readonly calls: string[]; readonly arguments: string[] },
): Replay {
  const result: string[] = [...complaints.calls];
  const error = execution.error ?? (history.at(-1)?.details?.error as string | undefined);
  check(result, 'status', expected.status, execution.status);
  if (expected.error !== undefined) check(result, 'error', expected.error, error);
  if (expected.status === 'SUCCEEDED') check(result, 'output', expected.output, execution.output);
  const cause: string[] = [];
  if (expected.cause !== undefined) check(cause, 'cause', expected.cause, execution.cause);
  return { result, cause, history: compareHistories(events, eventTypes, history), arguments: complaints.arguments };
}

function check(differences: string[], what: string, recorded: Json | undefined, actual: Json | undefined): void {
  if (!matches(recorded, actual))
    differences.push(`${what} is ${JSON.stringify(actual)}, recorded was ${JSON.stringify(recorded)}`);
}

function compareHistories(
  events: RecordedRow['events'],
  eventTypes: RecordedRow['eventTypes'],
  history: readonly HistoryEvent[],
): string[] {
  const actual = history.map(event => event.type);
  if (events)
    return differing(
      events.map(event => event.type),
      actual,
    );
  if (!eventTypes) return [];
  // The recorder sorted the events of these rows and dropped how a Parallel ended.
  const kept = (types: readonly string[]) =>
    types.filter(type => !/^ParallelState(Succeeded|Failed)$/.test(type)).sort();
  return differing(kept(eventTypes), kept(actual));
}

function differing(recorded: readonly string[], actual: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(recorded.length, actual.length) }, (_, index) => index).find(
    index => recorded[index] !== actual[index],
  );
  return at === undefined ? [] : [`event ${at + 1} is ${actual[at]}, recorded was ${recorded[at]}`];
}
