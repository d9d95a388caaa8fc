import type { MapState } from '../definition/machine.ts';
import type { Behaviour } from '../execution/behaviour.ts';
import { distributedMap } from './distributed-map.ts';
import { inlineMap } from './inline-map.ts';

const variant = (state: MapState): Behaviour<MapState> => (state.distributed ? distributedMap : inlineMap);

export const map: Behaviour<MapState> = {
  begin: (turn, scope, state) => variant(state).begin(turn, scope, state),
  answered: (turn, scope, state, answer) => variant(state).answered?.(turn, scope, state, answer) ?? 'waiting',
  childEnded: (turn, scope, state, child, fault) =>
    variant(state).childEnded?.(turn, scope, state, child, fault) ?? 'waiting',
  redriven(turn, scope, state) {
    const { redriven, begin } = variant(state);
    return (redriven ?? begin)(turn, scope, state);
  },
};
