import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '#shared/adapters/blog/feed.ts';
import { feedDate } from '#shared/adapters/blog/feed-date.ts';
import { siteRef } from '#shared/domain/import/profile.ts';

const atomTitle = (attribute: string, title: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title ${attribute}>${title}</title></entry></feed>`;

describe('dates', () => {
  test.each([
    ['Mon, 02 Nov 2026 10:00:00 +0530', '2026-11-02T04:30:00.000Z'],
    ['Mon, 02 Nov 2026 10:00:00 IST', '2026-11-02T04:30:00.000Z'],
    ['02 Nov 2026 10:00 CET', '2026-11-02T09:00:00.000Z'],
    ['Mon, 02 Nov 2026 10:00:00 PST', '2026-11-02T18:00:00.000Z'],
    ['Mon, 2 Nov 2026 10:00:00', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02T10:00:00', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02T10:00:00+0530', '2026-11-02T04:30:00.000Z'],
    ['2026-11-02 10:00:00', '2026-11-02T10:00:00.000Z'],
    ['2026/11/2 9:05:00', '2026-11-02T09:05:00.000Z'],
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    [' Mon, 02 Nov 2026\n 10:00:00 GMT ', '2026-11-02T10:00:00.000Z'],
    ['Mon Nov 02 10:00:00 +0530 2026', '2026-11-02T04:30:00.000Z'],
    ['Mon Nov 02 2026 10:00:00 GMT+0530 (India Standard Time)', '2026-11-02T04:30:00.000Z'],
    ['Mon, 02 Nov 2026 10:00:00 -07', '2026-11-02T17:00:00.000Z'],
    ['Mon, 02 Nov 2026 10:00:00IST', '2026-11-02T04:30:00.000Z'],
    ['2026-11-02 10:00:00 MST', '2026-11-02T17:00:00.000Z'],
    ['02.11.2026 10:00', '2026-11-02T10:00:00.000Z'],
    ['23/11/2026', '2026-11-23T00:00:00.000Z'],
    ['November 2, 2026, 3:04 p.m.', '2026-11-02T15:04:00.000Z'],
    ['2026-11-2T10:00:00Z', '2026-11-02T10:00:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(feedDate(text)).toBe(at);
  });
  test.each([
    '',
    'yesterday',
    'Mon, 40 Nov 2026 10:00:00 GMT',
    '1'.repeat(100),
    '031231',
    'Mon, 2 Nov 10:00:00',
    undefined,
  ])('%s is none', text => {
    expect(feedDate(text)).toBeUndefined();
  });
});

describe('formats', () => {
  test('Atom: the change where no publication is dated, the replies of Blogger', () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="en"><title>M</title>
      <entry><id>1</id><title type="html">A &amp;amp; B</title><link rel="self" href="/self"/><link href="/a"/><updated>2026-11-02T10:00:00Z</updated><thr:total>5</thr:total></entry></feed>`;
    expect(parseFeed(xml)).toMatchObject({
      format: 'atom',
      language: 'en',
      items: [{ id: '1', link: '/a', publishedAt: '2026-11-02T10:00:00.000Z', comments: 5 }],
    });
  });
  test('JSON Feed', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'M',
      items: [{ id: '1', url: 'https://m.in/1', content_text: 'hi', date_published: '2026-11-02T10:00:00Z' }],
    });
    expect(parseFeed(json)).toMatchObject({ format: 'json', title: 'M', items: [{ id: '1', content: 'hi' }] });
  });
  test('a guid is the address unless it says otherwise', () => {
    const rss = (guid: string) =>
      `<rss version="2.0"><channel><title>t</title><item><title>x</title>${guid}</item></channel></rss>`;
    expect(parseFeed(rss('<guid>https://m.in/1</guid>'))?.items[0]?.link).toBe('https://m.in/1');
    expect(parseFeed(rss('<guid isPermaLink="false">https://m.in/1</guid>'))?.items[0]).not.toHaveProperty('link');
  });
  test('the base of an entry is its own, against that of the feed', () => {
    const entry = '<entry xml:base="posts/"><link href="a.html"/></entry><entry><link href="b.html"/></entry>';
    const feed = parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://m.in/blog/">${entry}</feed>`);
    expect(feed?.items).toEqual([
      { link: 'a.html', base: 'https://m.in/blog/posts/' },
      { link: 'b.html', base: 'https://m.in/blog/' },
    ]);
  });
  test('titles and dates of other vocabularies', () => {
    const named = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/"';
    const item = '<media:title>Kajal</media:title><dcterms:issued>2026-01-12T10:00:00Z</dcterms:issued>';
    expect(parseFeed(`<rss ${named}><channel><item>${item}</item></channel></rss>`)?.items).toEqual([
      { title: 'Kajal', publishedAt: '2026-01-12T10:00:00.000Z' },
    ]);
  });
  test.each([
    ['a JSON feed that numbers its version', '{"version":"1.1","items":[{"title":"Kajal & co"}]}'],
    ['a lost last bracket', '<rss><channel><item><title>Kajal &amp; co</title></item></channel></rss'],
    ['a title in base64, as Atom 0.3 says it', atomTitle('mode="base64"', 'S2FqYWwgJiBjbw==')],
    ['a title in base64, as Atom 1.0 says it', atomTitle('type="application/octet-stream"', 'S2FqYWwgJiBjbw==')],
  ])('%s is read as it is meant', (_, text) => {
    expect(parseFeed(text)?.items).toEqual([{ title: 'Kajal & co' }]);
  });
  test('an empty feed is a feed', () => {
    expect(parseFeed('<rss version="2.0"><channel></channel></rss>')).toEqual({ format: 'rss', items: [] });
  });
});

describe('what is no feed', () => {
  test.each([
    ['a page', '<!doctype html><html><body>hi</body></html>'],
    ['a truncated JSON feed', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"'],
    ['the answer of an API', '{"version":"1.1","items":[{"kind":"youtube#video","etag":"x"}]}'],
    ['nothing', ''],
    [
      'entity definitions',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
    ],
  ])('%s', (_, text) => {
    expect(parseFeed(text)).toBeUndefined();
  });
  test('no text throws', () => {
    fc.assert(fc.property(fc.string(), text => void parseFeed(text)));
    fc.assert(
      fc.property(
        fc.string(),
        text => void parseFeed(`<rss version="2.0"><channel><item>${text}</item></channel></rss>`),
      ),
    );
  });
});

const corpus = new URL('../../../../../shared/corpora/feeds/', import.meta.url);

describe.skipIf(!existsSync(corpus))('one blog in two formats', () => {
  test.each([
    ['DaringFireball.atom', 'DaringFireball.json'],
    ['allthis.atom', 'allthis.json'],
  ])('%s and %s', (...files) => {
    const refs = files.map(file => siteRef(parseFeed(readFileSync(new URL(file, corpus), 'utf8'))?.link ?? ''));
    expect(refs[0]).toBeDefined();
    expect(refs[1]).toEqual(refs[0]);
  });
});
