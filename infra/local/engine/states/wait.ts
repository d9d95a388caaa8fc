import type { WaitState } from '../definition/machine.ts';
import type { Behaviour, Outcome } from '../execution/behaviour.ts';
import { type Scope, whereabouts } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import type { Turn } from '../execution/turn.ts';
import { FieldFault, fillAs } from '../expressions/template.ts';
import { parseTimestamp } from './timestamp.ts';

/** Recorded: 24,855 days are waited for, 24,856 are not; between them lie the seconds of a signed 32-bit number. */
const longestWaitMs = 2_147_483_647_000;

export const wait: Behaviour<WaitState> = {
  async begin(turn, scope, state): Promise<Outcome> {
    const dueMs = await dueTime(turn, scope, state);
    if (dueMs - turn.nowMs > longestWaitMs)
      throw new StateFault('States.Runtime', `${whereabouts(scope)} Wait state delay is too long.`);
    scope.waiting = { kind: 'until', dueMs };
    return 'waiting';
  },
  due: (_turn, _scope, state) => ({ exit: state }),
};

async function dueTime(turn: Turn, scope: Scope, state: WaitState): Promise<number> {
  const surroundings = surroundingsOf(turn, scope, state);
  if (state.seconds) {
    const seconds = await fillAs('number', state.seconds, 'Seconds', surroundings);
    if (!Number.isInteger(seconds) || seconds < 0) {
      throw new FieldFault(`The Seconds field must be a non-negative integer but was: ${seconds}`, 'Seconds');
    }
    return turn.nowMs + seconds * 1000;
  }
  const text = state.timestamp ? await fillAs('string', state.timestamp, 'Timestamp', surroundings) : '';
  const timestamp = parseTimestamp(text);
  if (timestamp === undefined) {
    throw new FieldFault(
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    );
  }
  return Math.max(timestamp, turn.nowMs);
}
