// Dates as people write them in mails, resolved against the time the mail was sent. Days only: nobody chases by the hour.

const MONTHS: readonly (readonly string[])[] = [
  [
    'jan',
    'januar',
    'january',
    'janvier',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'januari',
    'janv',
    'जनवरी',
    'stycznia',
    'января',
  ],
  [
    'feb',
    'februar',
    'february',
    'février',
    'févr',
    'fév',
    'febrero',
    'febbraio',
    'fevereiro',
    'fev',
    'februari',
    'फरवरी',
    'lutego',
    'февраля',
  ],
  ['mar', 'march', 'märz', 'mär', 'mars', 'marzo', 'março', 'maart', 'mrt', 'मार्च', 'marca', 'марта'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile', 'अप्रैल', 'kwietnia', 'апреля'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj', 'मई', 'maja', 'мая'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'जून', 'czerwca', 'июня'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'जुलाई', 'lipca', 'июля'],
  ['aug', 'august', 'août', 'agosto', 'ago', 'augustus', 'augusti', 'अगस्त', 'sierpnia', 'августа'],
  [
    'sep',
    'sept',
    'september',
    'septembre',
    'septiembre',
    'settembre',
    'set',
    'setembro',
    'सितंबर',
    'सितम्बर',
    'września',
    'сентября',
  ],
  [
    'oct',
    'october',
    'okt',
    'oktober',
    'octobre',
    'octubre',
    'ottobre',
    'ott',
    'out',
    'outubro',
    'अक्टूबर',
    'października',
    'октября',
  ],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'नवंबर', 'नवम्बर', 'listopada', 'ноября'],
  [
    'dec',
    'december',
    'dez',
    'dezember',
    'décembre',
    'déc',
    'diciembre',
    'dic',
    'dicembre',
    'dezembro',
    'दिसंबर',
    'दिसम्बर',
    'grudnia',
    'декабря',
  ],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.map(name => [name, month] as const)));
const MONTH_NAMES = [...MONTH_OF.keys()].toSorted((a, b) => b.length - a.length).join('|');

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const WEEKDAY_NAMES =
  'sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?';
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  couple: 2,
  few: 3,
  ek: 1,
  do: 2,
  teen: 3,
};

const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?';
const YEAR = '(?:,?\\s{1,2}(?:de )?(20\\d\\d))?';

const day = (year: number, month: number, date: number): Date | undefined => {
  const found = new Date(Date.UTC(year, month, date));
  return found.getUTCMonth() === month && found.getUTCDate() === date ? found : undefined;
};

const addDays = (from: Date, days: number): Date =>
  new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days));

/** Without a year the next such day is meant; one just past is kept, since replies are read late. */
function nextSuch(sent: Date, month: number, date: number): Date | undefined {
  const thisYear = day(sent.getUTCFullYear(), month, date);
  const isLongPast = thisYear !== undefined && thisYear.getTime() < addDays(sent, -60).getTime();
  return isLongPast ? day(sent.getUTCFullYear() + 1, month, date) : thisYear;
}

const named = (
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
function numeric(
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
function nextDate(sent: Date, date: number): Date | undefined {
  const thisMonth = day(sent.getUTCFullYear(), sent.getUTCMonth(), date);
  const isAhead = thisMonth !== undefined && thisMonth.getTime() >= addDays(sent, 0).getTime();
  return isAhead ? thisMonth : day(sent.getUTCFullYear(), sent.getUTCMonth() + 1, date);
}

function nextWeekday(sent: Date, name: string, skipWeek: boolean): Date {
  const wanted = WEEKDAYS.findIndex(weekday => weekday.startsWith(name.slice(0, 3).toLowerCase()));
  const ahead = (wanted - sent.getUTCDay() + 7) % 7 || 7;
  const daysToMonday = (8 - sent.getUTCDay()) % 7 || 7;
  return addDays(sent, skipWeek && ahead < daysToMonday ? ahead + 7 : ahead);
}

function relative(sent: Date, amount: string | undefined, unit: string | undefined): Date {
  const count = NUMBER_WORDS[(amount ?? '').toLowerCase()] ?? Number(amount);
  if (unit?.toLowerCase().startsWith('m'))
    return new Date(Date.UTC(sent.getUTCFullYear(), sent.getUTCMonth() + count, sent.getUTCDate()));
  return addDays(sent, count * (/^(?:w|haft)/i.test(unit ?? '') ? 7 : 1));
}

/** The day that "mid March" or "after March" begins on. */
function partOfMonth(first: Date, part: string): Date {
  if (part === 'mid') return addDays(first, 14);
  if (part === 'late') return addDays(first, 20);
  const isOver = part.endsWith('end of') || part === 'after' || part === 'post';
  return isOver ? new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)) : first;
}

const firstOfMonth = (sent: Date, month: number): Date => {
  const isPast = month <= sent.getUTCMonth();
  return new Date(Date.UTC(sent.getUTCFullYear() + (isPast ? 1 : 0), month, 1));
};

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
  rule(
    '(?:in|after|for|within|about|around|another|next)? ?(?:the (?:next )?)?(\\d{1,2}|an?|one|two|three|four|five|six|couple|few|ek|do|teen)(?: (?:or|to|-) (?:\\d{1,2}|two|three|four))?(?: of)?[ -]?(days?|weeks?|months?|din|hafte|hafta|mahine)(?: (?:baad|time|later|from now))?',
    (sent, [, amount, unit]) => relative(sent, amount, unit),
  ),
  rule(
    `(in|after|post|by|until|till|from|around|mid|early|late|end of)[ -](?:(mid|early|late|the end of|end of)[ -])?(${MONTH_NAMES})(?: (20\\d\\d))?`,
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

const RETURNS =
  /(?:until|till|til|through|back|return(?:ing)?|reopen|resume|up to|and including|to|–|-|bis|zurück|jusqu[’']au|retour|hasta|regreso|fino al?|rientro|até|retorno|tot(?: en met)?|terug|do|powrót|до|til og med|t\.?o\.?m\.?|まで|より)[^.\n]{0,24}$/iu;

/** When somebody who is away says they are back: the last day named after "until", "back on", "bis" and the like. */
export function returnDateIn(text: string, sentAt: string | undefined): string | undefined {
  const days = daysIn(text, sentAt);
  const told = days.filter(one => RETURNS.test(text.slice(Math.max(0, one.start - 60), one.start)));
  return told.at(-1)?.date;
}
