import { asciiDigits } from '../digits.ts';
import { currencyDigits } from '../money.ts';
import { writtenNumber } from '../number-words.ts';
import { compactFactor } from './compact-units.ts';
import { isCurrencyMark } from './currency-marks.ts';

/**
 * Reads numbers as people, spreadsheets and vendors write them. One rule for every locale:
 * - two kinds of separator: the last one is the decimal mark, the other one groups ("1,234.5", "1.234,5", "12,34,567.89");
 * - one kind, several times: it groups, and the last group has three digits ("1,23,456", "1.234.567");
 * - one separator once: it is the decimal mark, unless exactly three digits follow a non-zero start in a plain count, which
 *   has no decimals ("1.234" followers are 1234; "1.234 M", "1,234 %" and a bare rate of "1.234" have a decimal mark);
 * - spaces, thin spaces and apostrophes group.
 */

/** Words and letters after a number, and what they multiply it by: English, Indian, German, Slavic, East Asian. */
const units: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  hazar: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  l: 1e5,
  lac: 1e5,
  lacs: 1e5,
  lakh: 1e5,
  lakhs: 1e5,
  lk: 1e5,
  cr: 1e7,
  crs: 1e7,
  crore: 1e7,
  crores: 1e7,
  हज़ार: 1e3,
  हजार: 1e3,
  लाख: 1e5,
  करोड़: 1e7,
  करोड: 1e7,
  কো: 1e7,
  mln: 1e6,
  mlns: 1e6,
  tys: 1e3,
  тыс: 1e3,
  тысяч: 1e3,
  млн: 1e6,
  млрд: 1e9,
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
};

const things = [
  'followers?|follower:innen|following|subscribers?|subs|fans|likes?|comments?|views?|posts?|abonnenten|abonnés?',
  'seguidor(?:es|as)|suscriptores|inscritos|iscritti|volgers|takipçi|abone|obserwujących|pengikut|följare|følgere|seuraajaa',
  'फॉलोअर्स|फ़ॉलोअर्स|सब्सक्राइबर्स?|подписчик(?:ов|а|и)?|フォロワー|粉丝|팔로워|متابع(?:ين)?',
].join('|');
/** What is counted may stand behind the number, and where: "12.3K followers", "12 300 abonnés", "1 M d’abonnés", "15만명". */
const counted = new RegExp(
  `(?:(?:(?<=[\\d+])|\\s+|(?<=\\d[kmb]))(?:(?:de|di) |d['’])?(?:${things})\\.?(?:\\s(?:on|in|auf|sur|en)\\s[\\p{L}]{1,12})?|(?<=[万萬億亿千만천억])[人명])$`,
  'iu',
);
/** Or before it: "Followers: 12.3K". */
const label = new RegExp(`^(?:${things})\\s?[:=]?\\s(?=\\S)`, 'iu');
/** Turks write B for a thousand ("bin"). */
const turkishThousand = /(?<=\d)\s?B(?=\s(?:takipçi|abone)$)/iu;
/** Letters close to a number are somebody's name ("kr12"); with a sign, a dot or a space they may be a currency. */
const markBefore = /^(?:[\p{L}.]{1,4}\p{Sc}|[\p{L}\p{M}]{1,4}[.:]?\s|[\p{L}\p{M}]{1,4}\.)\s?(?=[\d.,])/u;
const markBehind = /(?<=[\d.,-])\s?(?:[\p{L}\p{M}]{1,5}\.?|[\p{L}.]{1,4}\p{Sc})$/u;
/** What tables put around a cell: quotes, and the apostrophe that keeps a spreadsheet from reading it. */
const quotes = /^["'“”‘]+|["'“”’]+$/gu;

/** Said before a number that is not exact; it is taken as it stands. */
const roughly =
  /^(?:(?:approx(?:imately)?\.?|about|around|roughly|over|above|almost|nearly|circa|ca\.|c\.|some|more than|at least|up to|etwa|rund|über|environ|plus de|unos|casi|cerca de|लगभग|करीब|lagbhag|kareeb)\s+|[~≈><≥≤±]\s*)+(?=[\p{Sc}\p{N}.]|rs|[A-Z]{3}\s)/iu;

/** A whole, non-negative count ("12.3K", "1,23,456", "1.2 lakh"), or undefined when the text is no count. */
export function parseCount(text: string): number | undefined {
  const value = read(text, 'count');
  return value === undefined || value.percent || value.amount < 0 ? undefined : Math.round(value.amount);
}

/**
 * A rate as a fraction: "4,5 %" is 0.045. A bare number is a fraction or a percentage by the column it stands in, which
 * only the caller knows.
 */
export function parseRate(text: string, bareIs: 'fraction' | 'percent'): number | undefined {
  const value = read(text, 'rate');
  if (value === undefined || value.amount < 0) return undefined;
  return value.percent || bareIs === 'percent' ? percent(value.amount) : value.amount;
}

/** A plain decimal number ("-12.5", "1.2 lakh", "₹1,500"), or undefined. */
export function parseNumber(text: string): number | undefined {
  const value = read(text, 'count');
  if (value === undefined) return undefined;
  return value.percent ? percent(value.amount) : value.amount;
}

// 4.5 / 100 is 0.045 and not 0.045000000000000005 when the decimal point is moved in the text.
const percent = (amount: number): number => scale(amount, -2);
const scale = (amount: number, exponent: number): number => {
  const [digits = '0', own = '0'] = String(amount).split('e');
  return Number(`${digits}e${Number(own) + exponent}`);
};

function read(text: string, kind: 'count' | 'rate'): { amount: number; percent: boolean } | undefined {
  if (text.length > 60) return undefined;
  const tidy = asciiDigits(text.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    // The Arabic thousands and decimal marks.
    .replaceAll('\u066c', "'")
    .replaceAll('\u066b', '.')
    .trim()
    .replace(quotes, '')
    .replace(turkishThousand, ' bin')
    .replace(kind === 'count' ? counted : /$^/, '')
    .replace(kind === 'count' ? label : /$^/, '')
    .replace(roughly, '')
    .replace(/^(?:rs\.?|रु\.?|\p{Sc})\s*(?=[\d.,+-])/iu, '')
    .replace(markBefore, withoutMark)
    .replace(/\s\*+$/, '')
    .replace(markBehind, withoutMark)
    .replace(/\s*\p{Sc}$/u, '')
    .replace(/\s*\/-$|[.,]\s?[-–]$/u, '')
    .replace(/^([A-Z]{3})\s*(?=[\d.,])|(?<=[\d\p{L}.])\s*([A-Z]{3})$/u, withoutCurrency);
  if (/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d{1,2}$/i.test(tidy)) return finite(Number(tidy.replace(',', '.')), false);
  const match = /^([+-]|−)?([\d.,][\d.,'’\s]*?)\s*(%|percent|pct|[\p{L}\p{M}][\p{L}\p{M}.॰ ]{0,30})?\s*\+?$/iu.exec(
    tidy,
  );
  if (!match) return finite(writtenNumber(tidy) ?? Number.NaN, false);
  const [, sign, digits = '', suffix = ''] = match;
  const isPercent = /^(?:%|percent|pct)$/i.test(suffix);
  const factor =
    isPercent || suffix === '' ? 1 : (units[suffix.toLowerCase().replace(/\.$/, '')] ?? compactFactor(suffix));
  if (factor === undefined) return undefined;
  const plain = plainDecimal(digits, kind === 'count' && suffix === '');
  if (plain === undefined) return undefined;
  return finite((sign === '-' || sign === '−' ? -1 : 1) * scale(Number(plain), Math.log10(factor)), isPercent);
}

const withoutMark = (found: string): string => (isCurrencyMark(found.trim()) ? '' : found);

const withoutCurrency = (found: string, before?: string, after?: string): string =>
  currencyDigits(before ?? after ?? '') === undefined ? found : '';

const finite = (amount: number, isPercent: boolean) =>
  Number.isFinite(amount) && Math.abs(amount) <= 1e15 ? { amount, percent: isPercent } : undefined;

/** "12,34,567.89" -> "1234567.89"; undefined when the groups make no number. */
function plainDecimal(digits: string, threeDigitsGroup: boolean): string | undefined {
  const text = digits.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '').trim();
  if (!/^[\d.,]+$/.test(text)) return undefined;
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return text;
  const mixed = new Set(marks).size === 2;
  if (mixed ? marks.filter(mark => mark === last).length > 1 : marks.length > 1) {
    return mixed ? undefined : ungroup(text);
  }
  if (!mixed && threeDigitsGroup && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return text.replace(/[.,]/, '');
  const [whole = '', fraction = ''] = [text.slice(0, text.lastIndexOf(last)), text.slice(text.lastIndexOf(last) + 1)];
  const grouped = mixed ? ungroup(whole) : whole;
  return grouped === undefined || (grouped === '' && fraction === '')
    ? undefined
    : `${grouped || '0'}.${fraction || '0'}`;
}

/** Western (3), Indian (2, last 3) and East Asian (4) grouping. */
function ungroup(text: string): string | undefined {
  const fits = /^\d{1,3}(?:[.,]\d{3})+$|^\d{1,2}(?:[.,]\d{2})+[.,]\d{3}$|^\d{1,4}(?:[.,]\d{4})+$/.test(text);
  return fits ? text.replace(/[.,]/g, '') : undefined;
}
