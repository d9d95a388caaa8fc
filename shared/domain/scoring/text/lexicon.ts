import { type Automaton, buildAutomaton, search } from './automaton.ts';
import { fold, foldedUnit, isWordCode, originsIn } from './fold.ts';
import { latinEndings, type Pattern, patternsOf, type Term } from './terms.ts';
import { unitsOf } from './units.ts';

/** Terms made ready for searching. */
export interface Lexicon {
  readonly terms: readonly Term[];
  readonly patterns: readonly Pattern[];
  readonly automaton: Automaton;
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
  return { terms, patterns, automaton: buildAutomaton(patterns.map(({ head }) => head)) };
}

/** Where terms stand in the texts: the first place of each term in each text. */
export function findTerms(lexicon: Lexicon, texts: readonly string[]): Finds {
  const odd = new Set<number>();
  const finds = findIn(lexicon, texts, odd);
  if (odd.size === 0) return { texts, searched: texts, finds };
  const searched = texts.map((text, index) => (odd.has(index) ? fold(text) : text));
  return { texts, searched, finds: findIn(lexicon, searched, odd) };
}

/** No word goes over it, since it is no letter; texts may hold it all the same. */
const separator = '\u0000';

function findIn({ automaton, patterns, terms }: Lexicon, texts: readonly string[], odd: Set<number>): readonly Find[] {
  const finds: Find[] = [];
  /** By term: the text in which it was found last, counted from one. */
  const seen = new Int32Array(terms.length);
  let [text, start, source] = [-1, 0, ''];
  let end = -1;
  const moveTo = (at: number) => {
    while (at > end) {
      text += 1;
      source = texts[text] ?? '';
      start = end + 1;
      end = start + source.length;
    }
  };
  search(automaton, unitsOf(texts.join(separator)), {
    found(word, behind) {
      moveTo(behind - 1);
      const pattern = patterns[word];
      if (pattern === undefined || seen[pattern.term] === text + 1) return;
      const from = behind - start - pattern.head.length;
      const to = endOf(pattern.tail, source, behind - start);
      if (to === undefined || !stands(pattern, source, from, to)) return;
      seen[pattern.term] = text + 1;
      finds.push({ term: pattern.term, text, from, to });
    },
    unfoldable(at) {
      moveTo(at);
      odd.add(text);
    },
  });
  return finds;
}

const [hash, mention, space, ampersand, hyphen, underscore] = [35, 64, 32, 38, 45, 95];
const isJoint = (code: number): boolean =>
  code === space || code === hyphen || code === underscore || code === ampersand;
/** " & " */
const longestJoint = 3;

/** Where the words of `tail` end if they follow at `from`, each apart, hyphenated, underscored or run together. */
function endOf(tail: Pattern['tail'], source: string, from: number): number | undefined {
  let end = from;
  for (const word of tail) {
    const most = end + longestJoint;
    while (end < most && isJoint(source.charCodeAt(end))) end += 1;
    for (const wanted of word) {
      if (end >= source.length || foldedUnit(source.charCodeAt(end)) !== wanted) return undefined;
      end += 1;
    }
  }
  return end;
}

/** Beyond the ends of a text there is no word. */
const isWordAt = (source: string, at: number): boolean =>
  at >= 0 && at < source.length && isWordCode(source.charCodeAt(at));
const isTagAt = (source: string, at: number): boolean => isWordAt(source, at) || source.charCodeAt(at) === underscore;

function stands({ follows, inTags }: Pattern, source: string, from: number, to: number): boolean {
  if (follows === 'anything') return true;
  if (inTags && isInTag(source, from)) return true;
  if (isWordAt(source, from - 1)) return false;
  const most = typeof follows === 'number' ? follows : follows === 'nothing' ? 0 : 4;
  let rest = 0;
  while (rest <= most && isWordAt(source, to + rest)) rest += 1;
  if (rest > most) return false;
  return follows !== 'ending' || rest === 0 || latinEndings.has(fold(source.slice(to, to + rest)));
}

/** Inside hashtags and mentions words run together: "#indianskincare", "@glowmateindia". */
function isInTag(source: string, from: number): boolean {
  let start = from;
  while (isTagAt(source, start - 1)) start -= 1;
  const before = source.charCodeAt(start - 1);
  return before === hash || before === mention;
}

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
