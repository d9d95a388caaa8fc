import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallInvitation, callInvitation } from '#shared/domain/outreach/call-invitation.ts';

const call: CallInvitation = {
  uid: 't1.call@meadow.example',
  sequence: 0,
  at: '2026-03-02T06:00:00.000Z',
  from: '2026-03-05T09:30:00.000Z',
  to: '2026-03-05T09:50:00.000Z',
  summary: 'Meadow Botanics / Asha Rao',
  organizer: { name: 'Asha Kulkarni', address: 'asha@meadow.example' },
  attendee: { name: 'Asha Rao', address: 'asha@example.com' },
};
/** As a calendar reads it: folded lines put together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the invitation to a call', () => {
  it('says when, who and which version', () => {
    const lines = unfolded(callInvitation({ ...call, sequence: 2, meetingUrl: 'https://meet.example/a' }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:t1.call@meadow.example',
        'SEQUENCE:2',
        'DTSTAMP:20260302T060000Z',
        'DTSTART:20260305T093000Z',
        'DTEND:20260305T095000Z',
        'LOCATION:https://meet.example/a',
        'ORGANIZER;CN="Asha Kulkarni":mailto:asha@meadow.example',
      ]),
    );
  });

  it('has no line of a stranger’s making, none too long, and no torn letter', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant('x\r\nATTENDEE:mailto:evil@example.org\n'),
    );
    fc.assert(
      fc.property(words, name => {
        const text = callInvitation({ ...call, summary: name, attendee: { ...call.attendee, name } });
        const fields = unfolded(text)
          .filter(Boolean)
          .map(line => /^[A-Z-]+/.exec(line)?.[0]);
        expect(fields).toEqual(
          unfolded(callInvitation(call))
            .filter(Boolean)
            .map(line => /^[A-Z-]+/.exec(line)?.[0]),
        );
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
