import type { Engine } from '../engine/api.ts';
import { parseMachine } from '../engine/definition/parse.ts';
import { ServiceFault } from '../engine/faults.ts';
import { isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import { AwsError } from './aws-protocol.ts';
import { parseJson, type requests } from './step-functions-requests.ts';

/** ValidateStateMachineDefinition. */
export function validate(definition: string, type: 'STANDARD' | 'EXPRESS'): object {
  try {
    parseMachine(definition, type);
    return { result: 'OK', diagnostics: [], truncated: false };
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error;
    const diagnostic = { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: error.message };
    return { result: 'FAIL', diagnostics: [diagnostic], truncated: false };
  }
}

/** TestState: one state by itself, its task mocked or really called. */
export async function testState(
  engine: Engine,
  request: ReturnType<(typeof requests)['TestState']['parse']>,
): Promise<object> {
  const { definition, stateName, roleArn, input = '{}', variables, context, mock, stateConfiguration } = request;
  const json = (text: string): Json => parseJson(text, 'ValidationException', 'Invalid JSON');
  const result = await engine.testState({
    definition: json(definition),
    input: json(input),
    ...(stateName !== undefined && { stateName }),
    ...(roleArn !== undefined && { roleArn }),
    ...(variables !== undefined && { variables: json(variables) as { [name: string]: Json } }),
    ...(context !== undefined && { context: contextOf(json(context)) }),
    ...(mock && {
      mock: {
        ...(mock.result !== undefined && { result: json(mock.result) }),
        ...(mock.errorOutput && { errorOutput: mock.errorOutput }),
      },
    }),
    ...(stateConfiguration?.retrierRetryCount !== undefined && {
      retrierRetryCount: stateConfiguration.retrierRetryCount,
    }),
  });
  return { ...result, ...(result.output !== undefined && { output: JSON.stringify(result.output) }) };
}

function contextOf(given: Json): JsonObject {
  if (isJsonObject(given)) return given;
  throw new AwsError('ValidationException', 'The context must be a JSON object.');
}
