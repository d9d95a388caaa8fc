import type { ChoiceState } from '../definition/machine.ts';
import type { Behaviour } from '../execution/behaviour.ts';
import { whereabouts } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import { fillAs } from '../expressions/template.ts';

export const choice: Behaviour<ChoiceState> = {
  async begin(turn, scope, state) {
    const surroundings = surroundingsOf(turn, scope, state);
    for (const [index, rule] of state.choices.entries()) {
      const prefix = `Choices[${index}]/`;
      if (await fillAs('boolean', rule.condition, `${prefix}Condition`, surroundings)) return { exit: rule, prefix };
    }
    if (state.hasDefault) return { exit: state };
    throw new StateFault(
      'States.NoChoiceMatched',
      `${whereabouts(scope)} Failed to transition out of the state. The state does not point to a next state.`,
    );
  },
};
