import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { nextSendTime } from '#shared/domain/outreach/send-window.ts';

const office = { from: '09:00', to: '17:00', weekdaysOnly: true };
const local = (time: string, zone: string) => DateTime.fromISO(time, { zone }).toJSDate();
const next = (time: string, timeZone: string, window = office) =>
  DateTime.fromJSDate(nextSendTime({ window, timeZone }, local(time, timeZone)), { zone: timeZone }).toFormat(
    "yyyy-MM-dd'T'HH:mm",
  );

describe('the next time to send', () => {
  it('is now, inside the window', () => {
    const now = local('2026-03-02T09:00', 'Asia/Kolkata');
    expect(nextSendTime({ window: office, timeZone: 'Asia/Kolkata' }, now)).toBe(now);
    expect(next('2026-03-02T16:59', 'Asia/Kolkata')).toBe('2026-03-02T16:59');
  });

  it.each([
    ['before it opens: today', '2026-03-02T07:30', '2026-03-02T09:00'],
    ['once it has closed: tomorrow', '2026-03-02T17:00', '2026-03-03T09:00'],
    ['on Friday evening: Monday', '2026-03-06T18:00', '2026-03-09T09:00'],
    ['on Saturday: Monday', '2026-03-07T10:00', '2026-03-09T09:00'],
  ])('%s', (_, from, to) => {
    expect(next(from, 'Asia/Kolkata')).toBe(to);
  });

  it('is also on Saturday where weekends count', () => {
    expect(next('2026-03-07T08:00', 'Asia/Kolkata', { ...office, weekdaysOnly: false })).toBe('2026-03-07T09:00');
  });

  it('is nine o’clock local on both sides of a change of the clock', () => {
    expect(next('2026-03-27T20:00', 'Europe/Berlin')).toBe('2026-03-30T09:00');
    expect(next('2026-10-23T20:00', 'Europe/Berlin')).toBe('2026-10-26T09:00');
    expect(
      nextSendTime({ window: office, timeZone: 'Europe/Berlin' }, new Date('2026-03-30T00:00Z')).toISOString(),
    ).toBe('2026-03-30T07:00:00.000Z');
  });

  it('moves behind the hour that spring skips', () => {
    const early = { from: '02:30', to: '04:00', weekdaysOnly: false };
    expect(next('2026-03-29T00:30', 'Europe/Berlin', early)).toBe('2026-03-29T03:30');
  });

  it('knows windows over midnight', () => {
    const night = { from: '22:00', to: '02:00', weekdaysOnly: true };
    expect(next('2026-03-07T01:00', 'Asia/Kolkata', night)).toBe('2026-03-07T01:00');
    expect(next('2026-03-07T03:00', 'Asia/Kolkata', night)).toBe('2026-03-09T22:00');
  });

  it('takes an unknown zone for UTC', () => {
    const at = new Date('2026-03-02T03:00Z');
    expect(nextSendTime({ window: office, timeZone: 'Mars/Olympus' }, at)).toEqual(new Date('2026-03-02T09:00Z'));
  });

  it('of no time is that', () => {
    const never = new Date(Number.NaN);
    expect(nextSendTime({ window: office, timeZone: 'Asia/Kolkata' }, never)).toBe(never);
  });

  it('is never before now, always in the window, and stable', () => {
    const zones = fc.constantFrom(
      'Asia/Kolkata',
      'America/New_York',
      'Europe/London',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    );
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, time, fc.boolean(), (timeZone, at, weekdaysOnly) => {
        const given = { window: { ...office, weekdaysOnly }, timeZone };
        const sends = nextSendTime(given, at);
        expect(sends.getTime()).toBeGreaterThanOrEqual(at.getTime());
        const there = DateTime.fromJSDate(sends, { zone: timeZone });
        expect(there.hour).toBeGreaterThanOrEqual(9);
        expect(there.hour).toBeLessThan(17);
        if (weekdaysOnly) expect(there.weekday).toBeLessThanOrEqual(5);
        expect(nextSendTime(given, sends)).toEqual(sends);
      }),
    );
  });
});
