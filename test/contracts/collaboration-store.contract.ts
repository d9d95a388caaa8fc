import { describe, expect, test } from 'vitest';
import { type Collaboration, collaborationStatuses } from '#shared/domain/collaboration.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import { aCollaboration, at, days, someTerms } from '#test/shared/domain/builders.ts';
import { isFault } from '#test/support/product/faults.ts';

const listed = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};
const ids = (collaborations: readonly { influencerId: string }[]) => collaborations.map(one => one.influencerId);

export const collaborationStoreContract = (open: () => Promise<CollaborationStore>) =>
  describe('CollaborationStore', () => {
    test('creates what is new and leaves what exists as it is', async () => {
      const store = await open();
      await store.createAll([aCollaboration('invited', { influencerId: 'i1' })]);
      await store.createAll([
        aCollaboration('shortlisted', { influencerId: 'i1' }),
        aCollaboration('shortlisted', { influencerId: 'i2' }),
      ]);
      expect((await store.get('c1', 'i1')).status).toBe('invited');
      expect((await store.get('c1', 'i2')).status).toBe('shortlisted');
      expect(await store.find('c1', 'i3')).toBeUndefined();
      await expect(store.get('c1', 'i3')).rejects.toSatisfy(isFault('not-found'));
    });

    test('creates hundreds in one go', async () => {
      const store = await open();
      const members = Array.from({ length: 130 }, (_, n) => aCollaboration('shortlisted', { influencerId: `i${n}` }));
      await store.createAll(members);
      expect(new Set(ids(await listed(store.ofCampaign('c1')))).size).toBe(130);
    });

    test('replaces only what nobody has written since it was read', async () => {
      const store = await open();
      await store.createAll([aCollaboration()]);
      const read = await store.get('c1', 'i1');
      const stored = await store.replace({ ...read, quietUntil: days(3) });
      expect(stored).toEqual({ ...read, quietUntil: days(3), version: read.version + 1 });
      expect(await store.get('c1', 'i1')).toEqual(stored);
      expect(await store.replace({ ...read, quietUntil: days(9) })).toBeUndefined();
      expect((await store.get('c1', 'i1')).quietUntil).toBe(days(3));
      expect(await store.replace(aCollaboration('invited', { influencerId: 'nobody' }))).toBeUndefined();
    });

    test('of many writers at once one wins each round, and no write is lost', async () => {
      const store = await open();
      await store.createAll([aCollaboration()]);
      const append = async (number: number): Promise<void> => {
        const read = await store.get('c1', 'i1');
        const sent = [...read.sent, { purpose: 'follow-up' as const, number, at }];
        if (!(await store.replace({ ...read, sent }))) return append(number);
      };
      await Promise.all(Array.from({ length: 12 }, (_, n) => append(n)));
      const { sent, version } = await store.get('c1', 'i1');
      expect(sent.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 12 }, (_, n) => n),
      );
      expect(version).toBe(aCollaboration().version + 12);
    });

    test('lists by status, and follows every change', async () => {
      const store = await open();
      const members = collaborationStatuses.map(status => aCollaboration(status, { influencerId: `i-${status}` }));
      await store.createAll(members);
      for (const status of collaborationStatuses)
        expect(ids(await listed(store.ofCampaign('c1', status))), status).toEqual([`i-${status}`]);
      expect(ids(await listed(store.ofCampaign('c1'))).toSorted()).toEqual(ids(members).toSorted());
      await store.replace({
        ...(await store.get('c1', 'i-invited')),
        status: 'accepted',
        terms: someTerms(),
      } as Collaboration);
      expect(await listed(store.ofCampaign('c1', 'invited'))).toEqual([]);
      expect(ids(await listed(store.ofCampaign('c1', 'accepted')))).toEqual(['i-accepted', 'i-invited']);
    });

    test('pages through a status, and refuses the cursor of another', async () => {
      const store = await open();
      const members = Array.from({ length: 7 }, (_, n) => aCollaboration('invited', { influencerId: `i${n}` }));
      await store.createAll([...members, aCollaboration('declined', { influencerId: 'no1' })]);
      await store.createAll([aCollaboration('declined', { influencerId: 'no2' })]);
      const first = await store.page('c1', { limit: 4, status: 'invited' });
      const second = await store.page('c1', { limit: 4, status: 'invited', cursor: first.cursor });
      expect([...ids(first.items), ...ids(second.items)]).toEqual(ids(members));
      expect(second.cursor).toBeUndefined();
      const { cursor } = await store.page('c1', { limit: 1, status: 'declined' });
      await expect(store.page('c1', { limit: 4, status: 'invited', cursor })).rejects.toSatisfy(
        isFault('invalid-request'),
      );
    });

    test('finds what is due before a time, over all shards, and nothing that has no next action', async () => {
      const store = await open();
      const members = Array.from({ length: 20 }, (_, n) =>
        aCollaboration('invited', { influencerId: `i${n}`, nextActionAt: days(n - 10) }),
      );
      await store.createAll([...members, aCollaboration('invited', { influencerId: 'calm' })]);
      const due = await listed(store.due(at));
      expect(ids(due).toSorted()).toEqual(ids(members.slice(0, 10)).toSorted());

      const { nextActionAt: _, ...rest } = await store.get('c1', 'i0');
      await store.replace(rest);
      expect(ids(await listed(store.due(at)))).not.toContain('i0');
    });

    test('all of an influencer, across campaigns', async () => {
      const store = await open();
      await store.createAll([
        aCollaboration('settled', { campaignId: 'c1' }),
        aCollaboration('invited', { campaignId: 'c2' }),
        aCollaboration('invited', { campaignId: 'c2', influencerId: 'i2' }),
      ]);
      const campaigns = (await listed(store.ofInfluencer('i1'))).map(({ campaignId }) => campaignId);
      expect(campaigns.toSorted()).toEqual(['c1', 'c2']);
    });

    test('keeps the timeline in order; the same event told again is one entry', async () => {
      const store = await open();
      const gaveUp = {
        at: days(2),
        from: 'invited',
        version: 3,
        event: { kind: 'gave-up', because: 'no answer' },
      } as const;
      const sent = (number: number) =>
        ({
          at,
          from: 'invited',
          version: number,
          event: { kind: 'message-sent', purpose: 'follow-up', number, subject: 'Hello' },
        }) as const;
      for (const entry of [gaveUp, sent(1), sent(2), gaveUp, sent(1)]) await store.record('c1', 'i1', entry);
      expect(await store.timeline('c1', 'i1')).toEqual([sent(1), sent(2), gaveUp]);
      expect(await store.timeline('c1', 'i2')).toEqual([]);
    });

    test('what happened in one step stands in the order in which it happened', async () => {
      const store = await open();
      const asked = {
        at,
        from: 'invited',
        version: 1,
        event: { kind: 'asked', about: 'the fee', via: 'mail' },
      } as const;
      const accepted = {
        at,
        from: 'negotiating',
        version: 3,
        event: { kind: 'accepted', terms: someTerms(), via: 'mail' },
      } as const;
      for (const entry of [accepted, asked]) await store.record('c1', 'i1', entry);
      expect(await store.timeline('c1', 'i1')).toEqual([asked, accepted]);
    });

    test('an event that is told again and changes nothing does not overwrite the entry of when it did', async () => {
      const store = await open();
      const gaveUp = { at, from: 'invited', version: 1, event: { kind: 'gave-up', because: 'no answer' } } as const;
      await store.record('c1', 'i1', gaveUp);
      await store.record('c1', 'i1', { ...gaveUp, from: 'unresponsive', ignored: 'already unresponsive' });
      expect(await store.timeline('c1', 'i1')).toEqual([gaveUp]);
      await store.record('c1', 'i1', { ...gaveUp, at: days(1), from: 'unresponsive', ignored: 'already' });
      expect(await store.timeline('c1', 'i1')).toHaveLength(2);
    });
  });
