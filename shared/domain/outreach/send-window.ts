import { DateTime } from 'luxon';

/** When mails may arrive, in the recipient's local time. Ends before `from` the next day where `to` is not after `from`. */
export interface SendWindow {
  /** "09:00" */
  readonly from: string;
  readonly to: string;
  /** Monday to Friday, by the day on which the window opens. */
  readonly weekdaysOnly: boolean;
}

/** The first instant not before `at` that lies in the window; `at` itself where it does. An unknown time zone counts as UTC. */
export function nextSendTime({ window, timeZone }: { window: SendWindow; timeZone: string }, at: Date): Date {
  const zoned = DateTime.fromJSDate(at, { zone: timeZone });
  const local = zoned.isValid ? zoned : DateTime.fromJSDate(at, { zone: 'utc' });
  // From yesterday, whose window may reach past midnight, to the first weekday after a weekend.
  for (let offset = -1; offset <= 7; offset += 1) {
    const day = local.startOf('day').plus({ days: offset });
    if (window.weekdaysOnly && day.weekday > 5) continue;
    const opens = clockTime(day, window.from);
    const closes = clockTime(window.to > window.from ? day : day.plus({ days: 1 }), window.to);
    if (local < closes) return local < opens ? opens.toJSDate() : at;
  }
  return at;
}

/** A wall-clock time of a day; where spring skips it, the first instant after the gap. */
const clockTime = (day: DateTime, time: string): DateTime =>
  day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) });
