import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html, link, render, theirs, trusted } from '#shared/pages/html.ts';

/** A parser reads NUL as U+FFFD at best, and lone surrogates can not be written in UTF-8. */
const shown = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

describe('html', () => {
  test('shows any text as it is, between tags and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const page = load(render(html`<p title="${text}">${text}</p>`), undefined, false);
        expect(page('p').text()).toBe(shown(text));
        expect(page('p').attr('title')).toBe(shown(text));
      }),
    );
  });

  test('keeps markup of its own, leaves out what is absent and joins lists', () => {
    const items = ['a<b', 'c'].map(item => html`<li>${item}</li>`);
    expect(render(html`<ul>${items}</ul>${false}${undefined}${0}`)).toBe('<ul><li>a&lt;b</li><li>c</li></ul>0');
  });

  test('does not take an object from JSON for markup', () => {
    const forged = JSON.parse('{"markup":"<script>","html":"<script>","Symbol(markup)":"<script>"}');
    expect(() => render(html`${forged}`)).toThrow();
  });

  test('trusted markup goes in unchanged', () => {
    expect(render(html`${trusted('<b>x</b>')}`)).toBe('<b>x</b>');
  });
});

describe('link', () => {
  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:x',
    '//evil.example',
    'vbscript:x',
  ])('shows %j without linking it', url => {
    expect(render(link(url))).toBe(escapeHtml(url));
  });

  test('links web and mail addresses', () => {
    expect(render(link('https://a.example/?a=1&b="2"'))).toBe(
      '<a href="https://a.example/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">https://a.example/?a=1&amp;b=&quot;2&quot;</a>',
    );
    expect(render(link('mailto:a@b.example', 'write'))).toContain('>write</a>');
  });
});

test('a name written from right to left is isolated from our own words', () => {
  expect(render(theirs('‮evil'))).toBe('<bdi>‮evil</bdi>');
});
