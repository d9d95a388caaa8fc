import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flawIn, ownWords, sampleFacts } from '#shared/email/own-words.ts';

describe('own words', () => {
  test('name what we hold, paragraph by paragraph', () => {
    const own = {
      subject: '{{ name }}, {{ brand.name }} likes "{{ post }}"',
      text: 'Dear {{ name }},\n\nwe pay {{ offer }}.',
    };
    expect(ownWords(own, sampleFacts)).toEqual({
      subject: 'Meera Iyer, Lumen Skin likes "Five things I stopped putting on my face this summer"',
      paragraphs: ['Dear Meera Iyer,', 'we pay ₹4,000 + 8% per sale.'],
    });
  });

  test('ask whether we hold something before they name it', () => {
    const text = '{% if post %}Your post "{{ post }}" made us write.{% else %}We like your work.{% endif %}';
    expect(ownWords({ text }, { ...sampleFacts, post: null }).paragraphs).toEqual(['We like your work.']);
    expect(flawIn(text)).toBeUndefined();
  });

  test('leave ours in place where they say nothing', () => expect(ownWords({}, sampleFacts)).toEqual({}));

  test('keep a subject on its line', () => {
    const facts = { ...sampleFacts, name: 'Meera\r\nBcc: everybody@example.com' };
    expect(ownWords({ subject: 'Hi {{ name }}' }, facts).subject).toBe('Hi Meera Bcc: everybody@example.com');
  });

  test('what an influencer is called is never read as Liquid', () => {
    const facts = { ...sampleFacts, name: '{{ brand.name }}{% if' };
    expect(ownWords({ text: 'Hi {{ name }}' }, facts).paragraphs).toEqual(['Hi {{ brand.name }}{% if']);
  });
});

describe('a flaw', () => {
  test.each([
    ['Hi {{ frist_name }}', /undefined variable: frist_name.*Known: name, handle/],
    ['Hi {{ brand.nam }}', /undefined variable: brand\.nam/],
    ['Hi {{ name', /not closed/],
    ['Hi {{ name | shout }}', /undefined filter: shout/],
    ['{% include "package.json" %}', /tag "include" not found.*Known: if/],
    ['{% for i in (1..100000000) %}x{% endfor %}', /tag "for" not found/],
    ['{{ name.constructor }}', /undefined variable/],
    ['{% if post %}{{ post }}{% endif %}', /neither a post nor a topic/],
    ['{% if name %}Hi', /tag .*not closed/],
    ['x'.repeat(6000), /limit/],
  ])('in %s is named', (liquid, expected) => expect(flawIn(liquid)).toMatch(expected));

  test('is found in time whatever is written: nothing hangs or breaks out', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'name',
      ' if ',
      'endif',
      '|',
      'append:',
      '"',
      'post',
      '..',
      '(',
      ')',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }), parts => {
        const flaw = flawIn(parts.join(''));
        expect(flaw === undefined || flaw.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
