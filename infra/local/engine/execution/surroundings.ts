import type { State } from '../definition/machine.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Execution, Scope } from './execution.ts';
import type { Turn } from './turn.ts';

interface Extras {
  readonly result?: Json;
  readonly errorOutput?: Json;
  /** While a Map selects its items. */
  readonly mapItem?: JsonObject;
}

/** What the expressions of a state can see. The context is built when first asked for: most states never do. */
export function surroundingsOf(turn: Turn, scope: Scope, state: State, extras: Extras = {}): Surroundings {
  const { execution } = turn;
  let context: JsonObject | undefined;
  const states = {
    input: scope.input,
    ...withoutMapItem(extras),
    get context() {
      context ??= contextOf(execution, scope, state, extras.mapItem);
      return context;
    },
  };
  return {
    nowMs: turn.nowMs,
    random: turn.random,
    lookup: name => (name === 'states' ? states : findVariable(execution, scope, name)),
    variables: () => variablesOf(execution, scope),
  };
}

function withoutMapItem({ result, errorOutput }: Extras): JsonObject {
  return { ...(result !== undefined && { result }), ...(errorOutput !== undefined && { errorOutput }) };
}

function findVariable(execution: Execution, scope: Scope, name: string): Json | undefined {
  for (let at: Scope | undefined = scope; at; at = parentOf(execution, at)) {
    if (Object.hasOwn(at.variables, name)) return at.variables[name];
  }
  return undefined;
}

function variablesOf(execution: Execution, scope: Scope): JsonObject {
  const parent = parentOf(execution, scope);
  return parent ? { ...variablesOf(execution, parent), ...scope.variables } : scope.variables;
}

function parentOf(execution: Execution, scope: Scope): Scope | undefined {
  return scope.parent === undefined ? undefined : execution.scopes.get(scope.parent);
}

/** `$states.context` */
function contextOf(execution: Execution, scope: Scope, state: State, mapItem?: JsonObject): JsonObject {
  const { header, givenContext } = execution;
  const item = mapItem ?? itemAround(execution, scope);
  const entered = scope.entered?.atMs ?? header.startMs;
  return {
    Execution: {
      Id: header.arn,
      Input: header.input,
      Name: header.name,
      RoleArn: header.roleArn,
      StartTime: new Date(header.startMs).toISOString(),
      ...(!header.synchronous && { RedriveCount: header.redriveCount }),
      ...(header.redriveMs !== undefined && { RedriveTime: new Date(header.redriveMs).toISOString() }),
    },
    StateMachine: { Id: header.machineArn, Name: header.machineName },
    State: {
      Name: scope.state,
      EnteredTime: new Date(entered).toISOString(),
      ...(state.type === 'Task' && { RetryCount: scope.retries.reduce((sum, uses) => sum + (uses ?? 0), 0) }),
    },
    ...(scope.token !== undefined && { Task: { Token: scope.token } }),
    ...(item && { Map: { Item: item } }),
    ...givenContext,
  };
}

/** The item of the innermost Map iteration that the scope is in. */
function itemAround(execution: Execution, scope: Scope): JsonObject | undefined {
  for (let at: Scope | undefined = scope; at; at = parentOf(execution, at)) {
    if (at.item !== undefined) return mapItem(at.index ?? 0, at.item);
  }
  return undefined;
}

interface Origin {
  readonly Key?: string | undefined;
  readonly Source?: string | undefined;
}

/** `Map.Item`. The Source is `STATE_DATA`, or the address of the object or bucket that was read; the Key an object's. */
export const mapItem = (Index: number, Value: Json, { Key, Source = 'STATE_DATA' }: Origin = {}): JsonObject => ({
  Index,
  Value,
  Source,
  ...(Key !== undefined && { Key }),
});
