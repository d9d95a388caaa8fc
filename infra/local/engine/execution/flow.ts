import type { State } from '../definition/machine.ts';
import { FieldFault } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { after, attempted, type Maybe } from '../maybe.ts';
import { behaviourOf } from '../states/behaviours.ts';
import { abortInner } from './abort.ts';
import type { Answer, Outcome } from './behaviour.ts';
import { details } from './details.ts';
import { blockOf, type Execution, rootOf, type Scope, stateOf, whereabouts } from './execution.ts';
import { finish } from './finish.ts';
import { leave } from './leave.ts';
import { decideCatch, decideRetry } from './recovery.ts';
import { StateFault } from './state-fault.ts';
import { record, type Turn, write } from './turn.ts';

/** Moves every scope that stands before a state until it waits or has ended; scopes take turns, state by state. */
export async function runReady(turn: Turn): Promise<void> {
  for (let scope = turn.ready.shift(); scope; scope = turn.ready.shift()) {
    if (scope.status !== 'running' || turn.header.status !== 'RUNNING') continue;
    const moved = scope.entered ? takeUp(turn, scope) : enter(turn, scope);
    if (moved) await moved;
  }
}

function enter(turn: Turn, scope: Scope): Maybe<void> {
  const state = stateOf(turn.execution, scope);
  const previous = scope.lastEvent;
  turn.transitions += 1;
  const id = record(turn, scope, `${state.type}StateEntered`, details.entered(scope.state, scope.input));
  scope.entered = { id, previous, atMs: turn.nowMs };
  return attempt(turn, scope, state, () => behaviourOf(state).begin(turn, scope, state));
}

/** The scope's timer rang: a Wait is over, a retry is due, or a task took too long. */
export async function ring(turn: Turn, scope: Scope): Promise<void> {
  const state = stateOf(turn.execution, scope);
  const behaviour = behaviourOf(state);
  const retries = scope.waiting?.kind === 'retry';
  if (retries) turn.transitions += 1;
  await attempt(turn, scope, state, () => {
    if (retries || !behaviour.due) return behaviour.begin(turn, scope, state);
    return behaviour.due(turn, scope, state);
  });
}

export async function answer(turn: Turn, scope: Scope, reply: Answer): Promise<void> {
  const state = stateOf(turn.execution, scope);
  await attempt(turn, scope, state, () => behaviourOf(state).answered?.(turn, scope, state, reply) ?? 'waiting');
}

/** Takes up a redriven scope in the state where it stopped; that state was entered before. */
async function takeUp(turn: Turn, scope: Scope): Promise<void> {
  scope.retries = [];
  const state = stateOf(turn.execution, scope);
  const { redriven, begin } = behaviourOf(state);
  await attempt(turn, scope, state, () => (redriven ?? begin)(turn, scope, state));
}

function attempt(turn: Turn, scope: Scope, state: State, work: () => Maybe<Outcome>): Maybe<void> {
  turn.touched.add(scope);
  return attempted(
    () => after(work(), outcome => follow(turn, scope, state, outcome)),
    thrown => recover(turn, scope, state, asStateFault(turn, scope, state, thrown)),
  );
}

function follow(turn: Turn, scope: Scope, state: State, outcome: Outcome): Maybe<void> {
  if (outcome === 'waiting') return;
  const { next } = outcome.exit;
  return after(leave(turn, scope, state, outcome), output => {
    forgetAttempt(scope);
    if (next === undefined) return end(turn, scope, output);
    scope.state = next;
    scope.input = output;
    turn.ready.push(scope);
  });
}

/** Not by `delete`, which would make every later access to the scope slow. */
function forgetAttempt(scope: Scope): void {
  if (scope.retries.length > 0) scope.retries = [];
  scope.entered = undefined;
  scope.waiting = undefined;
  scope.token = undefined;
}

/** An evaluation that failed becomes the state's failure, under AWS's text. */
function asStateFault(turn: Turn, scope: Scope, state: State, thrown: unknown): StateFault {
  if (thrown instanceof StateFault) return thrown;
  if (!(thrown instanceof FieldFault)) throw thrown;
  const entered = scope.entered;
  const cause = `${whereabouts(scope)} ${thrown.message}`;
  const error = 'States.QueryEvaluationError';
  // Recorded: the Entered event's own predecessor, but in a Wait the Entered event itself.
  const previous = (state.type === 'Wait' ? entered?.id : entered?.previous) ?? scope.lastEvent;
  const about = details.evaluationFailed(error, cause, scope.state, thrown.location);
  scope.lastEvent = write(turn, 'EvaluationFailed', previous, about);
  return new StateFault(error, cause);
}

function recover(turn: Turn, scope: Scope, state: State, fault: StateFault): Maybe<void> {
  abortInner(turn, scope, scope.lastEvent);
  if (!('retry' in state)) return fail(turn, scope, fault);
  const retry = decideRetry(state.retry, scope.retries, fault, turn.random);
  if (retry) {
    scope.retries[retry.retrier] = (scope.retries[retry.retrier] ?? 0) + 1;
    scope.waiting = { kind: 'retry', dueMs: turn.nowMs + retry.delayMs };
    return;
  }
  if (state.type !== 'Task' && !endsSilently(scope, fault)) {
    const about = details.fault(`${state.type.toLowerCase()}StateFailed`, fault.error, fault.reason);
    write(turn, `${state.type}StateFailed`, scope.lastEvent, about);
  }
  const index = decideCatch(state.catch, fault);
  const catcher = index === undefined ? undefined : state.catch[index];
  if (!catcher) return fail(turn, scope, fault);
  // Recorded: a timeout has the Cause '', a callback without error and cause has nulls.
  const errorOutput = { Error: fault.error, Cause: fault.reason === undefined ? '' : fault.reason };
  return attempted(
    () => follow(turn, scope, state, { exit: catcher, prefix: `Catch[${index}]/`, errorOutput }),
    thrown => fail(turn, scope, asStateFault(turn, scope, state, thrown)),
  );
}

/** Recorded: a Map that cannot be run at all is followed by the execution's end alone. */
const endsSilently = (scope: Scope, fault: StateFault): boolean =>
  fault.error === 'States.Runtime' && scope.waiting?.kind !== 'children';

function end(turn: Turn, scope: Scope, output: Json): Maybe<void> {
  scope.status = 'succeeded';
  scope.output = output;
  turn.touched.add(scope);
  if (scope.parent === undefined) return finish(turn, { status: 'SUCCEEDED', output });
  return tellParent(turn, scope);
}

function fail(turn: Turn, scope: Scope, fault: StateFault): Maybe<void> {
  scope.status = 'failed';
  turn.touched.add(scope);
  if (scope.parent === undefined) return finish(turn, { status: 'FAILED', error: fault.error, cause: fault.reason });
  return tellParent(turn, scope, fault);
}

function tellParent(turn: Turn, scope: Scope, fault?: StateFault): Maybe<void> {
  const parent = turn.execution.scopes.get(scope.parent ?? 0);
  if (parent?.status !== 'running') return;
  const state = stateOf(turn.execution, parent);
  return attempt(
    turn,
    parent,
    state,
    () => behaviourOf(state).childEnded?.(turn, parent, state, scope, fault) ?? 'waiting',
  );
}

/** The first steps of a new execution. */
export function start(turn: Turn): void {
  const { execution } = turn;
  const { header } = execution;
  write(turn, 'ExecutionStarted', 0, details.started(header.input, header.roleArn));
  const root = rootOf(execution);
  // Recorded: the first Entered event has the predecessor 0, not the ExecutionStarted event.
  root.lastEvent = 0;
  turn.touched.add(root);
  turn.ready.push(root);
  turn.effects.push({ kind: 'statusChanged', header });
}

export function firstScope(execution: Execution): Scope {
  const { header, machine } = execution;
  return {
    id: 1,
    block: header.block,
    status: 'running',
    state: blockOf(machine, header.block).startAt,
    input: header.input,
    variables: {},
    lastEvent: 0,
    attempt: 0,
    retries: [],
  };
}
