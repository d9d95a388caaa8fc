import type { Answer } from '../execution/behaviour.ts';
import type { ReadRequest } from '../execution/execution.ts';
import { isRunning, type Scope, stateOf } from '../execution/execution.ts';
import { answer } from '../execution/flow.ts';
import { StateFault } from '../execution/state-fault.ts';
import { TaskFault } from '../faults.ts';
import { readItems } from '../maps/reader.ts';
import type { ChildAction, EnginePorts, ObjectStore } from '../ports.ts';
import type { Live } from './live.ts';
import type { Runtime } from './runtime.ts';

/** Asks the port to perform a task, and brings its answers back in turns of their own. */
export function callTask(runtime: Runtime, ports: EnginePorts, live: Live, scope: Scope): void {
  const { execution } = live;
  const state = stateOf(execution, scope);
  if (state.type !== 'Task' || scope.waiting?.kind !== 'task') return;
  const { arn: resource, integration, suffix } = state.resource;
  const { arn: executionArn, roleArn } = execution.header;
  const reply = replier(runtime, live, scope);
  const submitted = (answer: Parameters<typeof submittedAnswer>[0]) => reply(submittedAnswer(answer));
  ports
    .runTask({
      resource,
      integration,
      suffix,
      arguments: scope.waiting.arguments,
      roleArn,
      executionArn,
      stateName: scope.state,
      attemptId: `${executionArn}/${scope.id}/${scope.entered?.id}/${scope.attempt}`,
      ...(scope.token !== undefined && { taskToken: scope.token }),
      submitted,
    })
    .then(
      result => reply(integration === 'token' ? submittedAnswer(result) : { kind: 'result', result }),
      thrown => reply({ kind: 'fault', fault: faultOf(thrown) }),
    );
}

const submittedAnswer = (answer: Extract<Answer, { kind: 'submitted' }>['answer']): Answer => ({
  kind: 'submitted',
  answer,
});

/** Answers to an attempt that is over are dropped. */
function replier(runtime: Runtime, live: Live, scope: Scope): (reply: Answer) => void {
  const { attempt } = scope;
  return reply => {
    runtime.post(live, turn => (isWaiting(live, scope, attempt) ? answer(turn, scope, reply) : undefined));
  };
}

export function isWaiting(live: Live, scope: Scope, attempt: number): boolean {
  const isTaskOrMap = scope.waiting?.kind === 'task' || scope.waiting?.kind === 'mapRun';
  return isRunning(live.execution) && scope.status === 'running' && scope.attempt === attempt && isTaskOrMap;
}

export function faultOf(thrown: unknown): StateFault {
  if (thrown instanceof TaskFault) return new StateFault(thrown.error, thrown.reason);
  if (thrown instanceof StateFault) return thrown;
  const { name, message } = thrown as Error;
  return new StateFault(name || 'States.TaskFailed', message ?? String(thrown));
}

/** S3 as the execution's role sees it. */
export const objectsFor = ({ objects, objectsFor: limited }: EnginePorts, live: Live): ObjectStore =>
  limited?.(callerOf(live)) ?? objects;

/** Why the execution's role may not do this with a child of its Distributed Map. */
export function childRefusal(
  { allowChild }: EnginePorts,
  live: Live,
  action: ChildAction,
  resource: string,
): StateFault | undefined {
  try {
    allowChild?.(callerOf(live), action, resource);
    return undefined;
  } catch (thrown) {
    // Named like the refusal of a task that starts an execution.
    return new StateFault('StepFunctions.AccessDeniedException', faultOf(thrown).message);
  }
}

function callerOf({ execution }: Live) {
  const { roleArn, arn: executionArn } = execution.header;
  return { roleArn, executionArn };
}

export function readMapItems(
  runtime: Runtime,
  ports: EnginePorts,
  live: Live,
  scope: Scope,
  request: ReadRequest,
): void {
  const state = stateOf(live.execution, scope);
  const reader = state.type === 'Map' ? state.distributed?.reader : undefined;
  if (!reader) return;
  const reply = replier(runtime, live, scope);
  void runtime.clock.hold(
    readItems(objectsFor(ports, live), reader, request).then(
      found => reply({ kind: 'items', found }),
      thrown => reply({ kind: 'fault', fault: faultOf(thrown) }),
    ),
  );
}
