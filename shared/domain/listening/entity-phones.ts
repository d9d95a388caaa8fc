import { asciiDigits } from '../digits.ts';
import type { Entity } from './entities.ts';

type Phone = Extract<Entity, { type: 'phone' }>;

const MAX_TEXT = 20_000;

// Chinese, Japanese, Korean and Thai put no space before a number; behind the letters of others it is a part of something.
const LETTER = String.raw`[\p{L}--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]]`;

// Groups of digits with at most three signs between them, an area code in brackets, an extension at the end.
const CANDIDATE = new RegExp(
  String.raw`(?<![${LETTER}\p{N}_#$€£₹%.,+*=\/\-])(?<![\d\)][\-+*\/=\(])(?:\(\s?\+?\d{1,5}\s?\)|\+?\d)(?:(?:[ .\-]{0,3}|\s?[\-\/.]\s?|[ ]?\/[ ]?)(?:\(\s?\d{1,4}\s?\)|\d)){5,19}(?:\s?(?:x|ext\.?)\s?\d{2,6})?(?![${LETTER}\p{N}%*=\/]|[,.:]\d|\s?[=*+]|-\p{N})`,
  'giv',
);
// Directly behind a word only where a plus or bracket begins the number.
const BEHIND_WORD =
  /(?<=[\p{L}@#:])(?:\(\+?\d{1,4}\)|\+\d)(?:[ .-]{0,2}(?:\(\d{1,4}\)|\d)){6,18}(?![\p{L}\p{N}%*=/])/gu;

const isDate = (text: string): boolean =>
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^(?:19|20)\d\d[-/](?:19|20)?\d\d$/.test(text);
const isSocialSecurity = (text: string): boolean => /^\d{3}-\d{2}-\d{4}$/.test(text);
const isCard = (text: string): boolean => /^[1-9]\d{3}(?:[ -]\d{4}){3}$|^3\d{3}[ -]\d{4}[ -]\d{4}[ -]\d{3}$/.test(text);
const isDecimal = (text: string): boolean => /^\d+\.\d+$/.test(text);
const isSpelled = (text: string): boolean => /^\d(?:\s\d)+$/.test(text);

// "account 12345678", "card number …" and the like name something else.
const OTHER_NUMBER = /(?:account|card|invoice|order|ticket|pin ?code|ssn|id)(?: (?:number|no\.?|is|:))*[ #:]{0,3}$/i;

function isPhone(match: RegExpExecArray, text: string): boolean {
  const [written] = match;
  const digits = written.replace(/(?:x|ext\.?)\s?\d+$/i, '').replace(/\D/g, '');
  const least = digits.startsWith('0') || written.startsWith('(+') ? 6 : 7;
  if (digits.length < least || digits.length > 15) return false;
  if ([isDate, isSocialSecurity, isCard, isDecimal, isSpelled].some(other => other(written))) return false;
  return !OTHER_NUMBER.test(text.slice(Math.max(0, match.index - 30), match.index));
}

const trimmed = (written: string): string => written.replace(/[\s.-]+$/, '');

/** What is written like a telephone number, valid or not, as written. `phonesIn` reads the valid ones. */
export function phoneTextsIn(text: string): Phone[] {
  const opening = asciiDigits(text.slice(0, MAX_TEXT)).replace(/https?:\/\/\S+/g, link => ' '.repeat(link.length));
  const found = [...opening.matchAll(BEHIND_WORD), ...opening.matchAll(CANDIDATE)].filter(match =>
    isPhone(match, opening),
  );
  const isInside = (match: RegExpExecArray, at: number): boolean =>
    found.slice(0, at).some(other => other.index <= match.index && match.index < other.index + other[0].length);
  return found
    .filter((match, at) => !isInside(match, at))
    .map(match => ({
      type: 'phone',
      text: trimmed(text.slice(match.index, match.index + match[0].length)),
      start: match.index,
    }));
}
