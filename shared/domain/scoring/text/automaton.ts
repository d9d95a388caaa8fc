import { foldedUnit } from './fold.ts';

/**
 * Finds many words in one pass over a text (Aho and Corasick, "Efficient string matching", CACM 18, 1975), as a full transition
 * table: the cost does not grow with the number of words, so keywords, competitors and the lists of brand safety are one search.
 */
export interface Automaton {
  /** The symbols of the folded letters that stand in words, the most frequent first; 0 is any other. */
  readonly letters: ReadonlyMap<number, number>;
  /** The symbol of each UTF-16 unit as it is written, filled as they come by. */
  readonly symbols: Uint16Array;
  /** How far the rows of `next` are apart. */
  readonly stride: number;
  /** The next state, by state times `stride` + symbol. */
  readonly next: Uint16Array | Uint32Array;
  /** In this state and all after it a word ends. */
  readonly firstEnd: number;
  /** By state, from `firstEnd` on: the longest word that ends there. */
  readonly ends: Int32Array;
  /** For each word: the next shorter (or equal) one that ends where it ends, or -1. */
  readonly shorter: Int32Array;
}

/** So many two-byte states fill a cache line: the letters of a text are the frequent ones, and those stand in one line per row. */
const lineOfStates = 32;
/** A unit not looked up yet; and one whose letter folds to none or several. */
const unseen = 0xffff;
const unfoldable = 0xfffe;

interface State {
  readonly edges: Map<number, State>;
  suffix: State | undefined;
  word: number;
  id: number;
}

const newState = (): State => ({ edges: new Map(), suffix: undefined, word: -1, id: 0 });

export function buildAutomaton(words: readonly (readonly number[])[]): Automaton {
  const letters = lettersOf(words);
  const stride = Math.ceil((letters.size + 1) / lineOfStates) * lineOfStates;
  const shorter = new Int32Array(words.length).fill(-1);
  const states = link(plant(words, shorter), shorter);
  // Those with words last: one comparison tells whether there is anything to look at.
  const quiet = states.filter(({ word }) => word === -1);
  const telling = states.filter(({ word }) => word !== -1);
  for (const [id, state] of [...quiet, ...telling].entries()) state.id = id;
  const next = new (states.length <= 65_536 ? Uint16Array : Uint32Array)(states.length * stride);
  for (const state of states) {
    const row = state.id * stride;
    // Breadth first, so the row of the suffix is filled already.
    if (state.suffix) next.copyWithin(row, state.suffix.id * stride, (state.suffix.id + 1) * stride);
    for (const [code, child] of state.edges) next[row + (letters.get(code) ?? 0)] = child.id;
  }
  const symbols = new Uint16Array(65_536).fill(unseen);
  const ends = Int32Array.from(telling, ({ word }) => word);
  return { letters, symbols, stride, next, firstEnd: quiet.length, ends, shorter };
}

function lettersOf(words: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) for (const code of word) counts.set(code, (counts.get(code) ?? 0) + 1);
  const frequent = [...counts].sort(([a, often], [b, other]) => other - often || a - b);
  return new Map(frequent.map(([code], index) => [code, index + 1]));
}

function plant(words: readonly (readonly number[])[], shorter: Int32Array): State {
  const root = newState();
  for (const [index, word] of words.entries()) {
    let state = root;
    for (const code of word) {
      const child = state.edges.get(code) ?? newState();
      state.edges.set(code, child);
      state = child;
    }
    shorter[index] = state.word;
    state.word = index;
  }
  return root;
}

/** All states breadth first, each with its longest proper suffix and the words that end in it. */
function link(root: State, shorter: Int32Array): readonly State[] {
  const states = [root];
  for (const state of states) {
    for (const [code, child] of state.edges) {
      let back = state.suffix;
      while (back && !back.edges.has(code)) back = back.suffix;
      child.suffix = back?.edges.get(code) ?? root;
      inherit(child, child.suffix, shorter);
      states.push(child);
    }
  }
  return states;
}

/** Words that end in the suffix end here too. */
function inherit(state: State, suffix: State, shorter: Int32Array): void {
  if (state.word === -1) {
    state.word = suffix.word;
    return;
  }
  let last = state.word;
  while ((shorter[last] ?? -1) !== -1) last = shorter[last] ?? -1;
  shorter[last] = suffix.word;
}

export interface Findings {
  /** A word, and the place behind it. */
  found(word: number, end: number): void;
  /** A letter that does not fold by itself: the text must be folded as a whole and searched again. */
  unfoldable(at: number): void;
}

/** Reads the first `length` units of the text; a zero stands behind them. */
export function search(automaton: Automaton, text: Uint16Array, length: number, findings: Findings): void {
  const { symbols, stride, next, firstEnd, ends, shorter } = automaton;
  let state = 0;
  for (let at = 0; at < length; at += 1) {
    // Typed arrays know no holes, and all places are within them by construction.
    const code = text[at] as number;
    let symbol = symbols[code] as number;
    if (symbol >= unfoldable) {
      symbol = learn(automaton, code);
      if (symbol === unfoldable) {
        if (!isEmoji(code, text[at + 1] ?? 0)) findings.unfoldable(at);
        symbol = 0;
      }
    }
    state = next[state * stride + symbol] as number;
    if (state < firstEnd) continue;
    for (let word = ends[state - firstEnd] ?? -1; word !== -1; word = shorter[word] ?? -1) findings.found(word, at + 1);
  }
}

/** Most of what begins with this half are emoji; letters in circles and squares (🄰 to 🆉) begin with it too. */
const isEmoji = (half: number, other: number): boolean => half === 0xd83c && (other < 0xdd30 || other > 0xdd89);

function learn({ symbols, letters }: Automaton, code: number): number {
  if (symbols[code] === unseen) {
    const unit = foldedUnit(code);
    symbols[code] = unit === undefined ? unfoldable : (letters.get(unit) ?? 0);
  }
  return symbols[code] ?? 0;
}
