import { type FoldedTexts, fold, isWordCode } from './fold.ts';

/** A keyword made ready for searching. */
interface Keyword {
  readonly name: string;
  /** Its first word, and those that follow it apart, hyphenated, underscored or run together. The last one is a stem. */
  readonly head: string;
  readonly tail: readonly string[];
  /** How many letters may follow ("recip" finds "recipes"), or null in scripts that write no spaces. */
  readonly slack: number | null;
}

export type Keywords = readonly Keyword[];

/** Where keywords were found. */
export interface KeywordHits {
  /** The keywords that occur at all, as they were given. */
  readonly names: readonly string[];
  /** For each text: whether any keyword occurs in it. */
  readonly texts: readonly boolean[];
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Endings that English and its neighbours put on a stem. Longest first. */
const endings = /(?:ies|ing|es|ed|er|s|y|e)$/;

export const prepareKeywords = (names: readonly string[]): Keywords =>
  names.flatMap((name): Keyword[] => {
    const parts = [...words.segment(fold(name))].filter(part => part.isWordLike).map(part => part.segment);
    const last = parts.at(-1);
    if (last === undefined) return [];
    if (withoutSpaces.test(name)) return [{ name, head: parts.join(''), tail: [], slack: null }];
    const stem = stemOf(last);
    const [head = stem, ...tail] = parts.with(-1, stem);
    return [{ name, head, tail, slack: stem.length < 5 ? 2 : 4 }];
  });

/** A light stem: one ending less, where enough is left to be recognised. */
function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= (word.endsWith('ing') ? 3 : 4) ? stem : word;
}

/**
 * Searches all texts in one pass per keyword: plain substring search is what keeps scoring at tens of thousands of
 * candidates a second, segmenting every caption would cost a millisecond each.
 */
export function findKeywords({ all, ends }: FoldedTexts, keywords: Keywords): KeywordHits {
  const texts = ends.map(() => false);
  const names = keywords.filter(({ head, tail, slack }) => {
    let found = false;
    for (let index = all.indexOf(head); index !== -1; index = all.indexOf(head, index + head.length)) {
      const end = endOf(tail, all, index + head.length);
      if (end === undefined || !isWholeWord(all, index, end, slack)) continue;
      found = true;
      texts[ends.findIndex(textEnd => index < textEnd)] = true;
    }
    return found;
  });
  return { names: names.map(keyword => keyword.name), texts };
}

/** Where the words of `tail` end if they follow at `from`, each after at most one space, hyphen or underscore. */
function endOf(tail: readonly string[], text: string, from: number): number | undefined {
  let end = from;
  for (const word of tail) {
    if (separators.includes(text.charAt(end))) end += 1;
    if (!text.startsWith(word, end)) return undefined;
    end += word.length;
  }
  return end;
}

const separators = [' ', '-', '_'];

/** Inside hashtags words run together ("#indianskincare"), so there a stem of four letters may stand anywhere. */
function isWholeWord(text: string, index: number, end: number, slack: number | null): boolean {
  if (slack === null) return true;
  let start = index;
  while (start > 0 && isTagCode(text.charCodeAt(start - 1))) start -= 1;
  if (start > 0 && text.charCodeAt(start - 1) === hash && end - index >= 4) return true;
  if (index > 0 && isWordCode(text.charCodeAt(index - 1))) return false;
  let rest = 0;
  while (rest <= slack && isWordCode(text.charCodeAt(end + rest))) rest += 1;
  return rest <= slack;
}

const hash = 35;
const underscore = 95;
const isTagCode = (code: number): boolean => code === underscore || isWordCode(code);
