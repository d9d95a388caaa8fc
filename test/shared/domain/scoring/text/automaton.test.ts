import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton, search } from '#shared/domain/scoring/text/automaton.ts';
import { foldedUnit } from '#shared/domain/scoring/text/fold.ts';
import { compileLexicon, findTerms } from '#shared/domain/scoring/text/lexicon.ts';
import { unitsOf } from '#shared/domain/scoring/text/units.ts';

const pieces = [
  'a',
  'b',
  'ab',
  'B',
  'é',
  'e\u0301',
  'कि',
  'क़',
  'த',
  '化',
  'ﬁ',
  '𝗮',
  '🄰',
  '😀',
  '🇮🇳',
  '\ud83c',
  ' ',
  '#',
  '\u0000',
  '\n',
];
const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 60 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', 'e', 'कि', 'த', '化'), minLength: 1, maxLength: 4 });

const codesOf = (units: string): number[] => Array.from(units, (_, at) => units.charCodeAt(at));

/** What `search` promises, one word and one place at a time. */
function plainly(words: readonly string[], searched: string): string[] {
  const folded = Array.from({ length: searched.length }, (_, at) => foldedUnit(searched.charCodeAt(at)));
  return folded.flatMap((unit, at) => {
    const isEmoji = /^\ud83c[^\udd30-\udd89]?$/.test(searched.slice(at, at + 2));
    if (unit === undefined) return isEmoji ? [] : `odd ${at}`;
    return words.flatMap((each, index) => {
      const from = at + 1 - each.length;
      return from >= 0 && codesOf(each).every((code, place) => folded[from + place] === code)
        ? `${index} ${at + 1}`
        : [];
    });
  });
}

function searched(words: readonly string[], given: string): { found: string[]; places: number[] } {
  const found: string[] = [];
  const places: number[] = [];
  const note = (what: string | number, at: number, place = at) => {
    found.push(`${what} ${at}`);
    places.push(place);
  };
  search(buildAutomaton(words.map(codesOf)), unitsOf(given), given.length, {
    found: note,
    unfoldable: at => note('odd', at, at + 1),
  });
  return { found, places };
}

it('a search finds what a look at every place for every word finds, in the order of the text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), text, (words, given) => {
      const { found, places } = searched(words, given);
      expect(found.toSorted()).toEqual(plainly(words, given).toSorted());
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

it('several texts in one search, after any others, are what each text is alone', () => {
  const lexicon = (names: readonly string[]) => compileLexicon(names.map(name => ({ name, matching: 'word' })));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.array(text, { maxLength: 5 }), (names, texts) => {
      const used = lexicon(names);
      findTerms(used, ['ab'.repeat(200), ...texts]);
      const alone = texts.flatMap((each, index) =>
        findTerms(lexicon(names), [each]).finds.map(find => ({ ...find, text: index })),
      );
      expect(findTerms(used, texts).finds).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});
