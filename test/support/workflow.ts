import type { MachineName } from '#infra/aws/names.ts';
import { definitionOf } from '#infra/aws/workflows.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { Engine, ExecutionDescription } from '#infra/local/engine/api.ts';
import { createEngine } from '#infra/local/engine/engine.ts';
import { TaskFault } from '#infra/local/engine/faults.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import type { TaskCall } from '#infra/local/engine/ports.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import type { FunctionName } from '#shared/contracts/functions.ts';

/** What a function of the script is called with: its payload, plus what a person or a later event would use. */
export interface Called {
  readonly payload: JsonObject;
  /** Completes this step's token after so many hours. */
  readonly completeAfterHours: (hours: number, output: Json) => void;
  /** Stops the whole execution after so many hours, as the API's cancel does. */
  readonly cancelAfterHours: (hours: number) => void;
  /** How often the function was called before. */
  readonly before: number;
}

export type Script = Partial<Record<FunctionName, (called: Called) => Json>>;

/** A named fault, as a Lambda function reports it. */
export const fault = (name: string, message: string) =>
  new TaskFault(name, JSON.stringify({ errorType: name, errorMessage: message, trace: [] }));

export interface Played {
  readonly execution: ExecutionDescription;
  readonly engine: Engine;
  readonly clock: Clock;
  /** Payloads a function was called with, in order. */
  calls(name: FunctionName): JsonObject[];
  /** Names of the states that the execution and its children entered, children after their parent. */
  readonly entered: readonly string[];
}

export const startMs = Date.parse('2026-12-01T06:00:00.000Z');
export const daysLater = (days: number) => new Date(startMs + days * 86_400_000).toISOString();

/** Runs the synthesized state machine on virtual time; functions answer as the script says. */
export async function play(
  name: MachineName,
  { input, script, files = {} }: { input: Json; script: Script; files?: Readonly<Record<string, readonly Json[]>> },
): Promise<Played> {
  const clock = fastClock(startMs);
  const machine = `groundswell-test-${name}`;
  const arn = `arn:aws:states:us-east-1:111111111111:stateMachine:${machine}`;
  const executionArn = `arn:aws:states:us-east-1:111111111111:execution:${machine}:c1`;
  const made: { name: string; payload: JsonObject }[] = [];

  const runTask = async ({ arguments: given, taskToken }: TaskCall): Promise<Json> => {
    const { FunctionName: arn, Payload: payload } = given as { FunctionName: string; Payload: JsonObject };
    const called = arn.split(':').at(-1) as FunctionName;
    const before = made.filter(call => call.name === called).length;
    made.push({ name: called, payload });
    const answer = script[called];
    if (!answer) throw new Error(`The script does not say what ${called} answers.`);
    const completeAfterHours = (hours: number, output: Json) => {
      clock.at(clock.now() + hours * 3_600_000, () => {
        void engine.sendTaskSuccess({ taskToken: taskToken ?? '', output }).catch(() => undefined);
      });
    };
    const cancelAfterHours = (hours: number) => {
      clock.at(clock.now() + hours * 3_600_000, () => void engine.stopExecution({ executionArn }));
    };
    return { StatusCode: 200, Payload: answer({ payload, completeAfterHours, cancelAfterHours, before }) };
  };

  const engine = createEngine({
    clock,
    runTask: call => clock.hold(runTask(call)),
    objects: {
      get: async (_bucket, key) =>
        new TextEncoder().encode((files[key] ?? []).map(item => `${JSON.stringify(item)}\n`).join('')),
      list: async () => [],
      put: async () => undefined,
    },
  });
  engine.define({
    arn,
    name: machine,
    roleArn: 'arn:aws:iam::111111111111:role/test',
    definition: definitionOf(name) as Json,
  });
  await engine.startExecution({ stateMachineArn: arn, name: 'c1', input });
  const execution = await engine.finished(executionArn);
  return {
    execution,
    engine,
    clock,
    calls: wanted => made.filter(call => call.name === wanted).map(call => call.payload),
    entered: statesEntered(engine, executionArn),
  };
}

function statesEntered(engine: Engine, executionArn: string): string[] {
  const own = engine
    .getExecutionHistory(executionArn)
    .filter(event => event.type.endsWith('StateEntered'))
    .map(event => String(event.details?.name));
  const children = engine
    .listMapRuns(executionArn)
    .flatMap(({ mapRunArn }) => engine.listExecutions({ mapRunArn }))
    .flatMap(child => statesEntered(engine, child.executionArn));
  return [...own, ...children];
}
