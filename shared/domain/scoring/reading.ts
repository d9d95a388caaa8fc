import type { Post, ProfileRef } from '../influencer.ts';
import { namesAdvertising } from '../tracking/disclosure.ts';
import { saidOf } from './evidence-words.ts';
import { negators, safetyTopics } from './safety-words.ts';
import type { Evidence } from './score.ts';
import { fold } from './text/fold.ts';
import { type Find, type Finds, findTerms, writtenWords } from './text/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the texts of a candidate say of the brief's subjects. */
export interface Reading {
  /** For each keyword: in how many posts it stands. */
  readonly postsByKeyword: readonly number[];
  /** The keywords that are named, each with its posts saturated, summed. */
  readonly strength: number;
  /** Keywords in what the profile says of itself. */
  readonly inAbout: readonly string[];
  /** Posts with any keyword. */
  readonly speaking: number;
  /** How many different words of the summary were met. */
  readonly related: number;
  readonly evidence: readonly Evidence[];
}

interface Texts {
  readonly about: string;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly profile: ProfileRef | undefined;
  /** Only what was posted since then counts against somebody. */
  readonly sinceMs: number;
}

export function readTexts(texts: Texts, vocabulary: Vocabulary): Reading {
  const found = findTerms(vocabulary.lexicon, [texts.about, ...texts.posts.map(({ text }) => text)]);
  return {
    ...relevanceOf(found.finds, vocabulary),
    evidence: evidenceIn(found, vocabulary, texts),
  };
}

/** Each post that names a keyword halves what is left to say: the tenth one proves no more than the fifth. */
export const strengthOf = (postsByKeyword: readonly number[]): number => {
  let sum = 0;
  for (const posts of postsByKeyword) if (posts > 0) sum += 1 - 2 ** -posts;
  return sum;
};

function relevanceOf(finds: readonly Find[], { meanings, keywords }: Vocabulary): Omit<Reading, 'evidence'> {
  const postsByKeyword = keywords.map(() => 0);
  const inAbout: string[] = [];
  const related: number[] = [];
  let [speaking, lastSpeaking] = [0, 0];
  for (const { term, text } of finds) {
    const meaning = meanings[term];
    if (meaning?.kind === 'related' && !related.includes(term)) related.push(term);
    if (meaning?.kind !== 'keyword') continue;
    if (text === 0) inAbout.push(keywords[meaning.index] ?? '');
    else {
      postsByKeyword[meaning.index] = (postsByKeyword[meaning.index] ?? 0) + 1;
      // Finds stand in the order of the texts.
      if (text !== lastSpeaking) speaking += 1;
      lastSpeaking = text;
    }
  }
  return {
    postsByKeyword,
    strength: strengthOf(postsByKeyword),
    inAbout,
    speaking,
    related: related.length,
  };
}

/** At most this many are kept: one is enough to ask a person, and a candidate is one item of a table. */
const mostEvidence = 4;

function evidenceIn(found: Finds, vocabulary: Vocabulary, texts: Texts): readonly Evidence[] {
  // A label tells something of a post, and nothing of a bio ("collabs: …").
  const telling = found.finds.filter(
    ({ term, text }) => vocabulary.speaksAgainst[term] && (text > 0 || vocabulary.meanings[term]?.kind === 'unsafe'),
  );
  if (telling.length === 0) return [];
  const byText = Map.groupBy(found.finds, ({ text }) => text);
  const texted = [...new Set(telling.map(({ text }) => text))];
  const rivals = texted.flatMap(text => rivalry(byText.get(text) ?? [], text, vocabulary, texts, found) ?? []);
  return [...rivals, ...doubts(texted, byText, vocabulary, texts, found)].slice(0, mostEvidence);
}

/** Work for a competitor, or for another brand of the category, inside the window. */
function rivalry(
  finds: readonly Find[],
  text: number,
  { meanings, competitors }: Vocabulary,
  { posts, profile, sinceMs }: Texts,
  found: Finds,
): Evidence | undefined {
  const post = posts[text - 1];
  if (!post || !(Date.parse(post.at) >= sinceMs)) return undefined;
  const of = (kind: string) => finds.find(({ term }) => meanings[term]?.kind === kind);
  const paid = of('label') !== undefined && namesAdvertising(post.text);
  const rival = finds.find(find => meanings[find.term]?.kind === 'competitor' && isNamed(found, find));
  const meaning = rival && meanings[rival.term];
  if (rival && meaning?.kind === 'competitor')
    return saidOf(post, writtenWords(found, rival), {
      effect: paid ? 'exclusion' : 'penalty',
      says: `${paid ? 'advertises for' : 'names'} a competitor: ${competitors[meaning.index] ?? ''}`,
    });
  const subject = of('category') ?? of('keyword');
  if (!paid || of('brand') || !subject) return undefined;
  const other = post.text.match(mention)?.find(name => name.slice(1).toLowerCase() !== profile?.handle.toLowerCase());
  if (other === undefined) return undefined;
  const words = `${writtenWords(found, subject)}, ${other}`;
  return saidOf(post, words, { effect: 'penalty', says: `advertises for another brand of the category: ${other}` });
}

const mention = /(?<![\p{L}\p{N}.])@[\w.]{2,30}\w/gu;

/** "Plum" and "#plum" are the brand, "plum" is a fruit: where a script knows capitals, a name has one or stands in a tag. */
function isNamed(found: Finds, find: Find): boolean {
  const written = writtenWords(found, find);
  return (
    /^[#@]/.test(written) || /\s|\p{Lu}/u.test(written) || !/\p{Ll}/u.test(written) || !/^[\p{L}\p{M}]+$/u.test(written)
  );
}

function doubts(
  texted: readonly number[],
  byText: ReadonlyMap<number, readonly Find[]>,
  { meanings }: Vocabulary,
  { posts }: Texts,
  found: Finds,
): Evidence[] {
  const grave = texted.flatMap(text =>
    (byText.get(text) ?? []).filter(find => isUnsafe(find, byText, meanings, found)),
  );
  const byTopic = Map.groupBy(grave, ({ term }) => {
    const meaning = meanings[term];
    return meaning?.kind === 'unsafe' ? meaning.index : -1;
  });
  return [...byTopic].flatMap(([index, finds]) => {
    const topic = safetyTopics[index];
    const [first] = finds;
    if (!topic || !first || new Set(finds.map(({ text }) => text)).size < topic.posts) return [];
    return saidOf(posts[first.text - 1], writtenWords(found, first), {
      effect: 'doubt',
      says: `may be ${topic.topic}${first.text === 0 ? ', in what the profile says of itself' : ''}`,
    });
  });
}

function isUnsafe(
  find: Find,
  byText: ReadonlyMap<number, readonly Find[]>,
  meanings: Vocabulary['meanings'],
  found: Finds,
): boolean {
  const meaning = meanings[find.term];
  if (meaning?.kind !== 'unsafe') return false;
  const excused = byText.get(find.text)?.some(({ term }) => {
    const other = meanings[term];
    return other?.kind === 'harmless' && other.index === meaning.index;
  });
  return !excused && !isSpokenAgainst(found, find);
}

/** How many units around a word are looked at, enough for three words. */
const around = 30;
const before = 3;

function isSpokenAgainst({ searched }: Finds, { text, from, to }: Find): boolean {
  const source = searched[text] ?? '';
  const wordsIn = (low: number, high: number): string[] =>
    fold(source.slice(Math.max(0, low), high)).match(/[\p{L}\p{M}]+|[.!?।\n]/gu) ?? [];
  const earlier = wordsIn(from - around, from);
  const sentence = earlier.slice(earlier.findLastIndex(word => /^[.!?।\n]$/.test(word)) + 1);
  const [later = ''] = wordsIn(to, to + around);
  return sentence.slice(-before).some(word => foldedNegators.has(word)) || foldedNegators.has(later);
}

const foldedNegators: ReadonlySet<string> = new Set([...negators].map(fold));
