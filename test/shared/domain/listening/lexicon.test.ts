import { describe, expect, it } from 'vitest';
import { lexicon } from '#shared/domain/listening/lexicon/lexicon.ts';

const heard = (text: string, words: string): boolean => lexicon(text).some(signal => words.search(signal.words) >= 0);

describe('a word list', () => {
  it('says of its phrases what they mean, how surely and where', () => {
    const [first, second] = lexicon('= yes 0.9 unless negated\ncount me in\n\n= asks-money 0.85 in questions\nfee');
    expect(first).toMatchObject({ intent: 'yes', weight: 0.9, holds: 'unless negated' });
    expect(second).toMatchObject({ intent: 'asks-money', weight: 0.85, holds: 'in questions' });
    expect(lexicon('= no 0.9\nnope')[0]?.holds).toBe('anywhere');
  });

  it.each([
    ['stop ~2 mails', 'stop all those mails', true],
    ['stop ~2 mails', 'stop all those many mails', false],
    ['stop (mails|calls)', 'please stop calls', true],
    ['stop {MAIL}', 'stop messages', true],
    ['stop\n  |quit', 'quit', true],
    ["n't like", "i didn't like", true],
    ['top', 'stop', false],
    ['पैसे \\w+ चाहिए', 'पैसे नहीं चाहिए', true],
  ])('hears %j in %j: %s', (phrase, words, isHeard) => {
    expect(heard(`MAIL: mails?\n  |messages?\n\n= unsubscribe 0.9\n${phrase}`, words)).toBe(isHeard);
  });

  it('is refused where it names a class that it does not have', () => {
    expect(() => lexicon('= no 0.9\nno {MAIL}')).toThrow('{MAIL}');
  });
});
