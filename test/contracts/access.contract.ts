import { describe, expect, test } from 'vitest';
import { plusMinutes } from '#shared/domain/time.ts';
import type { ApiToken, IdempotencyStore, TokenStore } from '#shared/ports/access.ts';
import { at, days } from '#test/shared/domain/builders.ts';

const aToken: ApiToken = {
  id: 't-1',
  hash: 'abc',
  name: 'ops',
  scopes: ['read', 'launch'],
  createdAt: at,
  expiresAt: days(90),
};

export const tokenStoreContract = (open: () => Promise<TokenStore>) =>
  describe('TokenStore', () => {
    test('finds a token by its hash', async () => {
      const store = await open();
      await store.create(aToken);
      expect(await store.findByHash('abc')).toEqual(aToken);
      expect(await store.findByHash('abd')).toBeUndefined();
    });

    test('a revoked token is found as revoked; who is not there can not be revoked', async () => {
      const store = await open();
      await store.create(aToken);
      expect(await store.revoke('t-1', days(1))).toBe(true);
      expect(await store.findByHash('abc')).toEqual({ ...aToken, revokedAt: days(1) });
      expect(await store.revoke('t-2', days(1))).toBe(false);
    });

    test('the first revocation stays', async () => {
      const store = await open();
      await store.create(aToken);
      await store.revoke('t-1', days(1));
      expect(await store.revoke('t-1', days(2))).toBe(true);
      expect((await store.findByHash('abc'))?.revokedAt).toBe(days(1));
    });
  });

export const idempotencyStoreContract = (open: () => Promise<IdempotencyStore>) =>
  describe('IdempotencyStore', () => {
    const answer = { status: 201, body: '{"id":"c1"}' };

    test('of many who begin at once exactly one is the first', async () => {
      const store = await open();
      const begun = await Promise.all(Array.from({ length: 20 }, () => store.begin('k', 'hash', at)));
      expect(begun.filter(({ kind }) => kind === 'new')).toHaveLength(1);
      expect(begun.filter(({ kind }) => kind === 'running')).toHaveLength(19);
    });

    test('gives back the answer, with the hash of the request that it answers', async () => {
      const store = await open();
      await store.begin('k', 'hash', at);
      await store.finish('k', 'hash', answer);
      expect(await store.begin('k', 'other', days(1))).toEqual({ kind: 'done', requestHash: 'hash', ...answer });
      expect(await store.begin('k2', 'hash', at)).toEqual({ kind: 'new' });
    });

    test('an abandoned request may be tried again at once, with another body too', async () => {
      const store = await open();
      await store.begin('k', 'hash', at);
      await store.abandon('k');
      expect(await store.begin('k', 'other', at)).toEqual({ kind: 'new' });
      await store.finish('k', 'other', answer);
      expect(await store.begin('k', 'other', at)).toMatchObject({ kind: 'done', requestHash: 'other' });
    });

    test('a request that died may be tried again after a minute, by exactly one', async () => {
      const store = await open();
      await store.begin('k', 'hash', at);
      expect(await store.begin('k', 'hash', plusMinutes(at, 0.9))).toEqual({ kind: 'running' });
      const begun = await Promise.all(Array.from({ length: 10 }, () => store.begin('k', 'hash', plusMinutes(at, 1.1))));
      expect(begun.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    });

    test('what was answered is not abandoned, and an answer to another request is not kept', async () => {
      const store = await open();
      await store.begin('k', 'hash', at);
      await store.finish('k', 'other', { status: 200, body: '{}' });
      expect(await store.begin('k', 'hash', at)).toEqual({ kind: 'running' });
      await store.finish('k', 'hash', answer);
      await store.abandon('k');
      expect(await store.begin('k', 'hash', at)).toMatchObject({ kind: 'done', status: 201 });
    });
  });
