import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { authorizeRequest } from '#functions/authorize-request/authorize-request.ts';
import { routes } from '#shared/contracts/http.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { gatewayEvent } from '#test/support/product/http.ts';

const { api, product } = freshApi();

const created = async (over: object = {}) =>
  (await api('POST /tokens', { body: { name: 'ops', scopes: ['read', 'launch'], expiresInDays: 30, ...over } })).json;
const verdict = (authorization: string | undefined, when = at) =>
  authorizeRequest(product())({
    ...gatewayEvent('GET /campaigns', { at: when, headers: authorization === undefined ? {} : { authorization } }),
    type: 'REQUEST',
  } as unknown as APIGatewayRequestAuthorizerEventV2);
const refused = { isAuthorized: false, context: {} };

describe('an API token', () => {
  test('is shown once and kept only as a hash', async () => {
    const token = await created();
    expect(routes.createToken.answer.parse(token)).toEqual(token);
    expect(token).toMatchObject({ name: 'ops', scopes: ['read', 'launch'], expiresAt: days(30) });
    const items = [];
    for await (const item of product().table.query({ partition: `TOKENID#${token.id}` })) items.push(item);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(token.token);
    expect(JSON.stringify(items)).not.toContain(token.token.slice(3));
  });

  test('no two are the same, not even with the same key and request', async () => {
    const headers = { 'idempotency-key': 'k' };
    const body = { name: 'ops', scopes: ['read'] };
    const both = [await api('POST /tokens', { body, headers }), await api('POST /tokens', { body, headers })];
    expect(both[0]?.json.token).not.toBe(both[1]?.json.token);
  });

  test('lets its bearer in with its scopes, until it expires', async () => {
    const { id, token } = await created();
    const welcome = { isAuthorized: true, context: { tokenId: id, scopes: 'read launch' } };
    expect(await verdict(`Bearer ${token}`)).toEqual(welcome);
    expect(await verdict(`bearer   ${token}`, days(29.9))).toEqual(welcome);
    expect(await verdict(`Bearer ${token}`, days(30))).toEqual(refused);
  });

  test('is worth nothing once revoked', async () => {
    const { id, token } = await created();
    expect((await api(`DELETE /tokens/${id}`)).status).toBe(204);
    expect(await verdict(`Bearer ${token}`)).toEqual(refused);
    expect((await api(`DELETE /tokens/${id}`)).status).toBe(204);
    expect((await api('DELETE /tokens/t-nobody')).status).toBe(404);
  });

  test('that is none, somebody else’s or badly sent, lets nobody in', async () => {
    const { token } = await created();
    const hash = (await product().tokens.findByHash('x'))?.hash ?? 'x';
    for (const sent of [
      undefined,
      '',
      token,
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${token} x`,
      `Bearer gs_${'A'.repeat(43)}`,
      `Bearer ${hash}`,
      'Bearer ',
    ])
      expect(await verdict(sent), sent).toEqual(refused);
  });

  test.each([
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['root'] }, '/scopes/0'],
    [{ name: '' }, '/name'],
    [{ expiresInDays: 366 }, '/expiresInDays'],
    [{ expiresInDays: 0.5 }, '/expiresInDays'],
    [{ id: 't-mine' }, '/id'],
  ])('is not made of %j', async (over, pointer) => {
    expect((await created(over)).errors).toMatchObject([{ pointer }]);
  });
});

describe('an upload', () => {
  test('gets an address for exactly these bytes, for an hour', async () => {
    const { status, json } = await api('POST /uploads', { body: { name: '../a b.csv', bytes: 5000 } });
    expect(status).toBe(201);
    expect(routes.createUpload.answer.parse(json)).toEqual(json);
    expect(json.upload).toMatch(/^u-[0-9a-f]{16}$/);
    expect(json.url).toBe(`https://files.test/uploads/${json.upload}?bytes=5000&expires=3600`);
    expect(json.expiresAt).toBe('2026-03-02T07:00:00.000Z');
  });

  test('may bring a small file along, which is then there at once', async () => {
    const base64 = Buffer.from([80, 75, 3, 4, 255]).toString('base64');
    const { json } = await api('POST /uploads', { body: { name: 'a.xlsx', bytes: 5, base64 } });
    expect([...(await product().files.readBytes(`uploads/${json.upload}`, 10))]).toEqual([80, 75, 3, 4, 255]);
    const short = await api('POST /uploads', { body: { name: 'a.xlsx', bytes: 6, base64 } });
    expect(short.json.errors).toMatchObject([{ pointer: '/bytes', detail: 'says 6, but `base64` holds 5' }]);
  });

  test.each([{ bytes: 0 }, { bytes: 500_000_001 }, { bytes: 1.5 }, { name: '' }, { base64: 'no base64!' }])(
    'is not made of %j',
    async over => {
      expect((await api('POST /uploads', { body: { name: 'a.csv', bytes: 10, ...over } })).status).toBe(400);
    },
  );
});
