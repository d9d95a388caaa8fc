import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyThem } from '#shared/operations/why-them.ts';
import { aCandidate, aPost, at, days } from '#test/shared/domain/builders.ts';

const keywords = ['sunscreen', 'Skincare'];
const having = (...posts: Parameters<typeof aPost>[0][]) =>
  aCandidate({ topics: ['beauty'] }, { posts: posts.map(aPost) });

describe('whyThem', () => {
  test('quotes the sentence that fits the brief, from their latest post that has one', () => {
    const candidate = having(
      { at: days(-40), text: 'My sunscreen empties, all of them reviewed.' },
      { at: days(-9), text: 'Hello! I changed my sunscreen this monsoon. #ad https://shop.example @brand' },
      { at: days(-3), text: 'My cat, again.' },
    );
    expect(whyThem(candidate, keywords, at)).toEqual({
      kind: 'post',
      text: 'I changed my sunscreen this monsoon.',
      at: days(-9),
    });
  });

  test('nothing that is old, and nothing that only a hashtag says', () => {
    expect(whyThem(having({ at: days(-130), text: 'A sunscreen that I loved.' }), keywords, at)).toBeUndefined();
    expect(whyThem(having({ text: 'Sunday morning light #skincare #sunscreen' }), keywords, at)).toBeUndefined();
  });

  test('a topic of theirs where no post fits, nothing where nothing fits', () => {
    const { metrics: _, ...unmeasured } = aCandidate({ topics: ['food', 'natural skincare'] });
    expect(whyThem(unmeasured, keywords, at)).toEqual({ kind: 'topic', topic: 'natural skincare' });
    expect(whyThem({ ...unmeasured, topics: ['food'] }, keywords, at)).toBeUndefined();
    const unreachable = aCandidate({ metrics: { kind: 'unreachable', at, because: 'gone' } });
    expect(whyThem(unreachable, keywords, at)).toBeUndefined();
  });

  test('invents nothing: every quote stands in a post of theirs, is short and whole text', () => {
    const words = fc.constantFrom(
      'skincare',
      'rain',
      '🌧️',
      'त्वचा',
      '#ad',
      'https://a.example/x',
      '.',
      '!',
      '\n',
      'w'.repeat(120),
    );
    const caption = fc.array(words, { maxLength: 25 }).map(all => all.join(' '));
    fc.assert(
      fc.property(fc.array(caption, { maxLength: 4 }), captions => {
        const why = whyThem(having(...captions.map(text => ({ text }))), keywords, at);
        if (why?.kind !== 'post') return;
        const plain = (text: string) => text.replace(/(?:https?:\/\/\S+|#ad)/g, ' ').replace(/\s+/g, ' ');
        const quote = why.text.replace(/…$/, '');
        expect(captions.some(text => plain(text).includes(quote))).toBe(true);
        expect(why.text.length).toBeLessThanOrEqual(91);
        expect(why.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['', 'a', 'a '])('cuts no character in two, %j before it', before => {
    const why = whyThem(having({ text: `${before}skincare${'🌧'.repeat(60)}` }), keywords, at);
    expect(why?.kind === 'post' && why.text.isWellFormed()).toBe(true);
  });
});
