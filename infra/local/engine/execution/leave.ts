import type { State } from '../definition/machine.ts';
import { FieldFault, fill, fillAs } from '../expressions/template.ts';
import { byteLength, isLongerThan, type Json, type JsonObject } from '../json.ts';
import { after, type Maybe } from '../maybe.ts';
import type { Leaving } from './behaviour.ts';
import { details } from './details.ts';
import type { Execution, Scope } from './execution.ts';
import { largestPayload, StateFault, tooLarge } from './state-fault.ts';
import { surroundingsOf } from './surroundings.ts';
import { record, type Turn } from './turn.ts';

/** All variables of an execution together. */
const largestVariables = 10 * 1024 * 1024;
const longestVariableName = 80;

/** Evaluates Output and Assign (both see the state as it was entered) and writes the Exited event. Answers with the output. */
export function leave(turn: Turn, scope: Scope, state: State, leaving: Leaving): Maybe<Json> {
  const { exit, prefix = '', errorOutput, result } = leaving;
  const byDefault = errorOutput ?? result ?? scope.input;
  if (!exit.output && !exit.assign) return exited(turn, scope, state, byDefault);
  const surroundings = surroundingsOf(turn, scope, state, {
    ...(result !== undefined && { result }),
    ...(errorOutput !== undefined && { errorOutput }),
  });
  return after(exit.output ? fill(exit.output, `${prefix}Output`, surroundings) : byDefault, output =>
    after(exit.assign && fillAs('object', exit.assign, `${prefix}Assign`, surroundings), assigned =>
      exited(turn, scope, state, output, assigned),
    ),
  );
}

function exited(turn: Turn, scope: Scope, state: State, output: Json, assigned?: JsonObject): Json {
  if (output !== scope.input && isLongerThan(largestPayload, output)) throw tooLarge(scope.state);
  if (assigned) assign(turn.execution, scope, assigned);
  record(turn, scope, `${state.type}StateExited`, details.exited(scope.state, output, assigned));
  return output;
}

function assign(execution: Execution, scope: Scope, assigned: JsonObject): void {
  for (const name of Object.keys(assigned)) {
    if (name === 'states' || name.length > longestVariableName)
      throw new FieldFault(`The variable name '${name}' is not allowed.`, 'Assign');
  }
  if (byteLength(assigned) > largestPayload) {
    throw new StateFault(
      'States.DataLimitExceeded',
      `The variables assigned in the state '${scope.state}' exceed the maximum size of ${largestPayload} bytes.`,
    );
  }
  const variables = { ...scope.variables, ...assigned };
  const others = [...execution.scopes.values()].filter(other => other !== scope);
  const total = others.reduce((sum, other) => sum + byteLength(other.variables), byteLength(variables));
  if (total > largestVariables) {
    throw new StateFault(
      'States.DataLimitExceeded',
      `The variables of the execution exceed the maximum size of ${largestVariables} bytes.`,
    );
  }
  scope.variables = variables;
}
