import type { Engine } from '../../engine/api.ts';
import { ServiceFault, TaskFault } from '../../engine/faults.ts';
import type { Json } from '../../engine/json.ts';
import type { RunTask, TaskCall } from '../../engine/ports.ts';
import { AwsError } from '../aws-protocol.ts';
import type { InvokeResult, Lambda } from '../lambda/lambda.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { type PutEvents, putEvents } from './put-events.ts';
import { callerOf, startExecution } from './start-execution.ts';

export interface TaskSurroundings {
  readonly engine: () => Engine;
  readonly lambda: Lambda;
  readonly permissions: Permissions;
  readonly putEvents: PutEvents;
}

type Perform = (call: TaskCall) => Promise<Json>;

/** What the Task states of the template may call. */
export function createRunTask(surroundings: TaskSurroundings): RunTask {
  const integrations: Readonly<Record<string, Perform>> = {
    'lambda:invoke': call => invokeFunction(surroundings, call),
    'events:putEvents': call => putEvents(surroundings.putEvents, surroundings.permissions, call),
    'states:startExecution': call => startExecution(surroundings.engine(), surroundings.permissions, call),
  };
  return async call => {
    const name = call.resource.replace(/^arn:aws:states:[^:]*:[^:]*:/, '');
    if (/^arn:aws:lambda:/.test(name)) return invokeDirectly(surroundings, call);
    const perform = integrations[name];
    if (!perform) throw new TaskFault('States.Runtime', `The local cloud cannot run the task ${call.resource}.`);
    try {
      return await perform(call);
    } catch (error) {
      throw asTaskFault(name, error);
    }
  };
}

async function invokeFunction(surroundings: TaskSurroundings, call: TaskCall): Promise<Json> {
  const { FunctionName, Payload = {} } = call.arguments as { FunctionName: string; Payload?: Json };
  const result = await invoke(surroundings, call, FunctionName, Payload);
  return {
    ExecutedVersion: '$LATEST',
    Payload: answer(result),
    SdkHttpMetadata: {
      AllHttpHeaders: { 'X-Amz-Executed-Version': ['$LATEST'], 'x-amzn-RequestId': [result.requestId] },
      HttpHeaders: { 'X-Amz-Executed-Version': '$LATEST', 'x-amzn-RequestId': result.requestId },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: result.requestId },
    StatusCode: 200,
  };
}

async function invokeDirectly(surroundings: TaskSurroundings, call: TaskCall): Promise<Json> {
  try {
    return answer(await invoke(surroundings, call, call.resource, call.arguments));
  } catch (error) {
    throw asTaskFault('lambda:invoke', error);
  }
}

async function invoke(
  { lambda, permissions }: TaskSurroundings,
  call: TaskCall,
  name: string,
  payload: Json,
): Promise<InvokeResult> {
  const resource = lambda.find(name)?.arn ?? name;
  permissions.allow({ action: 'lambda:InvokeFunction', resource, ...callerOf(call) });
  const result = await lambda.invoke(name, JSON.stringify(payload));
  lambda.log.relate(result.requestId, { executionArn: call.executionArn, stateName: call.stateName });
  return result;
}

/** A function's error becomes the task's: its type is the name that Retry and Catch look at, the whole object the cause. */
function answer({ payload, functionError }: InvokeResult): Json {
  if (!functionError) return JSON.parse(payload) as Json;
  throw new TaskFault((JSON.parse(payload) as { errorType: string }).errorType, payload);
}

/** E.g. `Lambda.TooManyRequestsException`: refusals of a service carry its name. */
function asTaskFault(name: string, error: unknown): unknown {
  if (!(error instanceof AwsError || error instanceof ServiceFault)) return error;
  const service = name.split(':').at(-2) ?? '';
  const prefix = service === 'states' ? 'StepFunctions' : service.charAt(0).toUpperCase() + service.slice(1);
  return new TaskFault(`${prefix}.${error.code}`, error.message);
}
