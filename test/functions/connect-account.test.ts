import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConnectDeps, connectAccount } from '#functions/connect-account/connect-account.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { population } from '#infra/local/world/population.ts';
import { createSociety } from '#infra/local/world/society.ts';
import { tiktokServer } from '#infra/local/world/tiktok.ts';
import type { WorldServer } from '#infra/local/world/world-server.ts';
import { tiktokClient } from '#shared/adapters/tiktok/client.ts';
import { tiktokMetrics } from '#shared/adapters/tiktok/metrics.ts';
import { functions } from '#shared/contracts/functions.ts';
import { connectState, pageToken } from '#shared/domain/thread.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { vaultOf } from '#shared/lib/vault.ts';
import { dynamoConnections } from '#shared/repositories/connections.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { call } from '#test/support/product/http.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';
import { consentOf } from '#test/support/tiktok-connection.ts';

for (const name of Object.keys(functions['connect-account'].env.shape)) vi.stubEnv(name, 'https://unused.example');

const clock = fastClock(Date.parse(at));
const people = population({ seed: 5, size: 120, keywords: ['skincare'], tiktok: true });
const someone = people.filter(({ profile }) => profile.platform === 'tiktok' && profile.visibility === 'public');
const [meera, other] = someone.map(({ profile }) => ({ platform: 'tiktok' as const, handle: profile.handle }));
if (!meera || !other) throw new Error('the world has too few people on TikTok');
const profile = meera;
let server: WorldServer;

beforeAll(async () => {
  const society = createSociety(clock, 5, people);
  server = await tiktokServer({ clock, society, clientKey: 'app', clientSecret: 's' });
});
afterAll(() => server.close());

async function world(over: Partial<ConnectDeps> = {}) {
  const product = await freshProduct();
  const member = aMember('invited', { profile });
  await withCampaign(product, aCampaign(), [member]);
  const app = { fetch, baseUrl: server.url, clientKey: 'app', clientSecret: 's' };
  const connections = dynamoConnections(product.table, vaultOf('a key of the tests'));
  const tiktok = { app, client: tiktokClient(app), authUrl: `${server.url}/v2/auth/authorize/` };
  const handler = httpHandler('connect-account', () => connectAccount({ ...product, connections, tiktok, ...over }));
  const link = `/t/${pageToken(member.threadId, 't', product.sign)}`;
  return { ...product, app, connections, handler, link, member };
}
type World = Awaited<ReturnType<typeof world>>;

const start = (given: World) => call(given.handler, `GET ${given.link}`);
const finish = (given: World, query: Record<string, string>, when = at) =>
  call(given.handler, 'GET /connect/tiktok', { query, at: when });
/** What they come back with after pressing "Continue" as this account. */
async function consent(given: World, username: string): Promise<Record<string, string>> {
  const { headers } = await start(given);
  return Object.fromEntries((await consentOf(String(headers.location), username)).searchParams);
}

describe('connecting a TikTok account', () => {
  it('leads to TikTok, with what we ask for and a state that only we can make', async () => {
    const given = await world();
    const { status, headers } = await start(given);
    const query = new URL(String(headers.location)).searchParams;
    expect(status).toBe(302);
    expect(Object.fromEntries(query)).toMatchObject({
      client_key: 'app',
      scope: 'user.info.basic,user.info.profile,user.info.stats,video.list',
      redirect_uri: 'https://go.meadow.example/connect/tiktok',
      code_challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keeps the access sealed, and the profile can be measured from then on', async () => {
    const given = await world();
    const source = tiktokMetrics({ ...given.app, connections: given.connections });
    expect((await source.metrics(profile, { at: new Date(at) })).kind).toBe('refused');
    const { status, body } = await finish(given, await consent(given, profile.handle));
    expect([status, body]).toEqual([200, expect.stringContaining('Your account is connected')]);
    expect(await source.metrics(profile, { at: new Date(at) })).toMatchObject({ kind: 'found', metrics: { profile } });
    const item = await given.table.get({ PK: `CONNECTION#tiktok:${profile.handle}`, SK: 'CONNECTION' });
    expect(JSON.stringify(item)).not.toMatch(/act\.|rft\./);
  });

  it('takes no other account than the one that we wrote to', async () => {
    const given = await world();
    const { body } = await finish(given, await consent(given, other.handle));
    expect(body).toContain('This is another account');
    expect(await given.connections.find(profile)).toBeUndefined();
    expect(await given.connections.find(other)).toBeUndefined();
  });

  it('that they refuse connects nothing and is no trouble', async () => {
    const given = await world();
    const { state = '' } = await consent(given, profile.handle);
    const { status, body } = await finish(given, { state, error: 'access_denied' });
    expect([status, body]).toEqual([200, expect.stringContaining('Nothing was connected')]);
  });

  it('is done when the page is loaded again', async () => {
    const given = await world();
    const query = await consent(given, profile.handle);
    await finish(given, query);
    expect((await finish(given, query)).body).toContain('Your account is connected');
  });

  it.each([
    ['a code that TikTok does not know', 502, (query: Record<string, string>) => ({ ...query, code: 'guessed' })],
    ['a state that is not ours', 404, (query: Record<string, string>) => ({ ...query, state: `${query.state}x` })],
    ['no state', 404, ({ code = '' }: Record<string, string>) => ({ code })],
  ])('with %s connects nothing', async (_, status, change) => {
    const given = await world();
    const query = await consent(given, profile.handle);
    expect((await finish(given, change(query))).status).toBe(status);
    expect(await given.connections.find(profile)).toBeUndefined();
  });

  it('takes half an hour at most, and nothing after the campaign', async () => {
    const given = await world();
    const query = await consent(given, profile.handle);
    expect((await finish(given, query, days(1 / 24))).status).toBe(404);
    const late = days(200);
    const state = connectState(given.member.threadId, late, given.sign);
    expect((await finish(given, { ...query, state }, late)).status).toBe(410);
  });

  it('is not offered where the operator has no app, or the influencer no such profile', async () => {
    const { tiktok: _, ...without } = { tiktok: undefined };
    const product = await freshProduct();
    const elsewhere = aMember('invited', { influencerId: 'i2' });
    await withCampaign(product, aCampaign(), [aMember('invited', { profile }), elsewhere]);
    const connections = dynamoConnections(product.table, vaultOf('k'));
    const handler = httpHandler('connect-account', () => connectAccount({ ...product, ...without, connections }));
    for (const { threadId } of [aMember('invited', { profile }), elsewhere])
      expect((await call(handler, `GET /t/${pageToken(threadId, 't', product.sign)}`)).status).toBe(410);
  });
});

describe('an access that has ended', () => {
  const connected = async () => {
    const given = await world();
    await finish(given, await consent(given, profile.handle));
    const source = tiktokMetrics({ ...given.app, connections: given.connections });
    const before = await given.connections.find(profile);
    if (!before) throw new Error('not connected');
    const late = new Date(Date.parse(before.accessUntil) + 1000);
    return { ...given, source, before, late };
  };

  it('is refreshed, and the new tokens are kept', async () => {
    const { connections, source, before, late } = await connected();
    expect((await source.metrics(profile, { at: late })).kind).toBe('found');
    const after = await connections.find(profile);
    expect(after?.refreshToken).not.toBe(before.refreshToken);
    expect((await source.metrics(profile, { at: late })).kind).toBe('found');
  });

  it('is refreshed once, however many functions notice', async () => {
    const { source, late } = await connected();
    const answers = await Promise.all([1, 2, 3].map(() => source.metrics(profile, { at: late })));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['found', 'throttled', 'throttled']);
    expect((await source.metrics(profile, { at: late })).kind).toBe('found');
  });

  it('that TikTok does not renew is forgotten: they must connect again', async () => {
    const { connections, source, before, late } = await connected();
    await connections.renew(before, { ...before, refreshToken: 'rft.revoked' });
    expect(await source.metrics(profile, { at: late })).toMatchObject({ kind: 'refused' });
    expect(await connections.find(profile)).toBeUndefined();
  });

  it('and was taken back is gone at once', async () => {
    const { connections, source, table, before } = await connected();
    await connections.forget(profile);
    expect(await connections.find(profile)).toBeUndefined();
    expect(await connections.renew(before, before)).toBe(false);
    expect((await source.metrics(profile, { at: new Date(at) })).kind).toBe('refused');
    expect(await table.get({ PK: `CONNECTION#tiktok:${profile.handle}`, SK: 'CONNECTION' })).not.toHaveProperty('data');
  });
});
