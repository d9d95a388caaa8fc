import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReportDue, nextTrackTime } from '#shared/domain/tracking/tracking-times.ts';
import { at, days } from '../builders.ts';

const end = '2026-12-31T18:29:59.999Z';

describe('the next look at the results', () => {
  it.each([
    ['before seven it is today', '2026-03-02T01:00:00.000Z', 'Asia/Kolkata', '2026-03-02T01:30:00.000Z'],
    ['at seven it is tomorrow', '2026-03-02T01:30:00.000Z', 'Asia/Kolkata', '2026-03-03T01:30:00.000Z'],
    ['in the evening it is tomorrow', '2026-03-02T18:00:00.000Z', 'Asia/Kolkata', '2026-03-03T01:30:00.000Z'],
    [
      'over the change to summer time it stays at seven',
      '2026-03-28T12:00:00.000Z',
      'Europe/Berlin',
      '2026-03-29T05:00:00.000Z',
    ],
    ['over the change to winter time too', '2026-10-24T12:00:00.000Z', 'Europe/Berlin', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, now, zone, next) => expect(nextTrackTime(now, zone, end)).toBe(next));

  it('is never after the end of the campaign', () => {
    expect(nextTrackTime('2026-12-31T12:00:00.000Z', 'Asia/Kolkata', end)).toBe(end);
  });

  it('is always later than now and within 25 hours, until the end', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Pacific/Auckland'), (now, zone) => {
        const ahead = Date.parse(nextTrackTime(now.toISOString(), zone, end)) - now.getTime();
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

describe('a report is due', () => {
  it('at the first chance, then every so many days, half a day early counted', () => {
    expect(isReportDue(undefined, 7, at)).toBe(true);
    expect(isReportDue(at, 7, days(6.4))).toBe(false);
    expect(isReportDue(at, 7, days(6.5))).toBe(true);
    expect(isReportDue(at, 1, days(0.5))).toBe(true);
  });
});
