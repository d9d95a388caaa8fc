import type { Resource, TaskState } from '../definition/machine.ts';
import type { Answer, Behaviour, Outcome } from '../execution/behaviour.ts';
import type { Scope, WaitingForTask } from '../execution/execution.ts';
import { heartbeatFault, largestPayload, type StateFault, timeoutFault, tooLarge } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import { newToken } from '../execution/token.ts';
import { record, type Turn } from '../execution/turn.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import { FieldFault, fill, fillAs, type Template } from '../expressions/template.ts';
import { byteLength } from '../json.ts';
import { taskEvents } from './task-events.ts';

export const task: Behaviour<TaskState> = {
  async begin(turn, scope, state): Promise<Outcome> {
    scope.attempt += 1;
    delete scope.waiting;
    if (state.resource.integration !== 'request') scope.token = newToken(turn, scope);
    const surroundings = surroundingsOf(turn, scope, state);
    const given = state.arguments ? await fill(state.arguments, 'Arguments', surroundings) : scope.input;
    const timeout = await seconds(state.timeoutSeconds, 'TimeoutSeconds', surroundings);
    const heartbeat = await seconds(state.heartbeatSeconds, 'HeartbeatSeconds', surroundings);
    const events = taskEvents(state.resource);
    record(turn, scope, events.scheduled, events.scheduledDetails(given, timeout, heartbeat));
    record(turn, scope, events.started, events.startedDetails());
    scope.waiting = {
      kind: 'task',
      arguments: given,
      submitted: false,
      ...(timeout !== undefined && { timeoutMs: turn.nowMs + timeout * 1000 }),
      ...(heartbeat !== undefined && {
        heartbeat: { everyMs: heartbeat * 1000, dueMs: turn.nowMs + heartbeat * 1000 },
      }),
    };
    turn.effects.push({ kind: 'call', scope });
    return 'waiting';
  },

  due(turn, scope, state) {
    const waiting = waitingOf(scope);
    const events = taskEvents(state.resource);
    const fault = (waiting.timeoutMs ?? Number.POSITIVE_INFINITY) <= turn.nowMs ? timeoutFault() : heartbeatFault();
    record(turn, scope, events.timedOut, events.faultDetails(events.timedOut, fault));
    throw fault;
  },

  answered(turn, scope, state, answer) {
    scope.waiting = waitingOf(scope);
    return answers[answer.kind]?.(turn, scope, state, answer as never) ?? 'waiting';
  },
};

type Handle<K extends Answer['kind']> = (
  turn: Turn,
  scope: Scope,
  state: TaskState,
  answer: Extract<Answer, { kind: K }>,
) => Outcome;

const answers: { readonly [K in Answer['kind']]?: Handle<K> } = {
  submitted(turn, scope, state, { answer }) {
    const waiting = waitingOf(scope);
    // After a restart a job is asked for again: it was submitted once.
    if (waiting.submitted) return 'waiting';
    const events = taskEvents(state.resource);
    scope.waiting = { ...waiting, submitted: true };
    record(turn, scope, 'TaskSubmitted', events.outputDetails('taskSubmitted', answer));
    return 'waiting';
  },
  heartbeat(turn, scope) {
    const waiting = waitingOf(scope);
    if (!waiting.heartbeat) return 'waiting';
    const { everyMs } = waiting.heartbeat;
    scope.waiting = { ...waiting, heartbeat: { everyMs, dueMs: turn.nowMs + everyMs } };
    return 'waiting';
  },
  result(turn, scope, state, { result }) {
    const events = taskEvents(state.resource);
    if (byteLength(result) > largestPayload)
      return failed(turn, scope, state.resource, tooLarge(state.resource.service));
    record(turn, scope, events.succeeded, events.outputDetails(events.succeeded, result));
    return { exit: state, result };
  },
  fault: (turn, scope, state, { fault }) => failed(turn, scope, state.resource, fault),
};

function failed(turn: Turn, scope: Scope, resource: Resource, fault: StateFault): never {
  const events = taskEvents(resource);
  record(turn, scope, events.failed, events.faultDetails(events.failed, fault));
  throw fault;
}

function waitingOf(scope: Scope): WaitingForTask {
  if (scope.waiting?.kind !== 'task') throw new Error(`the state '${scope.state}' waits for no task`);
  return scope.waiting;
}

async function seconds(
  template: Template | undefined,
  field: string,
  surroundings: Surroundings,
): Promise<number | undefined> {
  if (!template) return undefined;
  const value = await fillAs('number', template, field, surroundings);
  if (!Number.isInteger(value) || value < 1)
    throw new FieldFault(`The ${field} field must be a positive integer but was: ${value}`, field);
  return value;
}
