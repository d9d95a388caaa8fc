// Dates as people write them in mails, resolved against the time the mail was sent. Days only: nobody chases by the hour.
import {
  addDays,
  day,
  firstOfMonth,
  named,
  nextDate,
  nextSuch,
  nextWeekday,
  numeric,
  partOfMonth,
  relative,
} from './calendar-days.ts';
import { HINDI_WEEKDAY_NAMES, HINDI_WEEKDAYS, MONTH_NAMES, MONTH_OF, WEEKDAY_NAMES } from './calendar-words.ts';

const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?';
const YEAR = '(?:,?\\s{1,2}(?:de )?(20\\d\\d))?';

type Rule = readonly [RegExp, (sent: Date, found: RegExpExecArray) => Date | undefined];

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(EDGE + pattern + END, 'giu'), read];

const RULES: readonly Rule[] = [
  rule('(20\\d\\d)[-./](\\d{1,2})[-./](\\d{1,2})', (_, [, year, month, date]) =>
    day(Number(year), Number(month) - 1, Number(date)),
  ),
  rule(`${DAY}\\s{0,2}(?:of |de )?(${MONTH_NAMES})\\.?${YEAR}`, (sent, [, date, month, year]) =>
    named(sent, month, date, year),
  ),
  rule(`(${MONTH_NAMES})\\.?\\s{0,2}${DAY}${YEAR}`, (sent, [, month, date, year]) => named(sent, month, date, year)),
  rule('(\\d{1,2})[./-](\\d{1,2})[./-](20\\d\\d|\\d\\d)', (sent, [, a, b, year]) => numeric(sent, a, b, year)),
  rule('(\\d{1,2})\\.(\\d{1,2})\\.', (sent, [, a, b]) => numeric(sent, a, b, undefined)),
  rule('(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日', (_, [, year, month, date]) =>
    day(Number(year), Number(month) - 1, Number(date)),
  ),
  rule('(\\d{1,2})月(\\d{1,2})日', (sent, [, month, date]) => nextSuch(sent, Number(month) - 1, Number(date))),
  rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: (?:of (?:this|the) month))?', (sent, [, date]) =>
    nextDate(sent, Number(date)),
  ),
  rule('parso|परसों', sent => addDays(sent, 2)),
  rule('day after tomorrow', sent => addDays(sent, 2)),
  rule('(?:tomorrow|tmrw|tmr|kal)', sent => addDays(sent, 1)),
  rule('(?:(?:early|by|sometime) )?(?:next|coming) week|agle (?:hafte|week)|अगले (?:हफ्ते|सप्ताह)', sent =>
    nextWeekday(sent, 'mon', false),
  ),
  rule('(?:next|coming) month|agle (?:mahine|month)|अगले महीने', sent =>
    firstOfMonth(sent, (sent.getUTCMonth() + 1) % 12),
  ),
  rule('(?:next|coming) year|agle saal|अगले साल', sent => day(sent.getUTCFullYear() + 1, 0, 1)),
  rule(
    '(?:end of (?:the |this )?month|month[ -]?end)',
    sent => new Date(Date.UTC(sent.getUTCFullYear(), sent.getUTCMonth() + 1, 1)),
  ),
  rule(`(next |coming |this )?(${WEEKDAY_NAMES})`, (sent, [, which, name]) =>
    nextWeekday(sent, name ?? '', which?.trim().toLowerCase() === 'next'),
  ),
  rule(`(?:${HINDI_WEEKDAY_NAMES})`, (sent, [name]) =>
    nextWeekday(sent, HINDI_WEEKDAYS[name.toLowerCase()] ?? '', false),
  ),
  rule(
    '(?:in|after|for|within|about|around|another|next)? ?(?:the (?:next )?)?(\\d{1,2}|an?|one|two|three|four|five|six|couple|few|ek|do|teen)(?: (?:or|to|-) (?:\\d{1,2}|two|three|four))?(?: of)?[ -]?(days?|weeks?|months?|din|hafte|hafta|mahine)(?: (?:baad|time|later|from now))?',
    (sent, [, amount, unit]) => relative(sent, amount, unit),
  ),
  rule(
    `(in|after|post|(?:postpone|push|move|shift|defer|delay)(?: (?:it|this|that))? (?:to|till|until)|by|until|till|from|around|mid|early|late|end of)[ -](?:(mid|early|late|the end of|end of)[ -])?(${MONTH_NAMES})(?: (20\\d\\d))?`,
    (sent, [, before, part, name, year]) => {
      const month = MONTH_OF.get((name ?? '').toLowerCase()) ?? 0;
      const first = year ? day(Number(year), month, 1) : firstOfMonth(sent, month);
      return first && partOfMonth(first, (part ?? before ?? '').toLowerCase());
    },
  ),
  rule(`(${MONTH_NAMES}) (?:me|mein|main|mai)`, (sent, [, name]) =>
    firstOfMonth(sent, MONTH_OF.get((name ?? '').toLowerCase()) ?? 0),
  ),
];

export interface FoundDay {
  /** ISO date. */
  readonly date: string;
  readonly text: string;
  readonly start: number;
}

const MAX_TEXT = 5_000;

/** Every day that a text names, in the order of the text; of overlapping readings the first rule's counts. */
export function daysIn(text: string, sentAt: string | undefined): FoundDay[] {
  const sent = sentAt === undefined ? undefined : new Date(sentAt);
  if (!sent || Number.isNaN(sent.getTime())) return [];
  const found: FoundDay[] = [];
  for (const [pattern, read] of RULES) {
    for (const match of text.slice(0, MAX_TEXT).matchAll(pattern)) {
      const taken = found.some(
        one => match.index < one.start + one.text.length && one.start < match.index + match[0].length,
      );
      const date = taken ? undefined : read(sent, match);
      if (date) found.push({ date: date.toISOString().slice(0, 10), text: match[0].trim(), start: match.index });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
