import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTexts } from '#shared/domain/scoring/fold.ts';
import { findKeywords, prepareKeywords } from '#shared/domain/scoring/keywords.ts';

const found = (keyword: string, text: string) =>
  findKeywords(foldTexts([text]), prepareKeywords([keyword])).names.length === 1;

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

it('says which texts speak of any keyword', () => {
  const keywords = prepareKeywords(['skincare', 'serum', 'travel']);
  expect(findKeywords(foldTexts(['A serum', 'Hello', 'Skincare and serum', '']), keywords)).toEqual({
    names: ['skincare', 'serum'],
    texts: [true, false, true, false],
  });
});

it('a keyword is found as a word of its own in any text', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(word, fc.string(), fc.string(), (keyword, before, after) => {
      expect(found(keyword, `${before} ${keyword} ${after}`)).toBe(true);
    }),
  );
});

it('any keywords and texts are answered, with one verdict per text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string({ unit: 'binary' })), (texts, names) => {
      const hits = findKeywords(foldTexts(texts), prepareKeywords(names));
      expect(hits.texts).toHaveLength(texts.length);
      expect(hits.names.length > 0).toBe(hits.texts.includes(true));
    }),
  );
});

it('a null character in a text does not shift the others', () => {
  const hits = findKeywords(foldTexts(['a\u0000b', 'serum']), prepareKeywords(['serum']));
  expect(hits.texts).toEqual([false, true]);
});

it('folding keeps the vowel signs that make words of Indic scripts', () => {
  expect(fold('कि')).not.toBe(fold('क'));
  expect(fold('É')).toBe('e');
});
