import { describe, expect, it } from 'vitest';
import { scheduleTimes } from '#infra/local/services/eventbridge/schedule-expression.ts';

function next(expression: string, timeZone: string, from: string, count: number): string[] {
  const times = scheduleTimes(expression, timeZone, Date.parse(from));
  const found: string[] = [];
  for (let at = times(Date.parse(from)); at !== undefined && found.length < count; at = times(at)) {
    found.push(new Date(at).toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('a schedule', () => {
  it.each([
    ['cron(0 9 ? * MON-FRI *)', 'Asia/Kolkata', '2026-11-20T09:00:00Z', ['2026-11-23T03:30Z', '2026-11-24T03:30Z']],
    ['cron(0 9 ? * 2 *)', 'UTC', '2026-11-20T09:00:00Z', ['2026-11-23T09:00Z', '2026-11-30T09:00Z']],
    ['cron(0 8 L * ? *)', 'UTC', '2026-01-31T09:00:00Z', ['2026-02-28T08:00Z', '2026-03-31T08:00Z']],
    ['cron(0 8 ? * 6#3 *)', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-16T08:00Z', '2026-02-20T08:00Z']],
    ['cron(0 8 1W * ? *)', 'UTC', '2026-01-31T00:00:00Z', ['2026-02-02T08:00Z', '2026-03-02T08:00Z']],
    ['cron(0/20 10 * * ? 2026)', 'UTC', '2026-12-31T10:10:00Z', ['2026-12-31T10:20Z', '2026-12-31T10:40Z']],
    ['rate(90 minutes)', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-01T01:30Z', '2026-01-01T03:00Z']],
    ['rate(1 day)', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-02T00:00Z']],
    ['at(2026-12-01T09:00:00)', 'Asia/Kolkata', '2026-01-01T00:00:00Z', ['2026-12-01T03:30Z']],
  ])('%s in %s', (expression, timeZone, from, expected) => {
    expect(next(expression, timeZone, from, expected.length)).toEqual(expected);
  });

  it('leaves out a time that daylight saving skips', () => {
    const days = next('cron(30 2 * * ? *)', 'America/New_York', '2026-03-06T12:00:00Z', 3);
    expect(days).toEqual(['2026-03-07T07:30Z', '2026-03-09T06:30Z', '2026-03-10T06:30Z']);
  });

  it('runs once at a time that daylight saving repeats', () => {
    const days = next('cron(30 1 * * ? *)', 'America/New_York', '2026-10-31T12:00:00Z', 2);
    expect(days).toEqual(['2026-11-01T05:30Z', '2026-11-02T06:30Z']);
  });

  it.each(['every hour', 'rate(1 week)', 'cron(0 9 * * * *)', 'cron(0 9 * * ?)', 'at(tomorrow)'])(
    'refuses %s',
    expression => {
      expect(() => scheduleTimes(expression, 'UTC', 0)).toThrow();
    },
  );
});
