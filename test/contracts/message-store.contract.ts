import { describe, expect, test } from 'vitest';
import type { InMessage, MessageStore, OutMessage, ThreadRef } from '#shared/ports/messages.ts';
import { at, days } from '#test/shared/domain/builders.ts';

export const aThread: ThreadRef = { threadId: 't1', campaignId: 'c1', influencerId: 'i1' };

const aClaim = (over: Partial<OutMessage> = {}): OutMessage => ({
  direction: 'out',
  purpose: 'invitation',
  number: 1,
  state: 'claimed',
  claimedAt: at,
  subject: 'An idea for the monsoon',
  text: 'Hello Asha',
  ...over,
});

const anAnswer = (over: Partial<InMessage> = {}): InMessage => ({
  direction: 'in',
  id: 'm1',
  at,
  from: 'asha@example.com',
  subject: 'Re: An idea',
  text: 'Yes!',
  rawKey: 'mail/m1',
  mailId: '<1@example.com>',
  kind: 'human',
  ...over,
});

export const messageStoreContract = (open: () => Promise<MessageStore>) =>
  describe('MessageStore', () => {
    test('finds threads by id, by address and by SES id', async () => {
      const store = await open();
      const other = { ...aThread, threadId: 't2', campaignId: 'c2' };
      await store.openThreads([
        { ...aThread, addressHash: 'h1' },
        { ...other, addressHash: 'h1' },
        { threadId: 't3', campaignId: 'c1', influencerId: 'i3', addressHash: 'h3' },
      ]);
      expect(await store.thread('t1')).toEqual(aThread);
      expect(await store.thread('t9')).toBeUndefined();
      expect(await store.threadsOfAddress('h1')).toEqual([aThread, other]);
      expect(await store.threadsOfAddress('h9')).toEqual([]);
      await store.claim(aThread, aClaim());
      expect(await store.threadOfSesMessage('ses-1')).toBeUndefined();
      await store.markSent(aThread, aClaim(), 'ses-1', at);
      expect(await store.threadOfSesMessage('ses-1')).toEqual(aThread);
    });

    test('of many who claim one message at once exactly one wins; the others see what is there', async () => {
      const store = await open();
      const claims = await Promise.all(
        Array.from({ length: 30 }, (_, n) => store.claim(aThread, aClaim({ text: `from ${n}` }))),
      );
      expect(claims.filter(({ claimed }) => claimed)).toHaveLength(1);
      const winner = claims.findIndex(({ claimed }) => claimed);
      for (const claim of claims) if (!claim.claimed) expect(claim.found.text).toBe(`from ${winner}`);
    });

    test('messages are told apart by thread, purpose and number', async () => {
      const store = await open();
      const other = { ...aThread, influencerId: 'i2' };
      const claims = [
        await store.claim(aThread, aClaim()),
        await store.claim(aThread, aClaim({ number: 2 })),
        await store.claim(aThread, aClaim({ purpose: 'answer' })),
        await store.claim(other, aClaim()),
      ];
      expect(claims).toEqual([{ claimed: true }, { claimed: true }, { claimed: true }, { claimed: true }]);
    });

    test('a claim is taken over by exactly one, and only as it was found', async () => {
      const store = await open();
      await store.claim(aThread, aClaim());
      const again = (claimedAt: string) => store.reclaim(aThread, aClaim({ claimedAt: days(1) }), claimedAt);
      expect(await again(days(-1))).toBe(false);
      const won = await Promise.all(Array.from({ length: 10 }, () => again(at)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.claim(aThread, aClaim())).toMatchObject({ claimed: false, found: { claimedAt: days(1) } });
    });

    test('what was sent or refused stays so and is never claimed or taken over again', async () => {
      const store = await open();
      await store.claim(aThread, aClaim());
      await store.markSent(aThread, aClaim(), 'ses-1', days(1));
      await store.claim(aThread, aClaim({ number: 2 }));
      await store.markRefused(aThread, aClaim({ number: 2 }), 'SES takes no such address');
      const sent = aClaim({ state: 'sent', sentAt: days(1), sesMessageId: 'ses-1' });
      const refused = aClaim({ number: 2, state: 'refused', because: 'SES takes no such address' });
      expect(await store.claim(aThread, aClaim())).toEqual({ claimed: false, found: sent });
      expect(await store.claim(aThread, aClaim({ number: 2 }))).toEqual({ claimed: false, found: refused });
      expect(await store.reclaim(aThread, aClaim(), at)).toBe(false);
      expect(await store.reclaim(aThread, aClaim({ number: 2 }), at)).toBe(false);
    });

    test('an event is new once, however many tell it at once', async () => {
      const store = await open();
      const said = await Promise.all(Array.from({ length: 10 }, () => store.isNewEvent('Bounce 1', at)));
      expect(said.filter(Boolean)).toHaveLength(1);
      expect(await store.isNewEvent('Bounce 2', at)).toBe(true);
      expect(await store.knowsEvent('Bounce 2')).toBe(true);
      expect(await store.knowsEvent('Bounce 3')).toBe(false);
    });

    test('an inbound message is new until everything that follows from it is done', async () => {
      const store = await open();
      expect(await store.receive(aThread, anAnswer())).toBe('new');
      expect(await store.receive(aThread, anAnswer())).toBe('new');
      const understood = anAnswer({ intent: 'yes', confidence: 0.9 });
      await store.markHandled(aThread, understood, days(1));
      expect(await store.receive(aThread, anAnswer())).toBe('handled');
      expect(await store.list(aThread)).toEqual([{ ...understood, handledAt: days(1) }]);
    });

    test('lists a thread in the order of time, whatever the ids are', async () => {
      const store = await open();
      await store.claim(aThread, aClaim({ claimedAt: days(0) }));
      await store.markSent(aThread, aClaim({ claimedAt: days(0) }), 'ses-1', days(0.1));
      await store.receive(aThread, anAnswer({ id: 'zz', at: days(1) }));
      await store.claim(aThread, aClaim({ purpose: 'answer', claimedAt: days(1.5) }));
      await store.receive(aThread, anAnswer({ id: 'aa', at: days(2) }));
      await store.receive({ ...aThread, influencerId: 'i2' }, anAnswer({ id: 'other' }));
      const times = (await store.list(aThread)).map(message =>
        message.direction === 'in' ? message.id : message.purpose,
      );
      expect(times).toEqual(['invitation', 'zz', 'answer', 'aa']);
    });

    test('keeps mail that belongs nowhere out of every thread', async () => {
      const store = await open();
      await store.keepUnmatched({ ...anAnswer(), because: 'nobody knows the sender' });
      expect(await store.list(aThread)).toEqual([]);
    });
  });
