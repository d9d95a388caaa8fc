import type { Change, EventOf } from './change.ts';

/** What becomes of a call that was booked. */

export const callOff = ({ by, because }: EventOf<'call-off'>, at: string): Change => ({
  set: {},
  clear: ['call'],
  ...(by === 'them' && { effects: [{ kind: 'ask-person', because: `they called off the call: ${because}`, at }] }),
});

export function callAnswered({ answer, otherTime, comment }: EventOf<'call-answered'>, at: string): Change {
  const because = {
    accepted: comment && 'they accept the call, and write',
    tentative: 'they may not make it to the call',
    declined: 'they declined the call in their calendar',
    'other-time': `they propose another time for the call${otherTime ? `: ${otherTime.from} to ${otherTime.to}` : ''}`,
  }[answer];
  return {
    set: {},
    ...(answer === 'declined' && { clear: ['call'] }),
    ...(because && { effects: [{ kind: 'ask-person', because, at, ...(comment && { quote: comment }) }] }),
  };
}
