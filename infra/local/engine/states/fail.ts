import type { FailState } from '../definition/machine.ts';
import type { Behaviour } from '../execution/behaviour.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import { fillAs } from '../expressions/template.ts';

export const fail: Behaviour<FailState> = {
  async begin(turn, scope, state) {
    const surroundings = surroundingsOf(turn, scope, state);
    const error = state.error ? await fillAs('string', state.error, 'Error', surroundings) : undefined;
    const cause = state.cause ? await fillAs('string', state.cause, 'Cause', surroundings) : undefined;
    throw new StateFault(error ?? null, cause ?? null);
  },
};
