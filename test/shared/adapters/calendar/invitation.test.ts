import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CallInvitation, callInvitation } from '#shared/adapters/calendar/invitation.ts';

const call: CallInvitation = {
  method: 'REQUEST',
  uid: 't1.call@meadow.example',
  sequence: 0,
  at: '2026-03-02T06:00:00.000Z',
  from: '2026-03-05T09:30:00.000Z',
  to: '2026-03-05T09:50:00.000Z',
  summary: 'Meadow Botanics / Asha Rao',
  organizer: { name: 'Asha Kulkarni', address: 'asha@meadow.example', repliesTo: 'r+t1@reply.meadow.example' },
  attendee: { name: 'Asha Rao', address: 'asha@example.com' },
};
/** As a calendar reads it: folded lines put together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const fieldsOf = (text: string) =>
  unfolded(text)
    .filter(Boolean)
    .map(line => /^[A-Z-]+/.exec(line)?.[0]);

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
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('is answered to an address that we read, on behalf of whoever writes', () => {
    const event = new ICAL.Component(ICAL.parse(callInvitation(call))).getFirstSubcomponent('vevent');
    const organizer = event?.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:r+t1@reply.meadow.example');
    expect(organizer?.getFirstParameter('sent-by')).toBe('mailto:asha@meadow.example');
    expect(String(event?.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:asha@example.com');
  });

  it('takes the call out again', () => {
    const lines = unfolded(callInvitation({ ...call, method: 'CANCEL', sequence: 1 }));
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', `UID:${call.uid}`]),
    );
  });

  it('has no line of a stranger’s making, and none too long', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant('x\r\nATTENDEE:mailto:evil@example.org\n'),
    );
    fc.assert(
      fc.property(words, name => {
        const text = callInvitation({ ...call, summary: name, attendee: { ...call.attendee, name } });
        expect(fieldsOf(text)).toEqual(fieldsOf(callInvitation(call)));
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
