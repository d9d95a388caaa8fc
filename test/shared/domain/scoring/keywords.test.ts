import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originsIn } from '#shared/domain/scoring/text/fold.ts';
import { compileLexicon, findTerms, writtenWords } from '#shared/domain/scoring/text/lexicon.ts';
import type { Matching } from '#shared/domain/scoring/text/terms.ts';

const lexicon = (names: readonly string[], matching: Matching = 'stem') =>
  compileLexicon(names.map(name => ({ name, matching })));
const finds = (names: readonly string[], texts: readonly string[]) =>
  findTerms(lexicon(names), texts).finds.map(({ term, text }) => [names[term], text]);
const found = (keyword: string, text: string) => finds([keyword], [text]).length === 1;

describe('a keyword is found', () => {
  it.each([
    ['skincare', 'My SKINCARE routine'],
    ['skincare', '#skincare'],
    ['skincare', '#indianskincarecommunity'],
    ['skincare', '#indian_skincare'],
    ['skincare', '𝗦𝗸𝗶𝗻𝗰𝗮𝗿𝗲 tips'],
    ['recipes', 'an easy recipe'],
    ['recipe', 'my recipes!'],
    ['cooking', 'I cooked dal'],
    ['baking', 'we bake bread'],
    ['travel', 'a travelling life'],
    ['south indian food', 'South Indian food, at home'],
    ['south indian food', '#SouthIndianFood'],
    ['south-indian food', 'all south indian foods'],
    ['décoration', 'decoration ideas'],
    ['mode', 'La mode à Paris'],
    ['Möbel', 'neue MÖBEL'],
    ['रेसिपी', 'आसान रेसिपी घर पर'],
    ['रेसिपी', '#आसानरेसिपी'],
    ['சமையல்', 'எளிய சமையல் குறிப்பு'],
    ['護膚', '我的護膚日常'],
    ['スキンケア', '毎日のスキンケアを紹介'],
    ['อาหาร', 'รีวิวอาหารไทย'],
    ['диета', 'моя диета'],
    ['تجميل', 'نصائح تجميل'],
    ['5k run', 'my first 5k run'],
  ])('%s in %j', (keyword, text) => {
    expect(found(keyword, text)).toBe(true);
  });
});

describe('a keyword is not found', () => {
  it.each([
    ['clean beauty', 'clean. beauty'],
    ['art', 'an article about hearts'],
    ['art', 'we start today #start'],
    ['skin', 'a pumpskin'],
    ['skincare', 'scared of skin'],
    ['food', 'seafood'],
    ['south indian food', 'south of the food market'],
    ['खाना', 'खानदान'],
    ['', 'anything'],
    ['!!!', 'anything!!!'],
  ])('%s in %j', (keyword, text) => {
    expect(found(keyword, text)).toBe(false);
  });
});

it('says which keyword stands in which text, once each', () => {
  expect(finds(['skincare', 'serum', 'travel'], ['A serum, serum', 'Hello', 'Skincare and serum', ''])).toEqual([
    ['serum', 0],
    ['skincare', 2],
    ['serum', 2],
  ]);
});

it.each([
  ['त्वचा', 'meri twacha ke liye'],
  ['त्वचा', 'tvacha ki dekhbhal'],
  ['खाना', 'ghar ka khana'],
  ['खाना', 'ghar ka khaana'],
  ['बालों की देखभाल', 'baalon kee dekhabhaal'],
])('%s is found as people type it: %j', (keyword, text) => {
  expect(found(keyword, text)).toBe(true);
});

it('names are found as they are written, and inside mentions and hashtags', () => {
  const named = (text: string) => findTerms(lexicon(['Glowmate', 'Dot & Key'], 'name'), [text]).finds.length === 1;
  for (const text of [
    'Glowmate!',
    'my GLOWMATE',
    '@glowmate.in',
    '@glowmateindia',
    '#LoveGlowmate',
    '@dotandkey',
    'Dot & Key',
  ])
    expect([text, named(text)]).toEqual([text, true]);
  expect(named('dot key')).toBe(true);
  expect(named('glowmates')).toBe(false);
});

it('shows the words as their author wrote them', () => {
  const texts = ['ok', 'Try 𝗦𝗸𝗶𝗻𝗰𝗮𝗿𝗲 now', 'the #IndianSkincareClub', 'Crème de Beauté'];
  const found = findTerms(lexicon(['skincare', 'beaute']), texts);
  expect(found.finds.map(find => writtenWords(found, find))).toEqual(['𝗦𝗸𝗶𝗻𝗰𝗮𝗿𝗲', '#IndianSkincareClub', 'Beauté']);
});

it('a keyword is found as a word of its own in any text', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(word, fc.string(), fc.string(), (keyword, before, after) => {
      expect(found(keyword, `${before} ${keyword} ${after}`)).toBe(true);
    }),
  );
});

it('many words in one search are what each word finds alone', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', 'é', ' ', '#', 'कि'), maxLength: 40 });
  const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'कि'), minLength: 1, maxLength: 5 }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(names, fc.array(letters, { maxLength: 4 }), (given, texts) => {
      const alone = given.flatMap(name => finds([name], texts));
      expect(finds(given, texts).toSorted()).toEqual(alone.toSorted());
    }),
  );
});

it('any keywords and texts are answered, and a text stays where it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string({ unit: 'binary' })), (texts, names) => {
      const found = findTerms(lexicon(names), texts);
      for (const find of found.finds) {
        expect(find.to).toBeLessThanOrEqual(found.searched[find.text]?.length ?? 0);
        expect(texts[find.text]).toContain(writtenWords(found, find));
      }
    }),
  );
});

it('a null character in a text does not shift the others', () => {
  expect(finds(['serum'], ['a\u0000b', 'serum'])).toEqual([['serum', 1]]);
});

it('folding twice is folding once, and every folded letter came from somewhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(originsIn(text)).toHaveLength(fold(text).length);
    }),
  );
});

it('folding keeps the vowel signs that make words of Indic scripts, and not the nukta', () => {
  expect(fold('कि')).not.toBe(fold('क'));
  expect(fold('ज़')).toBe(fold('ज'));
  expect(fold('É')).toBe('e');
  expect(fold('ﬁt ½')).toBe('fit 1⁄2');
  expect(fold('ﷺ'.repeat(2000)).length).toBeGreaterThan(2000 * 10);
});
