import type { State, StateType } from '../definition/machine.ts';
import type { Behaviour } from '../execution/behaviour.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass } from './pass.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

const behaviours: { readonly [T in StateType]: Behaviour<Extract<State, { type: T }>> } = {
  Pass: pass,
  Succeed: pass,
  Fail: fail,
  Choice: choice,
  Wait: wait,
  Task: task,
  Parallel: parallel,
  Map: map,
};

/** The table above is typed entry by entry; a state always meets the behaviour of its own type. */
export const behaviourOf = (state: State): Behaviour<State> => behaviours[state.type] as Behaviour<State>;
