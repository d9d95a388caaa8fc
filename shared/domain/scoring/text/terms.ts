import { fold } from './fold.ts';
import { romanised } from './romanise.ts';

/**
 * How a term is looked for: `stem` in any of its forms, also romanised; `name` as it is written, in mentions and hashtags also run
 * together with others; `word` exactly.
 */
export type Matching = 'stem' | 'name' | 'word';

export interface Term {
  readonly name: string;
  readonly matching: Matching;
}

/** One way in which a term may stand in a folded text. */
export interface Pattern {
  /** Which term it belongs to. */
  readonly term: number;
  readonly head: readonly number[];
  /** Words that follow the head apart, hyphenated, underscored or run together. */
  readonly tail: readonly (readonly number[])[];
  /** What may follow: nothing, an ending of the language, so many letters, or anything (scripts that write no spaces). */
  readonly follows: 'nothing' | 'ending' | 'anything' | number;
  /** Whether it may stand inside the run-together words of a hashtag or mention. */
  readonly inTags: boolean;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Endings that English and its neighbours put on a stem. Longest first. */
const endings = /(?:ies|ing|es|ed|er|s|y|e)$/;
const latin = /^[a-z0-9']+$/;
/** Stems of three letters in a hashtag would be found in every other word. */
const shortestInTags = 4;
/** From here on a stem says enough, and any four letters may follow ("recip" finds "recipes"). */
const tellingStem = 5;

export function patternsOf({ name, matching }: Term, term: number): readonly Pattern[] {
  const parts = [...words.segment(fold(name))].filter(part => part.isWordLike).map(part => part.segment);
  if (parts.length === 0) return [];
  if (withoutSpaces.test(name)) return [pattern(term, [parts.join('')], 'anything')];
  if (matching !== 'stem') {
    const spelt = name.includes('&') ? patternsOf({ name: name.replaceAll('&', ' and '), matching }, term) : [];
    return [pattern(term, parts, 'nothing'), ...spelt];
  }
  const written = stemmed(term, parts);
  const [first = []] = parts.map(romanised);
  const typed = parts.length === 1 ? first : [parts.map(part => romanised(part)[0] ?? '').join(' ')];
  return [
    ...written,
    ...typed.filter(form => form.trim().length >= shortestInTags).flatMap(form => stemmed(term, form.split(' '))),
  ];
}

function stemmed(term: number, parts: readonly string[]): readonly Pattern[] {
  const last = parts.at(-1) ?? '';
  const stem = stemOf(last);
  if (!latin.test(last)) return [pattern(term, parts.with(-1, stem), stem.length < tellingStem ? 2 : 4)];
  const many =
    /[^aeiou]y$/.test(last) && stem === last
      ? [pattern(term, parts.with(-1, `${last.slice(0, -1)}ies`), 'nothing')]
      : [];
  return [pattern(term, parts.with(-1, stem), stem.length < tellingStem ? 'ending' : 4), ...many];
}

/** A light stem: one ending less, where enough is left to be recognised. */
function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= (word.endsWith('ing') ? 3 : 4) ? stem : word;
}

function pattern(term: number, parts: readonly string[], follows: Pattern['follows']): Pattern {
  const [head = [], ...tail] = parts.map(part =>
    Array.from({ length: part.length }, (_, index) => part.charCodeAt(index)),
  );
  return { term, head, tail, follows, inTags: parts.join('').length >= shortestInTags };
}

/** What may follow a short stem: "cook-ed", "food-ies", "bak-e"; not "car-e". */
export const latinEndings: ReadonlySet<string> = new Set([
  ...['', 's', "'s", 'es', 'ed', 'er', 'ers', 'ing', 'ings', 'ie', 'ies', 'e', 'd', 'y'],
]);
