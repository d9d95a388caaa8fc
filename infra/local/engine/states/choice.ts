import type { ChoiceState } from '../definition/machine.ts';
import type { Behaviour, Leaving } from '../execution/behaviour.ts';
import { type Scope, whereabouts } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import { fillAs } from '../expressions/template.ts';
import { after, type Maybe } from '../maybe.ts';

export const choice: Behaviour<ChoiceState> = {
  begin: (turn, scope, state) => choose(scope, state, surroundingsOf(turn, scope, state), 0),
};

function choose(scope: Scope, state: ChoiceState, surroundings: Surroundings, index: number): Maybe<Leaving> {
  const rule = state.choices[index];
  if (!rule) return byDefault(scope, state);
  const prefix = `Choices[${index}]/`;
  return after(fillAs('boolean', rule.condition, `${prefix}Condition`, surroundings), isTrue =>
    isTrue ? { exit: rule, prefix } : choose(scope, state, surroundings, index + 1),
  );
}

function byDefault(scope: Scope, state: ChoiceState): Leaving {
  if (state.hasDefault) return { exit: state };
  throw new StateFault(
    'States.NoChoiceMatched',
    `${whereabouts(scope)} Failed to transition out of the state. The state does not point to a next state.`,
  );
}
