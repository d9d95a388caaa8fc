import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalendarAnswer } from '#shared/adapters/calendar/answer.ts';

const answer = (lines: readonly string[], method = 'REPLY') =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//A calendar//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const reply = (status: string, ...more: string[]) =>
  answer([
    'UID:t1.call@meadow.example',
    'DTSTART:20260305T093000Z',
    'DTEND:20260305T095000Z',
    `ATTENDEE;CN=Asha;CUTYPE=INDIVIDUAL;PARTSTAT=${status};ROLE=REQ-PARTICIPANT:mailto:asha@example.com`,
    ...more,
  ]);

describe('the answer of a calendar', () => {
  test.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
    ['accepted', 'accepted'],
  ])('%s is read as %s', (status, expected) => {
    expect(readCalendarAnswer(reply(status))).toEqual({ uid: 't1.call@meadow.example', answer: expected });
  });

  test('keeps what they wrote beside it, unfolded and unescaped', () => {
    const read = readCalendarAnswer(reply('DECLINED', 'COMMENT:Could we talk on Friday\\, after\r\n  six?'));
    expect(read?.comment).toBe('Could we talk on Friday, after six?');
  });

  test('a counter-proposal names the other time, in whichever zone it was written', () => {
    const lines = ['UID:u', 'DTSTART;TZID=Asia/Kolkata:20260306T180000', 'DTEND;TZID=Asia/Kolkata:20260306T182000'];
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Kolkata',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const text = answer(lines, 'COUNTER').replace('BEGIN:VEVENT', [...zone, 'BEGIN:VEVENT'].join('\r\n'));
    expect(readCalendarAnswer(text)).toEqual({
      uid: 'u',
      answer: 'other-time',
      from: '2026-03-06T12:30:00.000Z',
      to: '2026-03-06T12:50:00.000Z',
    });
  });

  test.each([
    ['no answer yet', reply('NEEDS-ACTION')],
    ['an invitation of their own', answer(['UID:u', 'DTSTART:20260305T093000Z'], 'REQUEST')],
    ['an answer to nothing', answer(['ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com'])],
    ['a torn file', reply('ACCEPTED').slice(0, 120)],
    ['prose', 'Asha has accepted this invitation.'],
    ['a bomb', `${reply('ACCEPTED')}${'X'.repeat(200_000)}`],
  ])('%s is none', (_, text) => expect(readCalendarAnswer(text)).toBeUndefined());

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.nat(300), (noise, at) => {
        const text = reply('ACCEPTED');
        readCalendarAnswer(text.slice(0, at) + noise + text.slice(at));
      }),
    );
  });
});
