import { DateTime, Interval } from 'luxon';

export interface CallRules {
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** "15:00", in the brand's time zone. */
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** Their own booking page is used instead of slots of ours. */
  readonly bookingUrl?: string | undefined;
}

export interface CallSlot {
  /** ISO 8601 instants in UTC. */
  readonly from: string;
  readonly to: string;
}

/** Both sides need time to answer and to prepare. */
const noticeWorkingDays = 2;
const horizonDays = 60;

/**
 * The earliest free slots, two working days ahead at least, no more than half of them on one day, so that a busy Tuesday does
 * not take every choice. Empty where the rules leave no room.
 */
export function offerSlots(
  rules: CallRules,
  brandTimeZone: string,
  taken: readonly CallSlot[],
  at: string,
  count = 3,
): CallSlot[] {
  const now = DateTime.fromISO(at, { zone: brandTimeZone });
  if (!now.isValid || rules.minutes <= 0 || rules.bookingUrl !== undefined) return [];
  const busy = taken.map(({ from, to }) => Interval.fromDateTimes(DateTime.fromISO(from), DateTime.fromISO(to)));
  const perDay = Math.ceil(count / 2);
  const first = afterWorkingDays(now.startOf('day'), noticeWorkingDays);
  const offered: CallSlot[] = [];
  for (let offset = 0; offset < horizonDays && offered.length < count; offset += 1) {
    const day = first.plus({ days: offset });
    if (!rules.weekdays.includes(day.weekday)) continue;
    const free = slotsOf(day, rules).filter(slot => !busy.some(interval => interval.overlaps(slot)));
    for (const slot of free.slice(0, Math.min(perDay, count - offered.length))) offered.push(asText(slot));
  }
  return offered;
}

function afterWorkingDays(day: DateTime<true>, workingDays: number): DateTime<true> {
  let [reached, left] = [day, workingDays];
  while (left > 0) {
    reached = reached.plus({ days: 1 });
    if (reached.weekday <= 5) left -= 1;
  }
  return reached;
}

/** Wall-clock times, each made a time of its own so that a change of the clock does not shift the rest of the day. */
function slotsOf(day: DateTime<true>, { from, to, minutes }: CallRules): Interval[] {
  const slots: Interval[] = [];
  for (let minute = minuteOfDay(from); minute + minutes <= minuteOfDay(to); minute += minutes) {
    const start = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
    // A time that spring skips comes back as another one: nobody could keep that appointment.
    if (start.hour * 60 + start.minute !== minute) continue;
    slots.push(Interval.after(start, { minutes }));
  }
  return slots;
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const asText = ({ start, end }: Interval): CallSlot => ({ from: asInstant(start), to: asInstant(end) });
const asInstant = (time: DateTime | null): string => new Date(Number(time)).toISOString();
