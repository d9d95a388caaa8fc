import { describe, expect, it } from 'vitest';
import { entitiesIn } from '#shared/domain/listening/entities.ts';
import { findLinks, isPostLink } from '#shared/domain/listening/links.ts';

const at = '2026-01-12T10:00:00.000Z';
const texts = (text: string, type: string) =>
  entitiesIn(text, at).flatMap(one => (one.type === type ? [one.text] : []));

describe('entities of a text', () => {
  it('come in its order with their place', () => {
    const text = 'Pay $20 to @asha by 15 Feb, mail asha@example.com';
    const found = entitiesIn(text, at);
    expect(found.map(({ type }) => type)).toEqual(['money', 'mention', 'date', 'email']);
    for (const { start, text: words } of found) expect(text.slice(start).trimStart().startsWith(words)).toBe(true);
  });

  it('have amounts with their currency', () => {
    expect(entitiesIn('35 lakh rupees, $ 11.7 million and thirteen dollars and forty-five cents')).toMatchObject([
      { value: 3_500_000, unit: 'rupee' },
      { value: 11_700_000, unit: 'dollar' },
      { value: 13.45, unit: 'dollar' },
    ]);
  });

  it.each([
    ['14 मिलियन डॉलर', 14_000_000, 'dollar'],
    ['५ लाख रुपये', 500_000, 'rupee'],
    ['$ 2.38 बिलियन', 2_380_000_000, 'dollar'],
    ['75 millions de $', 75_000_000, 'dollar'],
    ['R$ 1.500', 1500, 'real'],
    ['1.234,56 €', 1234.56, 'euro'],
    ['$ 10.375', 10.375, 'dollar'],
    ['$ 1.250 million', 1_250_000, 'dollar'],
  ])('have %j as written and as a number', (text, value, unit) => {
    expect(entitiesIn(`Ok ${text} !`).filter(({ type }) => type === 'money')).toEqual([
      expect.objectContaining({ text, value, unit, start: 3 }),
    ]);
  });

  it('have the days they mean, and none where the time is unknown', () => {
    expect(entitiesIn('on 15 Feb', at)).toMatchObject([{ type: 'date', date: '2026-02-15' }]);
    expect(entitiesIn('on 15 Feb')).toEqual([]);
  });

  it.each([
    ['call 98765 43210', ['98765 43210']],
    ['account number 12345678', []],
    ['फ़ोन ९८७६५४३२१० पर', ['९८७६५४३२१०']],
    ['电话是010-6228-8559。', ['010-6228-8559']],
    ['16/04/2010', []],
    ['my card is 5111 1111 1111 1111', []],
  ])('telephones in %j are %j', (text, found) => {
    expect(texts(text, 'phone')).toEqual(found);
  });

  it.each([
    ['Yes. I said no', [true]],
    ['agree, it is not ok', [false]],
    ['हां, ठीक है', [true]],
    ['👌🏾 great', [true]],
    ['a note', []],
  ])('the answer of %j is %j', (text, values) => {
    expect(entitiesIn(text).flatMap(one => (one.type === 'answer' ? [one.value] : []))).toEqual(values);
  });

  it.each([
    ['#न्\u200dयूज देखो', ['#न्\u200dयूज']],
    ['＃日本語 and #123, not #_', ['＃日本語', '#123']],
    ['の@asha_raoに and @aliceì or f@@kn', ['@asha_rao']],
  ])('hashtags and mentions of %j are %j', (text, found) => {
    expect([...texts(text, 'hashtag'), ...texts(text, 'mention')]).toEqual(found);
  });

  it('tell mentions, hashtags and addresses apart', () => {
    const text = 'Hi @asha.rao, see #ad_2026 or asha@example.com/#cite';
    expect([texts(text, 'mention'), texts(text, 'hashtag'), texts(text, 'email')]).toEqual([
      ['@asha.rao'],
      ['#ad_2026'],
      ['asha@example.com'],
    ]);
  });
});

describe('links', () => {
  it.each([
    ['see (https://a.example/b).', 'https://a.example/b'],
    ['instagram.com/p/abc', 'https://instagram.com/p/abc'],
    ['http://a.example', 'http://a.example'],
  ])('in %j are read as %s', (text, url) => {
    expect(findLinks(text).map(link => link.url)).toEqual([url]);
  });

  it.each(['meet at 7.am', 'asha.rao@example.com', 'http://362', 'version 1.2.3'])('are not in %j', text => {
    expect(findLinks(text)).toEqual([]);
  });

  it.each([
    ['https://www.instagram.com/reel/C9x/', true],
    ['https://instagram.com/asha/p/C9x/', true],
    ['https://youtu.be/dQw4w9WgXcQ', true],
    ['https://www.tiktok.com/@mira/video/7301', true],
    ['https://blog.example/2026/01/millet-dosa', true],
    ['https://www.instagram.com/asha/', false],
    ['https://calendly.com/asha', false],
  ])('%s is a post: %s', (link, post) => {
    expect(isPostLink(link)).toBe(post);
  });
});
