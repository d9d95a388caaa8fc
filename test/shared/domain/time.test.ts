import { describe, expect, it } from 'vitest';
import {
  dayIn,
  earlier,
  endOfDay,
  lastDays,
  later,
  plusDays,
  plusMinutes,
  startOfDay,
  timeZoneOf,
} from '#shared/domain/time.ts';

describe('arithmetic', () => {
  it('adds days of 24 hours and minutes, in both directions', () => {
    expect(plusDays('2026-02-28T06:00:00.000Z', 1)).toBe('2026-03-01T06:00:00.000Z');
    expect(plusDays('2026-03-01T06:00:00.000Z', -0.5)).toBe('2026-02-28T18:00:00.000Z');
    expect(plusMinutes('2026-03-01T23:50:00.000Z', 20)).toBe('2026-03-02T00:10:00.000Z');
  });

  it('says which is first', () => {
    const [first, second] = ['2026-03-01T06:00:00.000Z', '2026-03-01T06:00:00.001Z'] as const;
    expect([earlier(first, second), later(first, second), later(second, first)]).toEqual([first, second, second]);
  });
});

describe('a calendar day', () => {
  it('is another one elsewhere', () => {
    expect(dayIn('2026-03-01T20:00:00.000Z', 'Asia/Kolkata')).toBe('2026-03-02');
    expect(dayIn('2026-03-01T20:00:00.000Z', 'America/Los_Angeles')).toBe('2026-03-01');
  });

  it('begins and ends where people live', () => {
    expect(startOfDay('2026-03-02', 'Asia/Kolkata')).toBe('2026-03-01T18:30:00.000Z');
    expect(endOfDay('2026-03-02', 'Asia/Kolkata')).toBe('2026-03-02T18:29:59.999Z');
    // 23 hours long: the clock is put forward.
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
  });

  it('and those before it, newest first, over a leap day', () => {
    expect(lastDays('2028-03-01', 3)).toEqual(['2028-03-01', '2028-02-29', '2028-02-28']);
    expect(lastDays('2026-03-01', 0)).toEqual([]);
  });
});

describe('the time zone of a country', () => {
  it('is known where there is only one', () => {
    expect(timeZoneOf('IN')).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
    expect(timeZoneOf('FR')).toBe('Europe/Paris');
  });
  it.each(['US', 'AU', 'in', 'ZZ', 'India', '', undefined])('is not guessed for %s', country =>
    expect(timeZoneOf(country)).toBeUndefined(),
  );
});
