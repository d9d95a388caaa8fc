import { type FoldedTexts, fold, isWordCode } from './fold.ts';

/** A keyword made ready for searching. */
interface Keyword {
  readonly name: string;
  /** Spellings to look for: words apart, hyphenated, underscored, run together. */
  readonly spellings: readonly string[];
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
    if (withoutSpaces.test(name)) return [{ name, spellings: [parts.join('')], slack: null }];
    const stem = stemOf(last);
    const spelled = parts.with(-1, stem);
    const spellings = [...new Set([' ', '-', '_', ''].map(mark => spelled.join(mark)))];
    return [{ name, spellings, slack: stem.length < 5 ? 2 : 4 }];
  });

/** A light stem: one ending less, where enough is left to be recognised. */
function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= (word.endsWith('ing') ? 3 : 4) ? stem : word;
}

/**
 * Searches all texts in one pass per spelling: plain substring search is what keeps scoring at tens of thousands of
 * candidates a second, segmenting every caption would cost a millisecond each.
 */
export function findKeywords({ all, ends }: FoldedTexts, keywords: Keywords): KeywordHits {
  const texts = ends.map(() => false);
  const names = keywords.filter(({ spellings, slack }) => {
    let found = false;
    for (const spelling of spellings) {
      for (let index = all.indexOf(spelling); index !== -1; index = all.indexOf(spelling, index + spelling.length)) {
        if (!isWholeWord(all, index, spelling.length, slack)) continue;
        found = true;
        texts[ends.findIndex(end => index < end)] = true;
      }
    }
    return found;
  });
  return { names: names.map(keyword => keyword.name), texts };
}

/** Inside hashtags words run together ("#indianskincare"), so there a stem of four letters may stand anywhere. */
function isWholeWord(text: string, index: number, length: number, slack: number | null): boolean {
  if (slack === null) return true;
  let start = index;
  while (start > 0 && isTagCode(text.charCodeAt(start - 1))) start -= 1;
  if (start > 0 && text.charCodeAt(start - 1) === hash && length >= 4) return true;
  if (index > 0 && isWordCode(text.charCodeAt(index - 1))) return false;
  let end = index + length;
  while (end < text.length && end <= index + length + slack && isWordCode(text.charCodeAt(end))) end += 1;
  return end <= index + length + slack;
}

const hash = 35;
const underscore = 95;
const isTagCode = (code: number): boolean => code === underscore || isWordCode(code);
