/**
 * Text as it is compared, one UTF-16 unit at a time: lower case, compatibility forms resolved (fancy letters of profile texts,
 * full-width forms), Latin accents dropped. Vowel signs of Indic scripts stay, they make the word; the nukta, which half of the
 * people leave out, goes. Foldings are learnt as letters come by: folding each caption as a string costs ten times as much.
 */

/** Combining accents, the nuktas of nine scripts, joiners, direction marks and the soft hyphen. */
const ignored = /[\u0300-\u036f]|[\u00ad\u200b-\u200f\u2060\ufeff]|\u093c|\u09bc|\u0a3c|\u0abc|\u0b3c|\u0cbc/g;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(ignored, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
    // A capital may decompose only when it is lower case ("İ").
    .replace(ignored, '');

const unknown = 0xffff;
const several = 0xfffe;
const table = new Uint16Array(65_536).fill(unknown);
for (let code = 0; code < 128; code += 1) table[code] = code >= 65 && code <= 90 ? code + 32 : code;

/** The unit that a unit folds to; undefined where it folds to none, to several, or only together with the next one. */
export function foldedUnit(code: number): number | undefined {
  const known = table[code] ?? unknown;
  if (known < several) return known;
  if (known === several) return undefined;
  const unit = learn(code);
  table[code] = unit ?? several;
  return unit;
}

/** Emoji stay as they are, unit by unit; fancy letters (𝗦𝗸𝗶𝗻, 🅐) are read together with their second half. */
const isFancy = (code: number): boolean => code === 0xd835 || code === 0xd83c;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

function learn(code: number): number | undefined {
  if (isSurrogate(code)) return isFancy(code) ? undefined : code;
  const text = folded(String.fromCharCode(code));
  return text.length === 1 && text.charCodeAt(0) < several ? text.charCodeAt(0) : undefined;
}

/** A text folded as a whole; folding it again changes nothing. */
export function fold(text: string): string {
  let all = '';
  for (const character of text) all += foldedCharacter(character);
  return all;
}

function foldedCharacter(character: string): string {
  const unit = character.length === 1 ? foldedUnit(character.charCodeAt(0)) : undefined;
  return unit === undefined ? folded(character) : String.fromCharCode(unit);
}

/** For each unit of `fold(text)`: which unit of the text it came from. Only for what is shown to people. */
export function originsIn(text: string): readonly number[] {
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = foldedCharacter(character).length; unit > 0; unit -= 1) origins.push(at);
    at += character.length;
  }
  return origins;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const [isWord, isNone] = [1, 2];
/** What each unit is, as they come by. */
const kinds = new Uint8Array(65_536);

/** A letter, mark or digit of any script. Halves of surrogate pairs (emoji, rare letters) are not. */
export function isWordCode(code: number): boolean {
  if (kinds[code] === 0) kinds[code] = wordCharacter.test(String.fromCharCode(code)) ? isWord : isNone;
  return kinds[code] === isWord;
}
