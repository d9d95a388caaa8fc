import { describe, expect, test } from 'vitest';
import type { FollowerHistory, FollowerHistoryStore } from '#shared/ports/audiences.ts';
import { at, days } from '#test/shared/domain/builders.ts';

export const followerHistoryContract = (open: () => Promise<FollowerHistoryStore>) =>
  describe('FollowerHistoryStore', () => {
    const history = (over: Partial<FollowerHistory> = {}): FollowerHistory => ({
      influencerId: 'i1',
      profile: { platform: 'instagram', handle: 'asha' },
      snapshots: [{ at, followers: 5000, followings: 300 }],
      ...over,
    });

    test('keeps one history per influencer and profile; the last one written counts', async () => {
      const store = await open();
      const youtube = history({ profile: { platform: 'youtube', handle: 'asha' } });
      const other = history({ influencerId: 'i2' });
      await store.putAll([history(), youtube, other]);
      const longer = history({ snapshots: [...history().snapshots, { at: days(7), followers: 5100 }] });
      await store.putAll([longer]);
      const found = await store.ofMany([longer, youtube, other]);
      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining([longer, youtube, other]));
    });

    test('knows nothing of whom it never saw', async () => {
      const store = await open();
      expect(await store.ofMany([history()])).toEqual([]);
      expect(await store.ofMany([])).toEqual([]);
    });
  });
