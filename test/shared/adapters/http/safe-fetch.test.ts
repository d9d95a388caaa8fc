import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from '#shared/adapters/http/address-policy.ts';
import { decodeDocument } from '#shared/adapters/http/charset.ts';
import { guardedFetch } from '#shared/adapters/http/guarded-fetch.ts';
import { safeFetch } from '#shared/adapters/http/safe-fetch.ts';
import { serving } from '../serving.ts';

const publicName = async () => ['93.184.216.34'];
const client = (fetch: typeof globalThis.fetch, more: object = {}) =>
  safeFetch({ fetch, userAgent: 'TestBot', resolve: publicName, ...more });

describe('addresses', () => {
  test.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '172.32.0.1', '::ffff:8.8.8.8'])(
    '%s is public',
    address => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  test.each(
    `127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
     ::1 :: fe80::1 fc00::1 fd00:ec2::254 ::ffff:127.0.0.1 ::ffff:7f00:1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 ff02::1 nonsense`.split(
      /\s+/,
    ),
  )('%s is not', address => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test('no IPv4 address of a private range is public', () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(
        octet,
        octet,
        octet,
        (a, b, c) => !isPublicAddress(`10.${a}.${b}.${c}`) && !isPublicAddress(`127.${a}.${b}.${c}`),
      ),
    );
  });
});

describe('what is not fetched', () => {
  test.each([
    'file:///etc/passwd',
    'data:text/html,hi',
    'ftp://meera.in/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://meera.in:8080/',
    'http://user:secret@meera.in/',
  ])('%s', async url => {
    const { fetch, asked } = serving(() => new Response('secret'));
    expect((await client(fetch)(url)).kind).toBe('refused');
    expect(asked).toHaveLength(0);
  });

  test('a name that resolves to a private address, even beside a public one', async () => {
    const { fetch, asked } = serving(() => new Response('secret'));
    const answer = await client(fetch, { resolve: async () => ['93.184.216.34', '10.0.0.5'] })('http://meera.in/');
    expect(answer).toEqual({ kind: 'refused', because: 'meera.in is not a public address' });
    expect(asked).toHaveLength(0);
  });

  test('a redirect to one', async () => {
    const { fetch, asked } = serving(
      () => new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } }),
    );
    expect((await client(fetch)('https://meera.in/')).kind).toBe('refused');
    expect(asked).toHaveLength(1);
  });

  test('redirects without end', async () => {
    const { fetch, asked } = serving(
      url => new Response(null, { status: 301, headers: { location: `${url.pathname}x` } }),
    );
    expect(await client(fetch)('https://meera.in/')).toEqual({ kind: 'refused', because: 'it redirects too often' });
    expect(asked.length).toBeLessThan(10);
  });

  test('more bytes than allowed, also where no length is announced', async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(65_536)) }));
    expect(await client(serving(endless).fetch, { maxBytes: 1_000_000 })('https://meera.in/')).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('larger'),
    });
  });
});

test('redirects between public places are followed, and the last address is told', async () => {
  const { fetch, asked } = serving((url, _, number) =>
    number === 0
      ? new Response(null, { status: 301, headers: { location: '/new' } })
      : new Response(`at ${url.pathname}`),
  );
  const answer = await client(fetch)('https://meera.in/old', 'text/html');
  expect(answer).toMatchObject({ kind: 'answered', url: 'https://meera.in/new', status: 200 });
  expect(answer.kind === 'answered' && decodeDocument(answer.bytes)).toBe('at /new');
  expect(new Headers(asked[0]?.init.headers).get('user-agent')).toBe('TestBot');
});

test('who does not answer in time is unreachable', async () => {
  const { fetch } = serving(
    (_, { signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  expect(await client(fetch, { timeoutMs: 20 })('https://meera.in/')).toEqual({
    kind: 'unreachable',
    because: 'no answer in time',
  });
});

describe('against a server on this machine', () => {
  const server = createServer(({ url }, response) => {
    if (url === '/packed') response.setHeader('content-encoding', 'gzip').end(gzipSync('hello '.repeat(1000)));
    else if (url === '/cut')
      response.setHeader('content-encoding', 'gzip').write(gzipSync('hello').subarray(0, 5), () => response.destroy());
    else response.end('hello');
  });
  let host = '';
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test('the connection itself is refused, whatever was checked before', async () => {
    await expect(guardedFetch()(`http://${host}/`)).rejects.toThrow('localhost is not a public address');
  });
  test('configuration can allow it', async () => {
    const allowed = { allowedPrivateHosts: [host] };
    const answer = await safeFetch({ fetch: guardedFetch(allowed), userAgent: 'TestBot', ...allowed })(
      `http://${host}/`,
    );
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
  });
  test('what comes packed is unpacked, and its size counted then', async () => {
    const allowed = {
      fetch: guardedFetch({ allowedPrivateHosts: [host] }),
      userAgent: 'TestBot',
      allowedPrivateHosts: [host],
    };
    const answer = await safeFetch(allowed)(`http://${host}/packed`);
    expect(answer.kind === 'answered' && answer.bytes.length).toBe(6000);
    expect((await safeFetch({ ...allowed, maxBytes: 5000 })(`http://${host}/packed`)).kind).toBe('refused');
  });
  test('a connection that breaks is an answer, not a hang', async () => {
    const allowed = {
      fetch: guardedFetch({ allowedPrivateHosts: [host] }),
      userAgent: 'TestBot',
      allowedPrivateHosts: [host],
    };
    expect((await safeFetch(allowed)(`http://${host}/cut`)).kind).toBe('unreachable');
  });
  test('allowing one port does not allow another', async () => {
    const { fetch } = serving(() => new Response('secret'));
    expect(
      (await safeFetch({ fetch, userAgent: 'TestBot', allowedPrivateHosts: [host] })('http://localhost/')).kind,
    ).toBe('refused');
  });
});

describe('charsets', () => {
  const cases: [string, Uint8Array, string | null, string][] = [
    ['a byte-order mark before all else', Buffer.from('\ufeffé', 'utf16le'), 'text/html; charset=iso-8859-1', 'é'],
    [
      'the header before the declaration',
      Buffer.from('<?xml encoding="utf-8"?>é', 'latin1'),
      'text/xml; charset=ISO-8859-1',
      '<?xml encoding="utf-8"?>é',
    ],
    [
      'the declaration',
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?>\x80', 'latin1'),
      null,
      '<?xml version="1.0" encoding="windows-1252"?>€',
    ],
    [
      'the meta element',
      Buffer.from('<meta charset="iso-8859-1">é', 'latin1'),
      'text/html',
      '<meta charset="iso-8859-1">é',
    ],
    ['UTF-8 where nothing is said', Buffer.from('नमस्ते'), null, 'नमस्ते'],
    ['Windows-1252 where that is impossible', Buffer.from('caf\xe9', 'latin1'), null, 'café'],
    ['a name that nobody knows', Buffer.from('é'), 'text/html; charset=klingon', 'é'],
  ];
  test.each(cases)('%s', (_, bytes, contentType, text) => {
    expect(decodeDocument(bytes, contentType)).toBe(text);
  });
});
