/**
 * Text as it is compared: lower case, compatibility forms resolved (fancy letters of profile texts, full-width forms), Latin
 * accents dropped. Vowel signs of Indic and other scripts stay, they make the word.
 */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(latinAccents, '').toLowerCase();
}

/** Several texts folded at once, so that one search covers them all. */
export interface FoldedTexts {
  readonly all: string;
  /** For each text: where it ends in `all`. */
  readonly ends: readonly number[];
}

const separator = '\n\u0000\n';
// Looking first is what makes this free for the texts of this world.
const withoutSeparator = (text: string): string => (text.includes('\u0000') ? text.replaceAll('\u0000', ' ') : text);

export function foldTexts(texts: readonly string[]): FoldedTexts {
  const all = fold(texts.map(withoutSeparator).join(separator));
  const ends: number[] = [];
  for (let end = all.indexOf('\u0000'); end !== -1; end = all.indexOf('\u0000', end + 1)) ends.push(end);
  return { all, ends: texts.length === 0 ? [] : [...ends, all.length] };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range starts with control characters
const isAscii = /^[\x00-\x7f]*$/;
const latinAccents = /[\u0300-\u036f]/g;

/** A letter, mark or digit of any script. Halves of surrogate pairs (emoji, rare letters) are not. */
export function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return wordCharacter.test(String.fromCharCode(code));
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
