import { describe, expect, test } from 'vitest';
import { plusMinutes } from '#shared/domain/time.ts';
import { type SendResult, sendOnce } from '#shared/operations/send-once.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { sesTellsOfSends } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const member = aMember('shortlisted');
const { threadId, campaignId, influencerId } = member;
const thread = { threadId, campaignId, influencerId };

const running = async () => {
  const product = await freshProduct();
  await withCampaign(product, undefined, [member]);
  return product;
};

const send = (product: Pick<Product, 'messages' | 'mailer'>, when = at, text = 'Hello'): Promise<SendResult> =>
  sendOnce(product)({
    thread,
    purpose: 'invitation',
    number: 1,
    mail: {
      from: { address: 'asha@meadow.example' },
      to: { address: 'meera@example.com' },
      replyTo: 'r+t@reply.meadow.example',
      subject: 'An idea',
      text,
      html: `<p>${text}</p>`,
      at: when,
      reference: '<r@meadow.example>',
    },
    tags: { thread: threadId, purpose: 'invitation', number: '1' },
    nextDay: days(1),
    at: when,
  });

const crash = new Error('the Lambda was killed');
const later = (minutes: number) => plusMinutes(at, minutes);

describe('sendOnce', () => {
  test('sends and remembers: whoever tries again is told that it was sent, and when', async () => {
    const product = await running();
    expect(await send(product)).toEqual({ kind: 'sent', subject: 'An idea', at });
    expect(await send(product, later(60), 'written anew')).toEqual({ kind: 'sent', subject: 'An idea', at });
    expect(product.mailer.sent).toHaveLength(1);
    expect(await product.messages.threadOfSesMessage('ses-1')).toEqual(thread);
  });

  test('of many who send at once one does; the others come back later', async () => {
    const product = await running();
    const results = await Promise.all(Array.from({ length: 10 }, () => send(product)));
    expect(product.mailer.sent).toHaveLength(1);
    for (const { kind } of results) expect(['sent', 'later']).toContain(kind);
  });

  test('died before SES was asked: fifteen minutes later it goes out', async () => {
    const product = await running();
    product.mailer.next.push(crash);
    await expect(send(product)).rejects.toThrow(crash);
    expect(await send(product, later(14.9))).toEqual({
      kind: 'later',
      until: later(15),
      because: 'it is not known yet whether it went out',
      mayBeOut: true,
    });
    expect(product.mailer.sent).toHaveLength(0);
    expect(await send(product, later(15))).toMatchObject({ kind: 'sent' });
    expect(product.mailer.sent).toHaveLength(1);
  });

  test('died after SES took it: the Send event is the confirmation, it never goes out twice', async () => {
    const product = await running();
    const messages = { ...product.messages, markSent: async () => Promise.reject(crash) };
    await expect(send({ ...product, messages })).rejects.toThrow(crash);
    expect(product.mailer.sent).toHaveLength(1);
    await sesTellsOfSends(product, later(1));
    expect(await send(product, later(600))).toEqual({ kind: 'sent', subject: 'An idea', at: later(1) });
    expect(product.mailer.sent).toHaveLength(1);
  });

  test('a lost answer of SES is waited for, and sent again only where no Send event came', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'uncertain', because: 'the connection was lost' });
    expect(await send(product)).toEqual({
      kind: 'later',
      until: later(15),
      because: 'the connection was lost',
      mayBeOut: true,
    });
    expect(await send(product, later(10))).toMatchObject({ kind: 'later' });
    expect(product.mailer.sent).toHaveLength(1);
    const again = await Promise.all([send(product, later(16)), send(product, later(16))]);
    expect(again.map(({ kind }) => kind).toSorted()).toEqual(['later', 'sent']);
    expect(product.mailer.sent).toHaveLength(2);
  });

  test('too fast for SES: nothing went out, the next try sends', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'throttled' });
    expect(await send(product)).toMatchObject({ kind: 'later', until: later(15) });
    expect(await send(product, later(1))).toMatchObject({ kind: 'sent' });
    expect(product.mailer.sent).toHaveLength(1);
  });

  test('today’s quota is used up: it goes out tomorrow', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'quota', because: 'Daily message quota exceeded' });
    expect(await send(product)).toEqual({ kind: 'later', until: days(1), because: 'Daily message quota exceeded' });
    expect(await send(product, days(1))).toMatchObject({ kind: 'sent' });
  });

  test('what SES will never take is not tried again', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'rejected', because: 'the address is no address' });
    const refused = { kind: 'never', why: 'refused', because: 'the address is no address' };
    expect(await send(product)).toEqual(refused);
    expect(await send(product, days(2))).toEqual(refused);
    expect(product.mailer.sent).toHaveLength(0);
  });

  test('killed anywhere and tried again with SES’s word, it went out exactly once', async () => {
    const deaths = await killedEverywhere(
      running,
      product => send(product),
      async product => {
        await sesTellsOfSends(product, later(1));
        expect(await send(product, later(20))).toMatchObject({ kind: 'sent' });
        expect(product.mailer.sent).toHaveLength(1);
      },
    );
    expect(deaths).toBeGreaterThan(2);
  });
});
