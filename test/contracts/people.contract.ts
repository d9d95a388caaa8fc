import { describe, expect, test } from 'vitest';
import type { AttentionItem } from '#shared/domain/attention.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { AttentionStore } from '#shared/ports/collaborations.ts';
import { at, days } from '#test/shared/domain/builders.ts';

export const rosterStoreContract = (open: () => Promise<RosterStore>) =>
  describe('RosterStore', () => {
    test('remembers who is known by what, hundreds at once', async () => {
      const store = await open();
      const known = new Map(
        Array.from({ length: 130 }, (_, n) => [`profile:instagram:name#${n}`, { influencerId: `i${n}` }] as const),
      );
      await store.remember(known);
      expect(await store.lookup([...known.keys(), 'profile:blog:nobody.example'])).toEqual(known);
      expect(await store.lookup([])).toEqual(new Map());
    });

    test('the same key may be asked twice', async () => {
      const store = await open();
      await store.remember(new Map([['address:h1', { influencerId: 'i1' }]]));
      expect(await store.lookup(['address:h1', 'address:h1'])).toEqual(
        new Map([['address:h1', { influencerId: 'i1' }]]),
      );
    });

    test('remembers whom a person told apart', async () => {
      const store = await open();
      const known = new Map([['profile:tiktok:meera', { influencerId: 'i2', apart: ['profile:instagram:meera'] }]]);
      await store.remember(known);
      expect(await store.lookup([...known.keys()])).toEqual(known);
    });
  });

export const attentionStoreContract = (open: () => Promise<AttentionStore>) =>
  describe('AttentionStore', () => {
    const anItem = (over: Partial<AttentionItem> = {}): AttentionItem => ({
      campaignId: 'c1',
      id: `${at}-i1`,
      raisedAt: at,
      influencerId: 'i1',
      name: 'Asha Rao',
      because: 'they ask ₹9,500',
      quote: 'Could you do 9.5k?',
      options: ['offer', 'withdraw'],
      ...over,
    });

    test('raising the same again changes nothing, not even after it was resolved', async () => {
      const store = await open();
      await store.raise(anItem());
      await store.raise(anItem({ because: 'told again' }));
      expect(await store.open('c1')).toEqual([anItem()]);
      await store.resolve('c1', [`${at}-i1`], { at: days(1) });
      await store.raise(anItem());
      expect(await store.open('c1')).toEqual([]);
    });

    test('resolving some items leaves the others and the campaign’s own', async () => {
      const store = await open();
      const { influencerId: _, name: __, quote: ___, ...ofCampaign } = anItem({ id: 'failed-c1' });
      const later = anItem({ id: `${days(1)}-i1`, raisedAt: days(1) });
      const other = anItem({ id: `${at}-i2`, influencerId: 'i2' });
      for (const item of [anItem(), later, other, ofCampaign, anItem({ campaignId: 'c2' })]) await store.raise(item);
      await store.resolve('c1', [anItem().id, later.id, 'nobody knows it'], {
        at: days(2),
        by: 't-1',
        note: 'called them',
      });
      expect(await store.open('c1')).toEqual([other, ofCampaign]);
      expect(await store.open('c2')).toHaveLength(1);
    });
  });
