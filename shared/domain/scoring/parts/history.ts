import { historyValue } from '../../import/history.ts';
import type { Judge } from './judge.ts';

/** `history.v1`: what earlier collaborations with this brand came to. Who never worked with us is judged by the rest alone. */
export const history: Judge = {
  name: 'history',
  weight: 0.15,
  reads: ['history'],
  moves: [],
  value: ({ history: earlier }) => {
    const value = historyValue(earlier)?.value;
    return value === undefined ? null : value / 100;
  },
  tell({ history: earlier }) {
    const known = historyValue(earlier);
    const reason = known?.reason ?? 'never worked with us';
    return {
      formula: 'history.v1',
      reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
      inputs: { collaborations: earlier.length, value: known?.value ?? null },
    };
  },
  /** The past cannot be otherwise. */
  better: () => undefined,
};
