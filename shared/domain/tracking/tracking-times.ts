import { DateTime } from 'luxon';
import { earlier } from '../time.ts';

/** Results are looked at once a day, before the working day starts. */
const trackHour = 7;

/** The next time after `at` when results are looked at, at most the end of the campaign. */
export function nextTrackTime(at: string, timeZone: string, endsAt: string): string {
  const here = DateTime.fromISO(at, { zone: timeZone });
  const atHour = (day: DateTime) => day.startOf('day').set({ hour: trackHour });
  const today = atHour(here);
  const next = today > here ? today : atHour(here.plus({ days: 1 }));
  return earlier(next.toUTC().toISO() ?? endsAt, endsAt);
}

/** Whether a report is due: so many days have gone by since the last one. Half a day early counts, as tracking runs once a day. */
export const isReportDue = (lastReportAt: string | undefined, everyDays: number, at: string): boolean =>
  lastReportAt === undefined || Date.parse(at) - Date.parse(lastReportAt) >= (everyDays - 0.5) * 86_400_000;
