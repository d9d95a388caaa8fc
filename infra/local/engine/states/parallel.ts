import type { ParallelState } from '../definition/machine.ts';
import type { Behaviour, Outcome } from '../execution/behaviour.ts';
import { addScope, childrenOf } from '../execution/execution.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import { record, write } from '../execution/turn.ts';
import { fill } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { dropChildren, firstChildScope, takeUpChildren, waitingForChildren } from './children.ts';

export const parallel: Behaviour<ParallelState> = {
  async begin(turn, scope, state): Promise<Outcome> {
    dropChildren(turn, scope);
    const input = state.arguments
      ? await fill(state.arguments, 'Arguments', surroundingsOf(turn, scope, state))
      : scope.input;
    const startedEvent = record(turn, scope, 'ParallelStateStarted');
    scope.waiting = {
      kind: 'children',
      total: state.branches.length,
      concurrency: state.branches.length,
      startedEvent,
    };
    for (const [index, block] of state.branches.entries()) {
      const branch = addScope(turn.execution, firstChildScope(turn, scope, { block, index, input }));
      branch.lastEvent = startedEvent;
      turn.ready.push(branch);
    }
    return 'waiting';
  },

  childEnded(turn, scope, state, child, fault) {
    scope.lastEvent = child.lastEvent;
    if (fault) throw fault;
    const branches = childrenOf(turn.execution, scope);
    if (branches.some(branch => branch.status !== 'succeeded')) return 'waiting';
    const result: Json[] = branches.map(branch => branch.output ?? null);
    write(turn, 'ParallelStateSucceeded', scope.lastEvent);
    dropChildren(turn, scope);
    return { exit: state, result };
  },

  async redriven(turn, scope, state) {
    return waitingForChildren(scope) ? takeUpChildren(turn, scope) : parallel.begin(turn, scope, state);
  },
};
