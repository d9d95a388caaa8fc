import { asciiDigits } from '../digits.ts';
import { parseNumber, parseRate } from '../import/number-format.ts';
import type { Entity } from './entities.ts';

type MoneyEntity = Extract<Entity, { type: 'money' }>;

// What currencies are called, their ISO 4217 code where the name says one, and how many make one major unit.
const NAMES: readonly (readonly [pattern: string, unit: string, currency?: string])[] = [
  ['(?:u\\.?s\\.?a?|united states|american) dollars?|usd|अमेरिकी डॉलर', 'dollar', 'USD'],
  ['australian dollars?|aud', 'dollar', 'AUD'],
  ['canadian dollars?|cad', 'dollar', 'CAD'],
  ['hong kong dollars?|hkd', 'dollar', 'HKD'],
  ['singapore dollars?|sgd', 'dollar', 'SGD'],
  ['new zealand dollars?|nzd', 'dollar', 'NZD'],
  ['dollars?|bucks|डॉलर', 'dollar'],
  ['cents?|centavos?|सेंट', 'cent'],
  ['(?:pounds? sterling|gbp)', 'pound', 'GBP'],
  ['pounds?|quid|पाउंड', 'pound'],
  ['pence|पेंस', 'pence'],
  ['penny|pennies', 'penny'],
  ['euros?|eur|€|यूरो', 'euro', 'EUR'],
  ['(?:japanese )?yen|jpy|येन', 'yen', 'JPY'],
  ['(?:chinese )?yuan|rmb|renminbi|cny|元|युआन', 'yuan', 'CNY'],
  ['swiss francs?|chf|स्विस फ\u093c?्रैंक', 'franc', 'CHF'],
  ['(?:french )?franc(?:o?s)?|फ\u093c?्रैंक', 'franc'],
  ['(?:indian )rupees?|inr|rs\\.?|₹', 'rupee', 'INR'],
  ['rupees?|rupaye|rupay|रुपय[ेा]|रुपए|रु\\.?', 'rupee'],
  ['ரூ', 'rupee', 'LKR'],
  ['(?:korean )?won', 'won', 'KRW'],
  ['dirhams?|aed|दिरहम', 'dirham', 'AED'],
  ['riyals?|sar|रियाल', 'riyal', 'SAR'],
  ['(?:brazilian )?reai?s|brl', 'real', 'BRL'],
  ['(?:german |deutsche )?marks?|मार्क', 'mark'],
  ['(?:finnish )?markka|फ\u093c?िन्निश मार्का', 'markka'],
  ['(?:dutch )?guilders?|(?:डच )?गिल्डर', 'guilder'],
  ['pesetas?|पसेटा', 'peseta'],
  ['(?:mexican )?pesos?', 'peso'],
  ['lire|lira', 'lira'],
  ['₭', 'kip', 'LAK'],
  ['₾', 'lari', 'GEL'],
  ['₡', 'colón', 'CRC'],
  ['\\$(?!\\s?\\d)', 'dollar'],
  ['£(?!\\s?\\d)', 'pound'],
  ['sen', 'sen'],
];
const SIGNS: readonly (readonly [pattern: string, unit: string, currency?: string])[] = [
  ['u\\.?s\\.?\\s?\\$', 'dollar', 'USD'],
  ['c\\s?\\$|ca\\s?\\$', 'dollar', 'CAD'],
  ['au?\\$', 'dollar', 'AUD'],
  ['hk\\s?\\$', 'dollar', 'HKD'],
  ['nz\\s?\\$', 'dollar', 'NZD'],
  ['s\\$', 'dollar', 'SGD'],
  ['r\\$', 'real', 'BRL'],
  ['\\$', 'dollar'],
  ['£', 'pound'],
  ['€|eur', 'euro', 'EUR'],
  ['₹|rs\\.?|inr', 'rupee', 'INR'],
  ['usd', 'dollar', 'USD'],
  ['gbp', 'pound', 'GBP'],
  ['aed', 'dirham', 'AED'],
  ['¥|jpy', 'yen', 'JPY'],
  ['sen', 'sen'],
];

const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  hundred: 100,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  l: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  millions: 1e6,
  billions: 1e9,
  'mil millones': 1e9,
  millones: 1e6,
  millón: 1e6,
  milhões: 1e6,
  milhoes: 1e6,
  bilhões: 1e9,
  milliards: 1e9,
  milliard: 1e9,
  सौ: 100,
  'हज\u093cार': 1e3,
  हजार: 1e3,
  लाख: 1e5,
  'करोड\u093c': 1e7,
  अरब: 1e9,
  मिलियन: 1e6,
  बिलियन: 1e9,
  ट्रिलियन: 1e12,
  bn: 1e9,
  trillion: 1e12,
};
const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const any = (names: readonly (readonly [string, ...unknown[]])[]): string =>
  names.map(([pattern]) => pattern).join('|');
const NUMBER = `\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?|\\d+(?:[.,]\\d+)?`;
const NUMBER_WORD = `${[...WORDS, ...Object.keys(TENS)].join('|')}`;
const SCALES = Object.keys(SCALE)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const END = '(?![\\p{L}\\p{M}\\p{N}_])';

const SIGN_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}_.])(?<sign>${any(SIGNS)})\\s?(?<number>${NUMBER})(?:\\s?(?<scale>${SCALES})${END})?`,
  'giu',
);
const NAME_LAST = new RegExp(
  `(?<![\\p{L}\\p{N}_.,$£€])(?<number>${NUMBER}|(?:${NUMBER_WORD})(?:[ -](?:${NUMBER_WORD}))?)(?:[\\s-]?(?<scale>${SCALES})(?=[\\s-]))?[\\s-]?(?:de |of )?(?<name>${any(NAMES)})${END}(?<rest>,? (?:and |और )?(?:${NUMBER}|(?:${NUMBER_WORD})(?:[ -](?:${NUMBER_WORD}))?)(?: (?:cents?|pence|paise|सेंट|पैसे))${END})?`,
  'giu',
);

const wordValue = (word: string): number => Math.max(WORDS.indexOf(word), TENS[word] ?? 0);
const inWords = (number: string): number =>
  number
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + wordValue(word), 0);

/** "1.500" of something is read as 1500, "10.375" and "1.5 million" as they stand: prices in thousands are round. */
const isGrouped = (number: string, scale: string | undefined): boolean =>
  scale === undefined && (number.includes(',') || number.endsWith('0'));

function numberIn(number: string, scale?: string): number {
  if (!/^\d/.test(number)) return inWords(number);
  const value = isGrouped(number, scale) ? parseNumber(number) : parseRate(number, 'fraction');
  return value ?? Number(number.replaceAll(',', ''));
}

/** 11.7 million is 11,700,000 exactly, which floats do not say by themselves. */
const scaled = (number: string, scale: string | undefined): number =>
  Number((numberIn(number, scale) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1)).toPrecision(12));

const compiled = (names: typeof NAMES) =>
  names.map(([pattern, unit, currency]) => ({ whole: new RegExp(`^(?:${pattern})$`, 'iu'), unit, currency }));
const KNOWN_NAMES = compiled(NAMES);
const KNOWN_SIGNS = compiled(SIGNS);

function toEntity(match: RegExpExecArray, source: string): MoneyEntity | undefined {
  const { sign, name, number = '', scale, rest } = match.groups ?? {};
  const known = (sign ? KNOWN_SIGNS : KNOWN_NAMES).find(({ whole }) => whole.test(sign ?? name ?? ''));
  if (!known) return undefined;
  const cents = rest
    ? numberIn(rest.replace(/^,? (?:and |और )?/, '').replace(/ (?:cents?|pence|paise|सेंट|पैसे)$/i, '')) / 100
    : 0;
  const { unit, currency } = known;
  return {
    type: 'money',
    text: source.slice(match.index, match.index + match[0].length).trim(),
    start: match.index,
    value: scaled(number, scale) + cents,
    unit,
    ...(currency && { currency }),
  };
}

const MAX_TEXT = 20_000;

const overlaps = (a: { start: number; text: string }, b: { start: number; text: string }): boolean =>
  a.start < b.start + b.text.length && b.start < a.start + a.text.length;

/** The amounts of money in a text that name a currency, with their value. */
export function moneyIn(text: string): MoneyEntity[] {
  const opening = asciiDigits(text.slice(0, MAX_TEXT));
  const amounts = [...opening.matchAll(SIGN_FIRST), ...opening.matchAll(NAME_LAST)].flatMap(
    match => toEntity(match, text) ?? [],
  );
  const distinct = amounts.filter((one, at) => !amounts.slice(0, at).some(before => overlaps(before, one)));
  return distinct.toSorted((a, b) => a.start - b.start);
}
