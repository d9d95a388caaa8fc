import type { Engine, ExecutionDescription, Started } from '../../engine/api.ts';
import { TaskFault } from '../../engine/faults.ts';
import type { Json } from '../../engine/json.ts';
import type { TaskCall } from '../../engine/ports.ts';
import type { Permissions } from '../permissions/permissions.ts';

interface StartArguments {
  readonly StateMachineArn: string;
  readonly Name?: string;
  readonly Input?: Json;
}

/** `states:startExecution`; with `.sync` the task lasts as long as the execution it started. */
export async function startExecution(
  engine: Engine,
  permissions: Pick<Permissions, 'allow'>,
  call: TaskCall,
): Promise<Json> {
  const { StateMachineArn, Name, Input } = call.arguments as unknown as StartArguments;
  // Without a name the attempt names it, so that an attempt repeated after a restart finds its execution.
  const name = Name ?? call.attemptId.replace(/[^\w-]/g, '-').slice(-80);
  permissions.allow({ action: 'states:StartExecution', resource: StateMachineArn, ...callerOf(call) });
  const { executionArn, startDate } = await startByArn(engine, StateMachineArn, name, Input ?? {}, call.attemptId);
  const started = { ExecutionArn: executionArn, StartDate: startDate };
  if (call.integration !== 'sync') return started;
  call.submitted(started);
  const ended = await engine.finished(executionArn);
  const description = describe(ended, call.suffix === '.sync:2');
  if (ended.status !== 'SUCCEEDED') throw new TaskFault('States.TaskFailed', JSON.stringify(description));
  return description;
}

/** Step Functions acts as the machine's role; the role's trust may name the machine, labels of maps left out. */
export const callerOf = ({ roleArn, executionArn }: Pick<TaskCall, 'roleArn' | 'executionArn'>) => ({
  roleArn,
  service: 'states.amazonaws.com',
  sourceArn: executionArn.replace(/:execution:([^:/]+).*$/, ':stateMachine:$1'),
});

/** A version or an alias stands for its machine. */
export function startByArn(
  engine: Engine,
  arn: string,
  name: string,
  input: Json,
  startedBy?: string,
): Promise<Started> {
  const stateMachineArn = arn.split(':').slice(0, 7).join(':');
  return engine.startExecution({ stateMachineArn, name, input, ...(startedBy !== undefined && { startedBy }) });
}

/** `.sync` gives input and output as text, `.sync:2` as values. */
function describe(execution: ExecutionDescription, asValues: boolean): Json {
  const shape = (value: Json | undefined) => (asValues ? (value ?? null) : JSON.stringify(value ?? null));
  return {
    ExecutionArn: execution.executionArn,
    Input: shape(execution.input),
    InputDetails: { Included: true },
    Name: execution.name,
    StartDate: execution.startDate,
    StateMachineArn: execution.stateMachineArn,
    Status: execution.status,
    ...(execution.stopDate === undefined ? {} : { StopDate: execution.stopDate }),
    ...(execution.output === undefined ? {} : { Output: shape(execution.output), OutputDetails: { Included: true } }),
    ...(execution.error === undefined ? {} : { Error: execution.error }),
    ...(execution.cause === undefined ? {} : { Cause: execution.cause }),
  };
}
