import type { Engine, ExecutionDescription } from '#infra/local/engine/api.ts';
import { createEngine } from '#infra/local/engine/engine.ts';
import type { Journal } from '#infra/local/engine/journals/journal.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import type { ObjectStore, StatusChange, TaskCall } from '#infra/local/engine/ports.ts';
import { fastClock } from '#infra/local/fast-clock.ts';

export const startMs = Date.UTC(2026, 0, 1);
const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:test';

export type Function = (payload: Json, call: TaskCall) => Json | Promise<Json>;

export interface SmallCloud {
  readonly engine: Engine;
  readonly clock: ReturnType<typeof fastClock>;
  readonly calls: TaskCall[];
  readonly objects: Map<string, string>;
  readonly statusChanges: StatusChange[];
  /** Starts an execution of the machine and answers with its ARN. */
  start(definition: JsonObject, input?: Json, name?: string): Promise<string>;
  /** Starts an execution and waits for its end. */
  run(definition: JsonObject, input?: Json): Promise<ExecutionDescription>;
  /** The types of its history, without what every execution has. */
  types(executionArn: string): string[];
  /** Does something at a virtual time. */
  after(seconds: number, work: () => unknown): void;
}

/** An engine on a fast clock, with functions in place of Lambda and a map in place of S3. */
export function smallCloud(
  functions: { readonly [name: string]: Function } = {},
  options: {
    readonly journal?: Journal;
    readonly clock?: ReturnType<typeof fastClock>;
    readonly random?: () => number;
  } = {},
): SmallCloud {
  const { clock = fastClock(startMs), journal, random } = options;
  const calls: TaskCall[] = [];
  const objects = new Map<string, string>();
  const statusChanges: StatusChange[] = [];
  const engine = createEngine({
    clock,
    objects: storeOf(objects),
    runTask: call => {
      calls.push(call);
      const { FunctionName, Payload } = call.arguments as { FunctionName: string; Payload: Json };
      return clock.hold(Promise.resolve().then(() => functions[FunctionName]?.(Payload ?? null, call) ?? null));
    },
    onStatusChange: change => void statusChanges.push(change),
    ...(journal && { journal }),
    ...(random && { random }),
  });
  const start: SmallCloud['start'] = async (definition, input = {}, name) => {
    engine.define({
      arn: machineArn,
      name: 'test',
      roleArn: 'role',
      definition: { QueryLanguage: 'JSONata', ...definition },
    });
    const request = { stateMachineArn: machineArn, input, ...(name !== undefined && { name }) };
    return (await engine.startExecution(request)).executionArn;
  };
  return {
    engine,
    clock,
    calls,
    objects,
    statusChanges,
    start,
    run: async (definition, input) => engine.finished(await start(definition, input)),
    types: arn => engine.getExecutionHistory(arn).map(event => event.type),
    after: (seconds, work) =>
      void clock.at(clock.now() + seconds * 1000, () => void clock.hold(Promise.resolve(work()))),
  };
}

function storeOf(objects: Map<string, string>): ObjectStore {
  return {
    async get(bucket, key) {
      const body = objects.get(`${bucket}/${key}`);
      if (body === undefined) throw new Error(`there is no object ${key}`);
      return new TextEncoder().encode(body);
    },
    list: async (bucket, prefix) =>
      [...objects.keys()]
        .filter(key => key.startsWith(`${bucket}/${prefix}`))
        .map(key => ({
          Key: key.slice(bucket.length + 1),
          Size: objects.get(key)?.length ?? 0,
          LastModified: startMs / 1000,
          ETag: '"e"',
        })),
    put: async (bucket, key, body) => void objects.set(`${bucket}/${key}`, body),
  };
}

/** A Task that calls a function of the small cloud. */
export function invoke(name: string, fields: JsonObject = { End: true }): JsonObject {
  const { Payload = '{% $states.input %}', ...rest } = fields;
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: name, Payload },
    ...rest,
  };
}

/** A Task that waits for its token. */
export function callback(name: string, fields: JsonObject = { End: true }): JsonObject {
  const Payload = '{% $states.context.Task.Token %}';
  return { ...invoke(name, { Payload, ...fields }), Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' };
}

export const only = (state: JsonObject): JsonObject => ({ StartAt: 'S', States: { S: state } });
