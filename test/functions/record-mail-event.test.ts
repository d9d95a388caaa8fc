import { describe, expect, test } from 'vitest';
import { recordMailEvent } from '#functions/record-mail-event/record-mail-event.ts';
import { advance } from '#shared/operations/advance.ts';
import { aCollaboration, at, days } from '#test/shared/domain/builders.ts';
import { corpusRows, hasCorpora } from '#test/shared/domain/corpus.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const member = aMember('invited');
const running = async (collaboration = member) => {
  const product = await freshProduct();
  await withCampaign(product, undefined, [collaboration]);
  return product;
};

const mail = {
  messageId: 'ses-1',
  timestamp: at,
  destination: ['asha@example.com'],
  tags: { thread: [member.threadId], purpose: ['invitation'], number: ['1'] },
};
const bounce = (bounceType: string, timestamp = days(1)) => ({
  eventType: 'Bounce',
  mail,
  bounce: {
    bounceType,
    bounceSubType: 'General',
    timestamp,
    bouncedRecipients: [{ emailAddress: 'asha@example.com' }],
  },
});
const complaint = {
  eventType: 'Complaint',
  mail,
  complaint: { timestamp: days(1), complainedRecipients: [{ emailAddress: 'asha@example.com' }] },
};
const send = { eventType: 'Send', mail, send: {} };

const record = async (product: Product, ...events: unknown[]) => {
  for (const event of events) expect(await recordMailEvent(product)(event)).toEqual({});
};
const standing = ({ collaborations }: Product) => collaborations.get('c1', 'i1');
const totals = ({ sending }: Product) => sending.totals(['2026-03-02', '2026-03-03']);

describe('recordMailEvent', () => {
  test('counts what went out once, however often SES tells', async () => {
    const product = await running();
    await record(product, send, send, { detail: send });
    expect(await totals(product)).toEqual({ sent: 1, bounced: 0, complained: 0 });
  });

  test.each([
    ['a Send', send],
    ['a Delivery, where the Send is lost,', { eventType: 'Delivery', mail, delivery: { timestamp: at } }],
  ])('%s confirms the claim of whoever died before marking it', async (_, event) => {
    const product = await running();
    const claim = { direction: 'out', purpose: 'invitation', number: 1, state: 'claimed', claimedAt: at } as const;
    await product.messages.claim(member, { ...claim, subject: 'An idea', text: 'Hello' });
    await record(product, event);
    expect(await product.messages.list(member)).toMatchObject([{ state: 'sent', sentAt: at, sesMessageId: 'ses-1' }]);
    expect(await product.messages.threadOfSesMessage('ses-1')).toMatchObject({ influencerId: 'i1' });
  });

  test('a hard bounce ends it: unreachable, suppressed, counted once', async () => {
    const product = await running();
    await record(product, bounce('Permanent'), bounce('Permanent'));
    expect(await standing(product)).toMatchObject({
      status: 'unreachable',
      because: 'mail to them came back (General)',
    });
    expect(await product.suppressions.find(member.addressHash)).toBe('bounce');
    expect(await totals(product)).toEqual({ sent: 0, bounced: 1, complained: 0 });
  });

  test('a soft bounce ends nothing and is not counted against us', async () => {
    const product = await running();
    await record(product, bounce('Transient'), bounce('Transient'));
    expect((await standing(product)).status).toBe('invited');
    expect(await product.suppressions.find(member.addressHash)).toBeUndefined();
    expect(await totals(product)).toEqual({ sent: 0, bounced: 0, complained: 0 });
    expect(await product.collaborations.timeline('c1', 'i1')).toHaveLength(1);
  });

  test('a complaint is an opt-out, even of somebody who declined before', async () => {
    const product = await running(aMember('declined'));
    await record(product, complaint, complaint);
    expect(await product.suppressions.find(member.addressHash)).toBe('complaint');
    expect(await totals(product)).toMatchObject({ complained: 1 });
  });

  test('a complaint after an agreement goes to a person, once: told again later it does not take it back from them', async () => {
    const product = await running(aMember('briefed'));
    await record(product, complaint);
    expect(await standing(product)).toMatchObject({ status: 'briefed', heldForPerson: expect.any(String) });
    expect(await product.attention.open('c1')).toHaveLength(1);
    await advance(product)('c1', 'i1', { kind: 'handed-back', by: 'ops' }, days(2));
    await record(product, complaint);
    expect(await standing(product)).not.toHaveProperty('heldForPerson');
    expect(await product.attention.open('c1')).toEqual([]);
  });

  test('a bounce before the Send, and without tags, is found by its SES id', async () => {
    const product = await running();
    const message = { direction: 'out', purpose: 'invitation', number: 1, state: 'claimed', claimedAt: at } as const;
    await product.messages.markSent(member, { ...message, subject: 'An idea', text: 'Hello' }, 'ses-1', at);
    const { tags: _, ...untagged } = mail;
    await record(product, { ...bounce('Permanent'), mail: untagged }, send);
    expect((await standing(product)).status).toBe('unreachable');
    expect(await totals(product)).toEqual({ sent: 1, bounced: 1, complained: 0 });
  });

  test('what SES refuses to send goes to a person', async () => {
    const product = await running();
    await record(product, { eventType: 'Reject', mail, reject: { reason: 'Bad content' } });
    expect(await standing(product)).toMatchObject({ heldForPerson: 'SES refused our mail: Bad content' });
  });

  test('times with an offset stand in the timeline where they belong', async () => {
    const product = await running();
    await record(product, bounce('Transient', '2026-03-03T11:30:00.000+05:30'));
    expect(await product.collaborations.timeline('c1', 'i1')).toMatchObject([{ at: days(1) }]);
  });

  test('deliveries, opens and mail that is not ours change nothing', async () => {
    const product = await running();
    const before = await standing(product);
    const stranger = { ...mail, messageId: 'ses-9', tags: {} };
    await record(
      product,
      { eventType: 'Delivery', mail, delivery: { timestamp: at } },
      { eventType: 'Open', mail, open: { timestamp: at } },
      { ...complaint, mail: stranger },
      { ...send, mail: { ...stranger, tags: { thread: ['unknown'] } } },
      { ...complaint, complaint: { ...complaint.complaint, timestamp: 'yesterday' } },
      { nonsense: true },
      'text',
      null,
    );
    expect(await standing(product)).toEqual(before);
    expect(await totals(product)).toEqual({ sent: 0, bounced: 0, complained: 0 });
  });

  test('killed anywhere and told again, a complaint counts once', async () => {
    const deaths = await killedEverywhere(
      () => running(),
      product => recordMailEvent(product)(complaint),
      async product => {
        await record(product, complaint);
        expect(await standing(product)).toMatchObject({ status: 'declined' });
        expect(await product.suppressions.find(member.addressHash)).toBe('complaint');
        expect((await totals(product)).complained).toBeLessThanOrEqual(1);
      },
    );
    expect(deaths).toBeGreaterThan(6);
  });

  describe.skipIf(!hasCorpora)('every recorded and documented event (corpora/ses_events, ses_docs)', () => {
    const rows = hasCorpora
      ? (['ses_events', 'ses_docs'] as const).flatMap(name => corpusRows<object, { messageId?: string }>(name))
      : [];

    test('about one of our mails, told twice, is recorded at most once and never throws', async () => {
      for (const { id, input, expected } of rows) {
        const product = await running(aCollaboration('invited', { threadId: member.threadId }));
        const message = {
          direction: 'out',
          purpose: 'invitation',
          number: 1,
          state: 'claimed',
          claimedAt: at,
        } as const;
        const claim = { ...message, subject: 'An idea', text: 'Hello' };
        await product.messages.markSent(member, claim, expected.messageId ?? 'none', at);
        await record(product, input, input);
        const entries = await product.collaborations.timeline('c1', 'i1');
        expect(entries.length, id).toBeLessThanOrEqual(1);
        const { status } = await standing(product);
        expect(['invited', 'unreachable', 'declined'], id).toContain(status);
      }
      expect(rows.length).toBeGreaterThan(20);
    });
  });
});
