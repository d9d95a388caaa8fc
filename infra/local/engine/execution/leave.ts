import type { State } from '../definition/machine.ts';
import { FieldFault, fill, fillAs } from '../expressions/template.ts';
import { byteLength, type Json, type JsonObject } from '../json.ts';
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
export async function leave(turn: Turn, scope: Scope, state: State, leaving: Leaving): Promise<Json> {
  const { exit, prefix = '', errorOutput, result } = leaving;
  const surroundings = surroundingsOf(turn, scope, state, {
    ...(result !== undefined && { result }),
    ...(errorOutput !== undefined && { errorOutput }),
  });
  const byDefault = errorOutput ?? result ?? scope.input;
  const output = exit.output ? await fill(exit.output, `${prefix}Output`, surroundings) : byDefault;
  const assigned = exit.assign ? await fillAs('object', exit.assign, `${prefix}Assign`, surroundings) : undefined;
  if (output !== scope.input && byteLength(output) > largestPayload) throw tooLarge(scope.state);
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
