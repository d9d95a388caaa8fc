import { type DisclosureRegime, labels, sentences } from './labels.ts';

/** A disclosure as it stands in a caption. */
export interface Occurrence {
  readonly text: string;
  readonly index: number;
  readonly regimes: readonly DisclosureRegime[];
}

const hashtag = /#([\p{L}\p{M}\p{N}_]+)/gu;
/** "Ad: ...", "AD | ...", "Sponsored - ..." at the start of a line, and "[ad]", "(Sponsored)" anywhere. */
const leading = /^[^\p{L}\p{M}\p{N}#@\n]*(\p{L}[\p{L}\p{M} ]{0,30}?)(?=[ \t]*(?:[:|•·–—\])]|-\s|\.?[ \t]*$))/gmu;
const bracketed = /[[(]\s*(\p{L}[\p{L}\p{M} ]{0,30}?)\s*[\])]/gu;
/** "not an ad", "isn't sponsored", "non-sponsored": the opposite of a disclosure. */
const negated =
  /(?:\bnot|n['’]t|\bnon|\bno|\bnever)[\s-]+(?:(?:an?|the|any|been|even|really|being|paid|is|was)\s+)*$/iu;

/** Every disclosure in a normalised caption, first one first. `asked` is the label that the brief names. */
export function occurrencesIn(caption: string, asked: string): Occurrence[] {
  const found = [
    ...matches(caption, hashtag).map(match => known(match, compound(match.word))),
    ...[...matches(caption, leading), ...matches(caption, bracketed)].map(match => known(match, match.word)),
    ...sentences.flatMap(({ pattern, regimes }) =>
      matches(caption, pattern).map(({ text, index }) => ({ text, index, regimes })),
    ),
    askedFor(caption, asked),
  ];
  return found
    .filter(occurrence => occurrence !== undefined)
    .filter(({ index }) => !negated.test(caption.slice(Math.max(0, index - 40), index)))
    .toSorted((a, b) => a.index - b.index || b.regimes.length - a.regimes.length);
}

interface Match {
  readonly text: string;
  readonly word: string;
  readonly index: number;
}

const matches = (caption: string, pattern: RegExp): Match[] =>
  [...caption.matchAll(pattern)].map(match => {
    const word = match[1] ?? match[0];
    const text = match[0].startsWith('#') ? match[0] : word;
    return { text, word: word.toLowerCase(), index: match.index + match[0].lastIndexOf(text) };
  });

function known({ text, index }: Match, word: string): Occurrence | undefined {
  const regimes = labels.get(word);
  return regimes && { text, index, regimes };
}

/** "paidpartnership" and "paid_partnership" are "paid partnership". */
const compound = (tag: string): string => byCompound.get(tag.replaceAll('_', '')) ?? tag;
const byCompound = new Map([...labels.keys()].map(label => [label.replaceAll(' ', ''), label]));

/** A label of the brand's own choice counts everywhere, unless it is one that a regime refuses. */
function askedFor(caption: string, asked: string): Occurrence | undefined {
  const label = asked.normalize('NFKC').trim();
  if (label === '') return undefined;
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}#_])${escaped(label)}(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');
  const match = whole.exec(caption);
  if (!match) return undefined;
  const regimes = labels.get(compound(label.replace(/^#/, '').toLowerCase())) ?? ['asci', 'ftc'];
  // "ad" alone is a word of the language; only as a hashtag, in front or in brackets (above) is it a label.
  if (!label.startsWith('#') && labels.has(label.toLowerCase())) return undefined;
  return { text: match[0], index: match.index, regimes };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
