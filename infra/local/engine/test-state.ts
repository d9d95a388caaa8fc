import { fastClock } from '../fast-clock.ts';
import type { ExecutionDescription, HistoryEvent, TestStateRequest, TestStateResult } from './api.ts';
import type { State } from './definition/machine.ts';
import { parseMachine } from './definition/parse.ts';
import { createEngine } from './engine.ts';
import { decideRetry } from './execution/recovery.ts';
import { StateFault } from './execution/state-fault.ts';
import { ServiceFault, TaskFault } from './faults.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { EnginePorts } from './ports.ts';

/** Runs one state by itself, as TestState does: a machine of that state, with stand-ins for the states it leads to. */
export async function testState(request: TestStateRequest, ports: EnginePorts): Promise<TestStateResult> {
  const { name, state, machine } = machineAround(request);
  const clock = fastClock(ports.clock.now());
  const engine = createEngine({
    clock,
    objects: ports.objects,
    runTask: mocked(request, ports),
    ...(request.context && { givenContext: request.context }),
  });
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:test-state';
  engine.define({ arn, name: 'test-state', roleArn: request.roleArn ?? '', definition: machine });
  const { executionArn } = await engine.startExecution({ stateMachineArn: arn, input: request.input ?? {} });
  const execution = await engine.finished(executionArn);
  const history = engine.getExecutionHistory(executionArn);
  engine.close();
  return resultOf(execution, history, name, state, request.retrierRetryCount ?? 0);
}

function machineAround({ definition, stateName, variables = {} }: TestStateRequest) {
  const parsed = typeof definition === 'string' ? JSON.parse(definition) : definition;
  if (!isJsonObject(parsed))
    throw new ServiceFault('InvalidDefinition', 'Invalid State Machine Definition: expected a JSON object');
  const states = isJsonObject(parsed.States) ? parsed.States : undefined;
  const name = states ? String(stateName ?? '') : 'State';
  const source = states ? states[name] : parsed;
  if (!isJsonObject(source)) throw new ServiceFault('ValidationException', `the definition has no state '${name}'`);
  const language = source.QueryLanguage ?? parsed.QueryLanguage ?? 'JSONPath';
  const around = (inner: JsonObject): JsonObject => ({
    QueryLanguage: language,
    StartAt: 'test-state: variables',
    States: {
      ...Object.fromEntries(targetsOf(source).map(target => [target, { Type: 'Succeed' }])),
      'test-state: variables': { Type: 'Pass', Assign: { ...variables }, Next: name },
      [name]: inner,
    },
  });
  const state = parseMachine(around(source), 'STANDARD').blocks.get('')?.states.get(name) as State;
  const { Retry: _, ...once } = source;
  return { name, state, machine: around(once) };
}

function targetsOf(state: JsonObject): string[] {
  const rules = [state.Choices, state.Catch].flatMap(list => (Array.isArray(list) ? list : []));
  const exits = [state, ...rules.filter(isJsonObject)];
  return exits.flatMap(exit => [exit.Next, exit.Default]).filter(target => typeof target === 'string');
}

function mocked({ mock }: TestStateRequest, ports: EnginePorts): EnginePorts['runTask'] {
  if (!mock) return ports.runTask;
  const { errorOutput, result = {} } = mock;
  return async call => {
    if (errorOutput) throw new TaskFault(errorOutput.error, errorOutput.cause);
    if (call.integration === 'token')
      throw new ServiceFault('ValidationException', 'test a callback task as a request');
    return result;
  };
}

function resultOf(
  execution: ExecutionDescription,
  history: readonly HistoryEvent[],
  name: string,
  state: State,
  retryCount: number,
): TestStateResult {
  const about = (event: HistoryEvent | undefined): string | undefined => event?.details?.name as string | undefined;
  const exited = history.find(event => event.type.endsWith('StateExited') && about(event) === name);
  const failure = history.find(event => event.type.endsWith('Failed'))?.details as
    | { error?: string; cause?: string }
    | undefined;
  const fault = failure && new StateFault(failure.error ?? null, failure.cause);
  const failed = {
    ...(failure?.error !== undefined && { error: failure.error }),
    ...(failure?.cause !== undefined && { cause: failure.cause }),
  };
  if (
    fault &&
    'retry' in state &&
    decideRetry(
      state.retry,
      state.retry.map(() => retryCount),
      fault,
      () => 0,
    )
  ) {
    return { status: 'RETRIABLE', ...failed };
  }
  if (!exited) return { status: 'FAILED', error: execution.error ?? '', cause: execution.cause ?? '' };
  const nextState = about(history.find(event => event.id > exited.id && event.type.endsWith('StateEntered')));
  const assigned = exited.details?.assignedVariables as { [name: string]: string } | undefined;
  return {
    status: fault ? 'CAUGHT_ERROR' : 'SUCCEEDED',
    output: JSON.parse(String(exited.details?.output)) as Json,
    ...failed,
    ...(nextState !== undefined && { nextState }),
    ...(assigned && {
      variables: Object.fromEntries(Object.entries(assigned).map(([key, text]) => [key, JSON.parse(text)])),
    }),
  };
}
