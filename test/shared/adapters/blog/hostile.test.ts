import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blogMetrics } from '#shared/adapters/blog/metrics.ts';
import { guardedFetch } from '#shared/adapters/http/guarded-fetch.ts';
import { safeFetch } from '#shared/adapters/http/safe-fetch.ts';

/** Blogs that lie, loop, swell and drip, on a real server. */

const at = new Date('2026-11-23T10:00:00Z');
const feedOf = (title: string, head = '<?xml version="1.0"?>') =>
  `${head}<rss version="2.0"><channel><title>M</title><item><title>${title}</title><link>/1</link><guid>http://m.in/1</guid><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><category>Ragi</category></item></channel></rss>`;
const home = (feed: string) =>
  `<!doctype html><title>Meera</title><link rel="alternate" type="application/rss+xml" href="${feed}">`;
const utf8 = '<?xml version="1.0" encoding="utf-8"?>';
const bomb = '<!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

type Page = string | Buffer | ((response: ServerResponse) => void);
const send =
  (type: string, body: Buffer | string): Page =>
  response =>
    void response.setHeader('content-type', type).end(body);
const redirect =
  (location: string): Page =>
  response =>
    void response.writeHead(302, { location }).end();

const feeds: Record<string, Page> = {
  'latin1-as-utf8': send(
    'application/rss+xml; charset=utf-8',
    Buffer.from(feedOf('Café crème à la carte', utf8), 'latin1'),
  ),
  'utf8-as-latin1': send('application/rss+xml; charset=ISO-8859-1', feedOf('Café नमस्ते')),
  'utf8-as-utf16': send('application/rss+xml; charset=utf-16', feedOf('Café')),
  'one-bad-byte': Buffer.from(feedOf('नमस्ते').replace('<guid>', '<description>\u0000</description><guid>')).map(byte =>
    byte === 0 ? 0xff : byte,
  ) as Buffer,
  bomb: feedOf('&b;', `${utf8}${bomb}`),
  'late-bomb': feedOf('&b;', `${utf8}<!-- <a> ${'x'.repeat(200_000)} -->${bomb}`),
  'wide-bomb': Buffer.from(`\ufeff${feedOf('&b;', bomb)}`, 'utf16le'),
  external: feedOf('&f;', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
  loop: redirect('/loop/feed'),
  'longer-and-longer': response => void response.writeHead(302, { location: `${response.req.url}x` }).end(),
  inside: redirect('http://10.0.0.7/feed'),
  metadata: redirect('http://169.254.169.254/latest/meta-data/'),
  file: redirect('file:///etc/passwd'),
  forbidden: redirect('/private/feed'),
  packed: response =>
    void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50 * 1024 * 1024, 32))),
  endless: response => {
    const more = () =>
      !response.destroyed && void response.write(Buffer.alloc(64 * 1024, 32), () => setImmediate(more));
    more();
  },
  drip: response => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  'half-open': feedOf('x').replace('</channel>', `${'<!-- '.repeat(800_000)}`),
  'half-open-data': feedOf('x').replace('</channel>', `${'<![CDATA['.repeat(400_000)}`),
  deep: `<rss version="2.0"><channel>${'<item>'.repeat(300_000)}`,
  binary: send('application/rss+xml', Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 256))),
};

const server = createServer(({ url = '/' }, response) => {
  const [, name = '', kind] = url.split('/');
  if (url === '/robots.txt') return void response.end('User-agent: *\nDisallow: /private/\n');
  if (name === 'private') return void response.end(feedOf('what nobody may read'));
  if (name === 'deep-page') return void response.end(`<title>Deep</title>${'<div><b>'.repeat(150_000)}meera@deep.in`);
  if (kind?.startsWith('feed') !== true) return void response.end(home(`/${name}/feed`));
  const page = feeds[name];
  if (typeof page === 'function') page(response);
  else response.end(page);
});
let host = '';
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const settings = () => {
  const allowed = { allowedPrivateHosts: [host] };
  return { fetch: guardedFetch(allowed), ...allowed, userAgent: 'TestBot', timeoutMs: 1500 };
};
const blogOf = async (name: string) => {
  const answer = await blogMetrics(settings()).metrics({ platform: 'blog', handle: `${host}/${name}` }, { at });
  if (answer.kind !== 'found') throw new Error(`${answer.kind}: ${answer.because}`);
  return answer;
};

describe('a feed that is refused, with the reason, while its blog is found', () => {
  test.each([
    ['latin1-as-utf8', 'written in utf-8, and it is not'],
    ['bomb', 'defines entities'],
    ['late-bomb', 'defines entities'],
    ['wide-bomb', 'defines entities'],
    ['external', 'defines entities'],
    ['loop', 'redirects too often'],
    ['longer-and-longer', 'redirects too often'],
    ['inside', '10.0.0.7 is not a public address'],
    ['metadata', '169.254.169.254 is not a public address'],
    ['file', 'file: addresses are not fetched'],
    ['forbidden', 'robots.txt'],
    ['packed', 'larger than'],
    ['endless', 'larger than'],
    ['drip', 'no answer in time'],
    ['binary', 'is no feed'],
  ])('%s', async (name, because) => {
    const { metrics, gaps } = await blogOf(name);
    expect(metrics).toMatchObject({ name: 'Meera', posts: [] });
    expect(gaps?.join()).toContain(because);
  });
});

describe('a feed that is read as what it is', () => {
  test.each([
    ['utf8-as-latin1', 'Café नमस्ते'],
    ['utf8-as-utf16', 'Café'],
    ['one-bad-byte', 'नमस्ते'],
  ])('%s', async (name, title) => {
    const { metrics, gaps } = await blogOf(name);
    expect(metrics).toMatchObject({ posts: [{ text: expect.stringContaining(title) }], topics: ['ragi'] });
    expect(gaps).toBeUndefined();
  });
});

describe('what is built to take long', () => {
  test.each(['half-open', 'half-open-data', 'deep'])('%s is done with in seconds', async name => {
    expect((await blogOf(name)).kind).toBe('found');
  });

  test('a page nested deeper than any stack is a page', async () => {
    expect((await blogOf('deep-page')).metrics.name).toBe('Deep');
  });

  test('a redirect is asked about before it is followed', async () => {
    const answer = await safeFetch(settings())(`http://${host}/forbidden/feed`, '*/*', async url => `not to ${url}`);
    expect(answer).toEqual({ kind: 'refused', because: `not to http://${host}/private/feed` });
  });
});
