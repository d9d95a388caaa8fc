import { describe, expect, it } from 'vitest';
import { daysIn } from '#shared/domain/listening/calendar.ts';
import { returnDateIn } from '#shared/domain/listening/return-date.ts';

// A Monday.
const at = '2026-01-12T10:00:00.000Z';
const days = (text: string) => daysIn(text, at).map(day => day.date);

describe('days that a text names', () => {
  it.each([
    ['2026-02-15', '2026-02-15'],
    ['15 Feb', '2026-02-15'],
    ['15th of February 2027', '2027-02-15'],
    ['Feb 15, 2027', '2027-02-15'],
    ['15. Februar', '2026-02-15'],
    ['15 de febrero', '2026-02-15'],
    ['15 जनवरी', '2026-01-15'],
    ['15/02/2026', '2026-02-15'],
    ['15.02.26', '2026-02-15'],
    ['02/15/2026', '2026-02-15'],
    ['vom 15.02. an', '2026-02-15'],
    ['2026年2月15日', '2026-02-15'],
    ['2月15日', '2026-02-15'],
    ['the 25th', '2026-01-25'],
    ['the 5th', '2026-02-05'],
    ['tomorrow', '2026-01-13'],
    ['the day after tomorrow', '2026-01-14'],
    ['parso', '2026-01-14'],
    ['Friday', '2026-01-16'],
    ['next Friday', '2026-01-23'],
    ['Monday', '2026-01-19'],
    ['next week', '2026-01-19'],
    ['next month', '2026-02-01'],
    ['next year', '2027-01-01'],
    ['the end of the month', '2026-02-01'],
    ['in two weeks', '2026-01-26'],
    ['after 3 days', '2026-01-15'],
    ['in a month', '2026-02-12'],
    ['until March', '2026-03-01'],
    ['after March', '2026-04-01'],
    ['in mid February', '2026-02-15'],
    ['late February', '2026-02-21'],
    ['in March 2027', '2027-03-01'],
    ['feb me', '2026-02-01'],
    // Long past without a year is next year's.
    ['1 October', '2026-10-01'],
    ['5 January', '2026-01-05'],
  ])('%s is %s', (text, date) => {
    expect(days(text)).toEqual([date]);
  });

  it('a day two months gone without a year is the next one', () => {
    expect(daysIn('on 5 January', '2026-06-01T00:00:00.000Z').map(day => day.date)).toEqual(['2027-01-05']);
  });

  it('come in the order of the text', () => {
    expect(days('from 20 January to 5 February')).toEqual(['2026-01-20', '2026-02-05']);
  });

  it.each(['31 February', '45/45/2026', 'Rs 12,345', 'reel 2', 'version 1.2.3', 'may be', ''])(
    'are none in %j',
    text => {
      expect(days(text)).toEqual([]);
    },
  );

  it('are none when the time of the text is unknown or no time', () => {
    expect(daysIn('tomorrow', undefined)).toEqual([]);
    expect(daysIn('tomorrow', 'yesterday')).toEqual([]);
  });
});

describe('the day somebody is back', () => {
  it.each([
    ['away until 20 January', '2026-01-20'],
    ['from 5 January to 30 June', '2026-06-30'],
    ['back on Monday', '2026-01-19'],
    ['20 जनवरी तक', '2026-01-20'],
  ])('%s is %s', (text, date) => {
    expect(returnDateIn(text, at)).toBe(date);
  });

  it('is unknown when the day says something else', () => {
    expect(returnDateIn('I wrote it on 20 January', at)).toBeUndefined();
  });
});
