import { describe, expect, test } from 'vitest';
import { decisionsIn } from '#shared/domain/attention.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { advance, finishPending } from '#shared/operations/advance.ts';
import { aCollaboration, at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { isFault } from '#test/support/product/faults.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const waiting = { taskToken: 'token-1', whileIn: ['invited', 'negotiating'] } as const;
const optOut: CollaborationEvent = { kind: 'opted-out', via: 'page' };

async function running(collaboration: Collaboration = aCollaboration('invited', { waiting })): Promise<Product> {
  const product = await freshProduct();
  await withCampaign(product, undefined, [collaboration]);
  return product;
}
const timeline = async ({ collaborations }: Product) =>
  (await collaborations.timeline('c1', 'i1')).map(({ event, ignored }) =>
    ignored ? `${event.kind}, ignored` : event.kind,
  );

describe('advance', () => {
  test('an opt-out records itself, suppresses the address, gives the money back and lets the workflow go on', async () => {
    const product = await running();
    await product.campaigns.commit('c1', 'i1', inr(4000));
    const after = await advance(product)('c1', 'i1', optOut, days(1));
    expect(after).toMatchObject({ status: 'declined', because: 'asked not to be written to (page)', pending: [] });
    expect(after).not.toHaveProperty('waiting');
    expect(await product.collaborations.get('c1', 'i1')).toEqual(after);
    expect(await product.suppressions.find('h1')).toBe('unsubscribe');
    expect((await product.campaigns.get('c1')).commitments).toEqual({ committed: 0, byInfluencer: {} });
    expect(product.waits.completed).toEqual([{ taskToken: 'token-1', output: { status: 'declined' } }]);
    expect(await timeline(product)).toEqual(['opted-out']);
  });

  test('what a person must decide is raised with what they can do', async () => {
    const product = await running();
    await advance(product)('c1', 'i1', { kind: 'held', because: 'they are angry', quote: 'Who are you?' }, days(1));
    expect(await product.attention.open('c1')).toEqual([
      {
        campaignId: 'c1',
        influencerId: 'i1',
        id: `${days(1)}-i1`,
        raisedAt: days(1),
        name: 'Asha Rao',
        because: 'they are angry',
        quote: 'Who are you?',
        options: decisionsIn({ status: 'invited' }),
      },
    ]);
    expect(await product.collaborations.get('c1', 'i1')).not.toHaveProperty('nextActionAt');
  });

  test.each([
    ['negotiating', 'offer', 'post'],
    ['briefed', 'post', 'accept'],
    ['published', 'verify', 'snooze'],
    ['declined', 'reopen', 'withdraw'],
  ] as const)('while %s a person can %s and can not %s', async (status, can, canNot) => {
    const product = await running(aCollaboration(status));
    await advance(product)('c1', 'i1', { kind: 'held', because: 'a question' }, days(1));
    const [item] = await product.attention.open('c1');
    expect(item?.options).toContain(can);
    expect(item?.options).not.toContain(canNot);
  });

  test('an event that means nothing here is kept in the timeline, with why, and changes nothing', async () => {
    const product = await running(aCollaboration('settled'));
    const before = await product.collaborations.get('c1', 'i1');
    expect(await advance(product)('c1', 'i1', { kind: 'gave-up', because: 'no answer' }, days(1))).toEqual(before);
    expect(await timeline(product)).toEqual(['gave-up, ignored']);
  });

  test('plans when to look next, and stops looking when it is over', async () => {
    const product = await running(aCollaboration('shortlisted'));
    const invited = { kind: 'message-sent', purpose: 'invitation', number: 1, subject: 'Hello' } as const;
    const after = await advance(product)('c1', 'i1', invited, at);
    expect(after).toMatchObject({ status: 'invited', nextActionAt: days(3) });
    expect(await advance(product)('c1', 'i1', optOut, days(1))).not.toHaveProperty('nextActionAt');
  });

  test('killed anywhere, nothing is lost and nothing counts twice: either it never happened or chase finishes it', async () => {
    const deaths = await killedEverywhere(
      async () => {
        const product = await running();
        await product.campaigns.commit('c1', 'i1', inr(4000));
        return product;
      },
      product => advance(product)('c1', 'i1', optOut, days(1)),
      async product => {
        const found = await product.collaborations.get('c1', 'i1');
        if (found.status === 'invited') return expect(await timeline(product)).toEqual([]);
        if (found.pending.length > 0) {
          expect(found.nextActionAt).toBe(days(1));
          await finishPending(product)(found, days(1.1));
        }
        const { commitments } = await product.campaigns.get('c1');
        expect(commitments).toEqual({ committed: 0, byInfluencer: {} });
        expect(await product.suppressions.find('h1')).toBe('unsubscribe');
        expect(product.waits.completed).toHaveLength(1);
        expect(await timeline(product)).toEqual(['opted-out']);
        expect(await product.collaborations.get('c1', 'i1')).toMatchObject({ status: 'declined', pending: [] });
      },
    );
    expect(deaths).toBeGreaterThan(6);
  });

  test('a step that is tried again after all was done changes nothing more', async () => {
    const product = await running();
    const first = await advance(product)('c1', 'i1', { kind: 'gave-up', because: 'no answer' }, days(1));
    expect(await advance(product)('c1', 'i1', { kind: 'gave-up', because: 'no answer' }, days(1))).toEqual(first);
    expect(await timeline(product)).toEqual(['gave-up']);
    expect(product.waits.completed).toHaveLength(1);
  });

  test('of two answers at once one decides; both stand in the timeline and the workflow goes on once', async () => {
    const product = await running();
    const accept = { kind: 'accepted', terms: someTerms(), via: 'page' } as const;
    const decline = { kind: 'declined', because: 'no time', via: 'mail' } as const;
    const happened = advance(product);
    await Promise.all([happened('c1', 'i1', accept, days(1)), happened('c1', 'i1', decline, days(1.1))]);
    const { status, pending } = await product.collaborations.get('c1', 'i1');
    expect(['accepted', 'declined']).toContain(status);
    expect(pending).toEqual([]);
    expect(product.waits.completed).toHaveLength(1);
    // A person may still decline after accepting, but not the other way round.
    const said = await timeline(product);
    expect(said).toHaveLength(2);
    if (status === 'declined') expect(said.at(-1)).toBe('declined');
  });

  test('of many events at once each is either kept or refused for a retry; none is lost', async () => {
    const product = await running();
    const sent = (number: number) => ({ kind: 'message-sent', purpose: 'answer', number, subject: 'Re:' }) as const;
    const said = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => advance(product)('c1', 'i1', sent(n), days(1))),
    );
    const refused = said.flatMap((one, n) => (one.status === 'rejected' ? { n, reason: one.reason } : []));
    for (const { reason } of refused) expect(reason).toSatisfy(isFault('write-conflict'));
    for (const { n } of refused) await advance(product)('c1', 'i1', sent(n), days(1));
    const found = await product.collaborations.get('c1', 'i1');
    expect(found.sent.map(({ number }) => number).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(found.pending).toEqual([]);
    expect(await timeline(product)).toHaveLength(10);
  });
});
