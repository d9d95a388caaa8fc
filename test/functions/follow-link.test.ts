import { beforeEach, describe, expect, test } from 'vitest';
import { followLink, inWords } from '#functions/follow-link/follow-link.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { at } from '#test/shared/domain/builders.ts';
import { corpusRows, hasCorpora } from '#test/shared/domain/corpus.ts';
import { aRequest, call } from '#test/support/product/http.ts';
import { freshProduct, type Product } from '#test/support/product/product.ts';

const browser = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';
let product: Product;
let handler: unknown;

beforeEach(async () => {
  process.env.TABLE_NAME = 'T';
  product = await freshProduct();
  handler = httpHandler('follow-link', () => ({ followLink: followLink(product) }), inWords);
  const destination = 'https://meadow.example/monsoon?utm_source=old&size=50ml#buy';
  await product.links.create({ code: 'k7x2', campaignId: 'c1', influencerId: 'i1', destination, createdAt: at });
});

const follow = (headers: Record<string, string> = { 'user-agent': browser }, requestId = 'request-1') =>
  call(handler, 'GET /l/k7x2', { headers, requestId });
const clicks = () => product.links.clicks('k7x2');

describe('following a link', () => {
  test('counts the visitor and sends them on, with the click’s id for the order to name', async () => {
    const { status, headers, body } = await follow();
    expect([status, body]).toEqual([302, '']);
    const url = new URL(String(headers.location));
    expect(url.origin + url.pathname + url.hash).toBe('https://meadow.example/monsoon#buy');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      utm_source: 'influencer',
      utm_medium: 'groundswell',
      utm_campaign: 'c1',
      size: '50ml',
      cid: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(await clicks()).toBe(1);
    const clickId = url.searchParams.get('cid') ?? '';
    expect(await product.links.findClick(clickId)).toEqual({
      clickId,
      code: 'k7x2',
      campaignId: 'c1',
      influencerId: 'i1',
      at,
    });
  });

  test('keeps nothing about the visitor and is never answered from a cache', async () => {
    const { headers } = await follow();
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(Object.keys(headers)).not.toContain('set-cookie');
  });

  test('every visit has its own id; the same request handled twice is one', async () => {
    await follow(undefined, 'r-1');
    await follow(undefined, 'r-2');
    await follow(undefined, 'r-2');
    expect(await clicks()).toBe(2);
  });

  test.each([
    ['a crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['a link preview', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['nobody in particular', { 'user-agent': '' }],
    ['no agent at all', {}],
    ['a browser looking ahead', { 'user-agent': browser, 'sec-purpose': 'prefetch;prerender' }],
  ])('%s is sent on, but is no person', async (_, headers) => {
    const { status, headers: answered } = await follow(headers as Record<string, string>);
    expect(status).toBe(302);
    expect(await clicks()).toBe(0);
    const clickId = new URL(String(answered.location)).searchParams.get('cid') ?? '';
    expect(await product.links.findClick(clickId)).toBeUndefined();
  });

  test('a HEAD request only looks', async () => {
    const request = aRequest({ method: 'HEAD', params: { code: 'k7x2' }, headers: { 'user-agent': browser } });
    expect((await followLink(product)(request)).status).toBe(302);
    expect(await clicks()).toBe(0);
  });

  test('an unknown code, however long, leads nowhere', async () => {
    for (const code of ['nobody', 'x'.repeat(5000), '%00', 'k7x2%23CLICKS']) {
      const { status, headers, body } = await call(handler, `GET /l/${code}`, { headers: { 'user-agent': browser } });
      expect([status, body]).toEqual([404, 'This link leads nowhere (any more).']);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(headers).not.toHaveProperty('location');
    }
  });

  test('our own failure says nothing about our insides', async () => {
    product.links.find = async () => Promise.reject(new Error('table groundswell-prod'));
    expect(await follow()).toMatchObject({ status: 500, body: expect.not.stringContaining('groundswell-prod') });
  });

  test.skipIf(!hasCorpora)(
    'agents of corpora/user_agents: bots are never counted, browsers almost always',
    async () => {
      const rows = corpusRows<{ ua: string }, { bot: boolean }>('user_agents');
      const counted = { bots: 0, browsers: 0 };
      const visits = rows.filter((_, n) => n % 10 === 0);
      for (const [n, { input, expected }] of visits.entries()) {
        const before = await clicks();
        await follow({ 'user-agent': input.ua }, `r-${n}`);
        if ((await clicks()) > before) counted[expected.bot ? 'bots' : 'browsers'] += 1;
      }
      const browsers = visits.filter(({ expected }) => !expected.bot).length;
      expect(visits.length).toBeGreaterThan(300);
      expect(counted.bots).toBe(0);
      expect(counted.browsers / browsers).toBeGreaterThan(0.98);
    },
  );
});
