import { MONTH_OF, NUMBER_WORDS, WEEKDAYS } from './calendar-words.ts';

export const day = (year: number, month: number, date: number): Date | undefined => {
  const found = new Date(Date.UTC(year, month, date));
  return found.getUTCMonth() === month && found.getUTCDate() === date ? found : undefined;
};

export const addDays = (from: Date, days: number): Date =>
  new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days));

/** Without a year the next such day is meant; one just past is kept, since replies are read late. */
export function nextSuch(sent: Date, month: number, date: number): Date | undefined {
  const thisYear = day(sent.getUTCFullYear(), month, date);
  const isLongPast = thisYear !== undefined && thisYear.getTime() < addDays(sent, -60).getTime();
  return isLongPast ? day(sent.getUTCFullYear() + 1, month, date) : thisYear;
}

export const named = (
  sent: Date,
  monthName: string | undefined,
  date: string | undefined,
  year: string | undefined,
): Date | undefined => {
  const month = MONTH_OF.get((monthName ?? '').toLowerCase());
  if (month === undefined) return undefined;
  return year ? day(Number(year), month, Number(date)) : nextSuch(sent, month, Number(date));
};

/** 05/06 is the fifth of June almost everywhere that we write to; 05/13 can only be American. */
export function numeric(
  sent: Date,
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
): Date | undefined {
  const [a, b] = [Number(first), Number(second)];
  const [date, month] = b > 12 ? [b, a] : [a, b];
  if (!year) return nextSuch(sent, month - 1, date);
  return day(year.length === 2 ? 2000 + Number(year) : Number(year), month - 1, date);
}

/** "The 25th": this month's, or the next month's once it is past. */
export function nextDate(sent: Date, date: number): Date | undefined {
  const thisMonth = day(sent.getUTCFullYear(), sent.getUTCMonth(), date);
  const isAhead = thisMonth !== undefined && thisMonth.getTime() >= addDays(sent, 0).getTime();
  return isAhead ? thisMonth : day(sent.getUTCFullYear(), sent.getUTCMonth() + 1, date);
}

export function nextWeekday(sent: Date, name: string, skipWeek: boolean): Date {
  const wanted = WEEKDAYS.findIndex(weekday => weekday.startsWith(name.slice(0, 3).toLowerCase()));
  const ahead = (wanted - sent.getUTCDay() + 7) % 7 || 7;
  const daysToMonday = (8 - sent.getUTCDay()) % 7 || 7;
  return addDays(sent, skipWeek && ahead < daysToMonday ? ahead + 7 : ahead);
}

export function relative(sent: Date, amount: string | undefined, unit: string | undefined): Date {
  const count = NUMBER_WORDS[(amount ?? '').toLowerCase()] ?? Number(amount);
  if (unit?.toLowerCase().startsWith('m'))
    return new Date(Date.UTC(sent.getUTCFullYear(), sent.getUTCMonth() + count, sent.getUTCDate()));
  return addDays(sent, count * (/^(?:w|haft)/i.test(unit ?? '') ? 7 : 1));
}

/** The day that "mid March" or "after March" begins on. */
export function partOfMonth(first: Date, part: string): Date {
  if (part === 'mid') return addDays(first, 14);
  if (part === 'late') return addDays(first, 20);
  const isOver = part.endsWith('end of') || part === 'after' || part === 'post';
  return isOver ? new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)) : first;
}

export const firstOfMonth = (sent: Date, month: number): Date => {
  const isPast = month <= sent.getUTCMonth();
  return new Date(Date.UTC(sent.getUTCFullYear() + (isPast ? 1 : 0), month, 1));
};
