import { Cron } from 'croner';
import { DateTime } from 'luxon';

/** When a schedule fires next, strictly after a time; nothing when it never will again. */
export type NextTime = (afterMs: number) => number | undefined;

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(1 hour)`, `cron(0 9 ? * MON-FRI *)` or `at(2026-12-01T09:00:00)`, in a time zone (rates have none). */
export function scheduleTimes(expression: string, timeZone: string, startMs: number): NextTime {
  const [, kind, argument = ''] = expression.match(/^(rate|cron|at)\((.+)\)$/) ?? [];
  if (kind === 'rate') return rate(expression, argument, startMs);
  if (kind === 'cron') return cron(expression, argument, timeZone);
  if (kind === 'at') return once(expression, argument, timeZone);
  throw new Error(`Not a schedule expression: ${expression}`);
}

function rate(expression: string, argument: string, startMs: number): NextTime {
  const [, count, unit = ''] = argument.match(/^(\d+) (minute|hour|day)s?$/) ?? [];
  const everyMs = Number(count) * (unitMs[unit] ?? 0);
  if (!everyMs) throw new Error(`Not a rate: ${expression}`);
  return afterMs => startMs + (Math.floor((afterMs - startMs) / everyMs) + 1) * everyMs;
}

function once(expression: string, argument: string, timeZone: string): NextTime {
  const at = DateTime.fromISO(argument, { zone: timeZone });
  if (!at.isValid) throw new Error(`Not a time: ${expression} (${at.invalidExplanation})`);
  return afterMs => (at.toMillis() > afterMs ? at.toMillis() : undefined);
}

/** AWS's six fields are croner's without seconds; both count Sunday as 1 when croner is told to. */
function cron(expression: string, argument: string, timeZone: string): NextTime {
  const fields = argument.trim().split(/\s+/);
  if (fields.length !== 6) throw new Error(`${expression} must have six fields: minutes hours day month weekday year.`);
  const [minutes, hours, day = '', month, weekday = '', year] = fields;
  if ((day === '?') === (weekday === '?'))
    throw new Error(`${expression}: exactly one of day and weekday must be '?'.`);
  const star = (field: string) => (field === '?' ? '*' : field);
  const times = new Cron(`0 ${minutes} ${hours} ${star(day)} ${month} ${star(weekday)} ${year}`, {
    timezone: timeZone,
    alternativeWeekdays: true,
    sloppyRanges: true, // `0/15`, as AWS writes it
    paused: true,
  });
  return afterMs => {
    let next = times.nextRun(new Date(afterMs));
    // Where clocks go forward, croner moves a time that does not exist to the one after; AWS leaves it out.
    while (next && !times.match(next)) next = times.nextRun(next);
    return next?.getTime();
  };
}
