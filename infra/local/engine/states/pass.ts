import type { PassState, SucceedState } from '../definition/machine.ts';
import type { Behaviour } from '../execution/behaviour.ts';

/** Pass and Succeed only shape their output. */
export const pass: Behaviour<PassState | SucceedState> = {
  begin: (_turn, _scope, state) => ({ exit: state }),
};
