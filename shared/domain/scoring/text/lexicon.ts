import { type Automaton, buildAutomaton, search } from './automaton.ts';
import { fold, foldedUnit, isWordCode, originsIn } from './fold.ts';
import { latinEndings, type Pattern, patternsOf, type Term } from './terms.ts';
import { unitsOf } from './units.ts';

/** Terms made ready for searching. */
export interface Lexicon {
  readonly terms: readonly Term[];
  readonly patterns: readonly Pattern[];
  readonly automaton: Automaton;
  /** By term: the text in which it was found last, by its number among all that were ever searched. */
  readonly foundLast: Float64Array;
}

/** A term in a text; places are those of `searched[text]`. */
export interface Find {
  readonly term: number;
  readonly text: number;
  readonly from: number;
  readonly to: number;
}

export interface Finds {
  readonly texts: readonly string[];
  /** Each text as it was searched: itself, or folded where its letters do not fold one by one. */
  readonly searched: readonly string[];
  /** In the order of the texts. */
  readonly finds: readonly Find[];
}

export function compileLexicon(terms: readonly Term[]): Lexicon {
  const patterns = terms.flatMap(patternsOf);
  const automaton = buildAutomaton(patterns.map(({ head }) => head));
  return { terms, patterns, automaton, foundLast: new Float64Array(terms.length) };
}

/** Where terms stand in the texts: the first place of each term in each text. */
export function findTerms(lexicon: Lexicon, texts: readonly string[]): Finds {
  const odd = new Set<number>();
  const finds = findIn(lexicon, texts, odd);
  if (odd.size === 0) return { texts, searched: texts, finds };
  const searched = texts.map((text, index) => (odd.has(index) ? fold(text) : text));
  const again = [...odd];
  const inFolded = findIn(
    lexicon,
    again.map(index => searched[index] ?? ''),
    new Set(),
  );
  const all = [
    ...finds.filter(({ text }) => !odd.has(text)),
    ...inFolded.map(find => ({ ...find, text: again[find.text] ?? 0 })),
  ];
  return { texts, searched, finds: all.sort((a, b) => a.text - b.text) };
}

/** No word goes over it, since it is no letter; texts may hold it all the same. */
const separator = '\u0000';

let searchedBefore = 0;

function findIn(
  { automaton, patterns, foundLast }: Lexicon,
  texts: readonly string[],
  odd: Set<number>,
): readonly Find[] {
  const joined = texts.join(separator);
  const units = unitsOf(joined);
  const finds: Find[] = [];
  const first = searchedBefore + 1;
  searchedBefore += texts.length;
  let [text, start, end] = [-1, 0, -1];
  const moveTo = (at: number) => {
    while (at > end) {
      text += 1;
      start = end + 1;
      end = start + (texts[text] ?? '').length;
    }
  };
  search(automaton, units, joined.length, {
    found(word, behind) {
      const pattern = patterns[word];
      if (pattern === undefined) return;
      const from = behind - pattern.head.length;
      const before = isWordCode(units[from - 1] ?? 0);
      if (before && !pattern.inTags && pattern.follows !== 'anything') return;
      moveTo(from);
      if (foundLast[pattern.term] === first + text) return;
      const to = endOf(pattern.tail, units, behind);
      if (to === undefined || !stands(pattern, units, from, to, before)) return;
      foundLast[pattern.term] = first + text;
      finds.push({ term: pattern.term, text, from: from - start, to: to - start });
    },
    unfoldable(at) {
      moveTo(at);
      odd.add(text);
    },
  });
  return finds;
}

const [hash, mention, space, ampersand, hyphen, underscore] = [35, 64, 32, 38, 45, 95];
const isJoint = (code: number | undefined): boolean =>
  code === space || code === hyphen || code === underscore || code === ampersand;
/** " & " */
const longestJoint = 3;

/** Where the words of `tail` end if they follow at `from`, each apart, hyphenated, underscored or run together. */
function endOf(tail: Pattern['tail'], units: Uint16Array, from: number): number | undefined {
  let end = from;
  for (const word of tail) {
    const most = end + longestJoint;
    while (end < most && isJoint(units[end])) end += 1;
    for (const wanted of word) {
      if (foldedUnit(units[end] ?? 0) !== wanted) return undefined;
      end += 1;
    }
  }
  return end;
}

const isTagCode = (code: number): boolean => code === underscore || isWordCode(code);

function stands(
  { follows, inTags }: Pattern,
  units: Uint16Array,
  from: number,
  to: number,
  isInWord: boolean,
): boolean {
  if (follows === 'anything') return true;
  if (inTags && isInTag(units, from)) return true;
  if (isInWord) return false;
  const most = typeof follows === 'number' ? follows : follows === 'nothing' ? 0 : 4;
  let rest = 0;
  while (rest <= most && isWordCode(units[to + rest] ?? 0)) rest += 1;
  if (rest > most) return false;
  if (follows !== 'ending' || rest === 0) return true;
  let ending = '';
  for (let at = to; at < to + rest; at += 1) ending += String.fromCharCode(units[at] ?? 0);
  return latinEndings.has(fold(ending));
}

/** Inside hashtags and mentions words run together: "#indianskincare", "@glowmateindia". */
function isInTag(units: Uint16Array, from: number): boolean {
  let start = from;
  while (start > 0 && isTagCode(units[start - 1] ?? 0)) start -= 1;
  const before = units[start - 1];
  return before === hash || before === mention;
}

const isTagAt = (source: string, at: number): boolean =>
  at >= 0 && at < source.length && isTagCode(source.charCodeAt(at));

/** The words as their author wrote them, to their last letter; of a hashtag or mention, the whole of it. */
export function writtenWords({ texts, searched }: Finds, { text, from, to }: Find): string {
  const [source = '', read = ''] = [texts[text], searched[text]];
  let [start, end] = [from, to];
  while (isTagAt(read, start - 1)) start -= 1;
  while (isTagAt(read, end)) end += 1;
  const isTag = [hash, mention].includes(read.charCodeAt(start - 1));
  const begin = isTag ? start - 1 : from;
  if (read === source) return source.slice(begin, end);
  const origins = originsIn(source);
  return source.slice(origins[begin] ?? 0, origins[end] ?? source.length);
}
