import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { pages, troubleView } from '#functions/serve-pages/pages.ts';
import { pageToken } from '#shared/domain/thread.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { call } from '#test/support/product/http.ts';
import { aMember } from '#test/support/product/members.ts';
import type { Product } from '#test/support/product/product.ts';
import { asha, linkOf, open, post, type World, world } from './page-world.ts';

describe('unsubscribing', () => {
  const oneClick = { 'List-Unsubscribe': 'One-Click' };
  const suppressed = async (given: Product) => given.suppressions.find((await asha(given)).addressHash);

  it('by opening the link changes nothing: scanners open every link', async () => {
    const given = await world();
    expect((await open(given, 'u')).status).toBe(200);
    expect(await suppressed(given)).toBeUndefined();
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });

  it('takes one press, or one request of a mail program, and works twice', async () => {
    const given = await world();
    for (const when of [days(1), days(2)]) expect((await post(given, 'u', oneClick, when)).status).toBe(200);
    expect(await suppressed(given)).toBe('unsubscribe');
    expect(await asha(given)).toMatchObject({ status: 'declined', since: days(1) });
  });

  it.each(['settled', 'declined', 'withdrawn'] as const)('works when everything is %s', async status => {
    const given = await world([aMember(status)], aCampaign({ status: 'finished' }));
    await post(given, 'u', oneClick, '2027-01-01T00:00:00.000Z');
    expect(await suppressed(given)).toBe('unsubscribe');
    expect((await asha(given)).status).toBe(status);
  });

  it('does not end an agreement: a person takes over', async () => {
    const given = await world([aMember('briefed')]);
    await post(given, 'u', oneClick);
    expect(await asha(given)).toMatchObject({ status: 'briefed', heldForPerson: expect.any(String) });
    expect(await suppressed(given)).toBe('unsubscribe');
  });

  it('without its word asks once more', async () => {
    const given = await world();
    await post(given, 'u', { 'List-Unsubscribe': 'maybe' });
    expect(await suppressed(given)).toBeUndefined();
  });
});

describe('a link', () => {
  const badLinks = (given: World, token: string): Record<string, string> => {
    const [thread = '', mac = ''] = token.split('.');
    return {
      'of another page': `/o/${token}`,
      'with a changed thread': `/b/${thread.replace(/.$/, last => (last === '0' ? '1' : '0'))}.${mac}`,
      'with a changed signature': `/b/${thread}.${mac.replace(/.$/, last => (last === '0' ? '1' : '0'))}`,
      'cut off': `/b/${token.slice(0, 20)}`,
      'signed with another key': `/b/${pageToken(thread, 'b', text => given.sign(`other ${text}`))}`,
      'of a thread that is not there': `/b/${pageToken('0123456789abcdef', 'b', given.sign)}`,
      'that leads nowhere': '/nowhere/at/all',
    };
  };

  it('that is forged, foreign or broken leads to a friendly page and does nothing', async () => {
    const given = await world([aMember('briefed')]);
    const token = (await linkOf(given, 'b')).slice('/b/'.length);
    for (const [name, path] of Object.entries(badLinks(given, token)))
      for (const method of ['GET', 'POST']) {
        const { status, headers, body } = await call(given.handler, `${method} ${path}`, { body: 'answer=confirm' });
        expect([name, method, status]).toEqual([name, method, 404]);
        expect(headers['content-type']).toContain('text/html');
        expect(load(body)('h1').text()).toBe('This link does not work');
      }
    expect(await asha(given)).toMatchObject({ status: 'briefed' });
  });

  it('works in capital letters too: some mail servers change the case', async () => {
    const given = await world();
    const path = await linkOf(given, 'o');
    expect((await call(given.handler, `GET /o/${path.slice(3).toUpperCase()}`)).status).toBe(200);
  });

  it('shows a friendly page when we fail ourselves, without our insides', async () => {
    const given = await world();
    const failing = {
      ...given,
      campaigns: { ...given.campaigns, get: async () => Promise.reject(new Error('secret-host')) },
    };
    const handler = httpHandler('serve-pages', () => pages(failing as unknown as Product), troubleView);
    const { status, body } = await call(handler, `GET ${await linkOf(given, 'o')}`);
    expect(status).toBe(500);
    expect(load(body)('h1').text()).toBe('Something went wrong on our side');
    expect(body).not.toContain('secret-host');
  });

  it('never takes a body that is larger than any form', async () => {
    const given = await world();
    const { status } = await call(given.handler, `POST ${await linkOf(given, 'o')}`, { body: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
  });
});
