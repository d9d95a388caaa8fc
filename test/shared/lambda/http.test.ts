import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { Fault } from '#shared/errors.ts';
import { type Handlers, httpHandler } from '#shared/lambda/http.ts';
import type { Answer, Request } from '#shared/lambda/request.ts';
import { aRequest, call } from '#test/support/product/http.ts';

const seen: Request[] = [];
let answer: () => Answer;
const answering = async (request: Request): Promise<Answer> => {
  seen.push(request);
  return answer();
};
/** Every route of the API, each answered the same. */
const everyRoute = Object.fromEntries(
  Object.keys(routes).map(name => [name, answering]),
) as unknown as Handlers<'serve-api'>;
let wirings = 0;
const handler = httpHandler('serve-api', () => {
  wirings += 1;
  return everyRoute;
});

const environment = {
  TABLE_NAME: 'T',
  FILES_BUCKET: 'files',
  PUBLIC_URL: 'https://go.example',
  SIGNING_SECRET_ARN: 'arn',
  CONFIGURATION_SET: 'set',
  REPLY_DOMAIN: 'reply.example',
  CAMPAIGN_MACHINE_ARN: 'arn',
  SENDER_DOMAIN: 'meadow.example',
};

beforeEach(() => {
  seen.length = 0;
  answer = () => ({ status: 200, json: { fine: true } });
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const admin = { scopes: 'admin' };

describe('httpHandler', () => {
  test('finds the route, its parameters and the time of the request', async () => {
    const { status, json, headers } = await call(handler, 'GET /campaigns/c-1/candidates', {
      scopes: 'read launch nonsense',
      query: { limit: '5' },
      headers: { accept: '*/*' },
      at: '2026-03-02T06:00:00.123Z',
    });
    expect([status, json]).toEqual([200, { fine: true }]);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(seen[0]).toEqual({
      ...aRequest({ method: 'GET', path: '/campaigns/c-1/candidates', at: '2026-03-02T06:00:00.123Z' }),
      params: { campaignId: 'c-1' },
      query: { limit: '5' },
      headers: { accept: '*/*' },
      rawBody: Buffer.alloc(0),
      caller: { tokenId: 't-1', scopes: ['read', 'launch'] },
    });
  });

  test('is wired once, at the first call', async () => {
    await call(handler, 'GET /campaigns', admin);
    await call(handler, 'GET /campaigns', admin);
    expect(wirings).toBe(1);
  });

  test('what nobody serves is not found, told as a problem', async () => {
    for (const route of ['GET /nothing', 'DELETE /campaigns', 'HEAD /campaigns', 'GET /campaigns/a/b/c/d']) {
      const { status, json, headers } = await call(handler, route, admin);
      expect(status, route).toBe(404);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(json).toMatchObject({ type: 'urn:groundswell:not-found', status: 404, instance: 'request-1' });
    }
    expect(seen).toEqual([]);
  });

  test.each([
    ['GET /campaigns', undefined, 401],
    ['GET /campaigns', '', 403],
    ['GET /campaigns', 'launch approve', 403],
    ['POST /campaigns', 'read', 403],
    ['POST /tokens', 'read launch approve', 403],
    ['GET /campaigns', 'read', 200],
    ['POST /tokens', 'admin', 200],
    ['GET /campaigns', 'admin', 200],
    ['GET /openapi.json', undefined, 200],
  ])('%s with scopes %j answers %i', async (route, scopes, status) => {
    const answered = await call(handler, route, scopes === undefined ? {} : { scopes });
    expect(answered.status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
    if (status === 403) expect(answered.json.detail).toMatch(/This token has .*; \w+ is needed\./);
  });

  test('a path parameter that no id can be is refused before it meets the database', async () => {
    const { status, json } = await call(handler, `GET /campaigns/${'x'.repeat(65)}`, admin);
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ pointer: '/campaignId' }]);
    expect(seen).toEqual([]);
  });

  test('hands on the bytes as they came, in base64 or not', async () => {
    await call(handler, 'POST /campaigns', { ...admin, body: 'नमस्ते' });
    const bytes = Buffer.from([0, 255, 10, 13]);
    await call(handler, 'POST /campaigns', { ...admin, body: bytes.toString('base64'), base64: true });
    expect(seen.map(({ rawBody }) => rawBody)).toEqual([Buffer.from('नमस्ते'), bytes]);
  });

  test('takes a body of a million bytes, counted as sent, and no more', async () => {
    expect((await call(handler, 'POST /campaigns', { ...admin, body: 'x'.repeat(1_000_000) })).status).toBe(200);
    const { status, json } = await call(handler, 'POST /campaigns', { ...admin, body: 'é'.repeat(500_001) });
    expect(status).toBe(413);
    expect(json.detail).toBe(
      'The body has 1000002 bytes; at most 1000000 are taken. Upload large files with POST /uploads.',
    );
  });

  test('a fault is told with its fields', async () => {
    answer = () => {
      throw new Fault('conflict', 'It is finished.', { fields: [{ pointer: '/a~1b', detail: 'no' }] });
    };
    const { status, json } = await call(handler, 'GET /campaigns', admin);
    expect(status).toBe(409);
    expect(json).toEqual({
      type: 'urn:groundswell:conflict',
      title: 'The state does not allow that',
      status: 409,
      detail: 'It is finished.',
      instance: 'request-1',
      errors: [{ pointer: '/a~1b', detail: 'no' }],
    });
    expect(console.error).not.toHaveBeenCalled();
  });

  test('what nobody expected says nothing about our insides, but the log does', async () => {
    answer = () => {
      throw new Error('ResourceNotFound: table groundswell-prod in eu-1');
    };
    const { status, json, body } = await call(handler, 'GET /campaigns/c-1', admin);
    expect(status).toBe(500);
    expect(json).toMatchObject({ type: 'urn:groundswell:internal', instance: 'request-1' });
    expect(body).not.toContain('groundswell-prod');
    expect(vi.mocked(console.error).mock.calls[0]?.[0]).toContain('groundswell-prod');
  });

  test('answers text, pages and nothing with their own types, and headers of the route on top', async () => {
    const typeOf = async (given: Answer) => {
      answer = () => given;
      return (await call(handler, 'GET /campaigns', admin)).headers['content-type'];
    };
    expect(await typeOf({ status: 200, html: '<p>' })).toBe('text/html; charset=utf-8');
    expect(await typeOf({ status: 204, text: '' })).toBe('text/plain; charset=utf-8');
    expect(await typeOf({ status: 200, text: 'a', headers: { 'content-type': 'text/csv' } })).toBe('text/csv');
  });

  test('a page for people can stand in for the problem', async () => {
    const pages = httpHandler(
      'follow-link',
      () => ({ followLink: answering }),
      (_error, { path }) => ({ status: 404, html: `<p>nothing at ${path}</p>` }),
    );
    answer = () => {
      throw new Fault('not-found', 'no');
    };
    const { status, body } = await call(pages, 'GET /l/abc');
    expect([status, body]).toEqual([404, '<p>nothing at /l/abc</p>']);
  });
});
