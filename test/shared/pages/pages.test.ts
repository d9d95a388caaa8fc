import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { pageSamples } from '#shared/pages/samples.ts';

describe.each(Object.entries(pageSamples))('%s', (_, show) => {
  const { html, headers } = show();
  const page = load(html);

  test('names its language and title and has one main heading', () => {
    expect(page('html').attr('lang')).toMatch(/^(en|hi)$/);
    expect(page('title').text().length).toBeGreaterThan(5);
    if (page('script').length === 0) expect(page('h1')).toHaveLength(1);
  });

  test('loads nothing from anywhere', () => {
    expect(page('img, iframe, object, embed, script[src], link[rel=stylesheet]')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test('runs under its own policy: inline styles and scripts are exactly those whose hash it names', () => {
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const inline of page('style, script').toArray()) {
      const hash = createHash('sha256').update(page(inline).text()).digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
    }
    expect(page('[style]')).toHaveLength(0);
    const handlers = page('*')
      .toArray()
      .flatMap(node => Object.keys(page(node).attr() ?? {}))
      .filter(name => name.startsWith('on'));
    expect(handlers).toEqual([]);
  });

  test('tells its address to nobody and is not kept', () => {
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  test('labels every control', () => {
    for (const control of page('input:not([type=hidden]), textarea, select').toArray()) {
      const id = page(control).attr('id');
      expect(page(control).closest('label').length + page(`label[for="${id}"]`).length).toBe(1);
    }
  });
});
