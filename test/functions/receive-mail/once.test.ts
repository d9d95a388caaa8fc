import { describe, expect, it } from 'vitest';
import { advance } from '#shared/operations/advance.ts';
import { days, inr } from '#test/shared/domain/builders.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { mailsOf, sesTellsOfSends } from '#test/support/product/hours.ts';
import { answerOf } from '#test/support/product/mails.ts';
import { asha, attention, invited, product, receive, received, theyWrite, tuesday } from './inbox.ts';

describe('told more than once', () => {
  it('an event that comes again changes nothing', async () => {
    const given = await product();
    const event = await theyWrite(given, 'My charges are 6000.');
    const before = await asha(given);
    await receive(given, event);
    expect(await asha(given)).toEqual(before);
    expect(mailsOf(given)).toHaveLength(1);
  });

  it('the same mail under another id of SES changes nothing: the yes that accepted does not confirm the brief', async () => {
    const given = await product();
    const mail = { messageId: '<same@mail.example>' };
    await theyWrite(given, 'Yes, count me in!', { id: 'one', mail });
    await advance(given)(
      'c1',
      'i1',
      { kind: 'brief-sent', link: { code: 'x', url: 'https://go.example/l/x' } },
      days(1.1),
    );
    await theyWrite(given, 'Yes, count me in!', { id: 'two', at: days(1.2), mail });
    expect(await asha(given)).toMatchObject({ status: 'briefed' });
  });

  const texts = {
    'an acceptance': "Hi Asha! This sounds lovely, I'm in.",
    'a counter-offer': 'My charges are 6000.',
    'a question': 'Which products is it about?',
    'an opt-out': 'Please remove me from your list.',
  };
  it.each(Object.entries(texts))('%s that dies in the middle is finished by the retry, once', async (_, text) => {
    const asExpected = await product();
    await theyWrite(asExpected, text);
    const { version: _v, nextActionAt: _n, ...expected } = await asha(asExpected);
    const deaths = await killedEverywhere(
      product,
      async mortal => receive(mortal, await answerOf(mortal, invited(), { at: tuesday, mail: { text } })),
      async given => {
        await sesTellsOfSends(given, tuesday);
        // The workflow has gone on before Lambda tries again.
        const now = await asha(given);
        if (now.status === 'accepted')
          await advance(given)(
            'c1',
            'i1',
            { kind: 'brief-sent', link: { code: 'x', url: 'https://go.example/l/x' } },
            tuesday,
          );
        await theyWrite(given, text);
        const { version: _w, nextActionAt: _m, ...actual } = await asha(given);
        if (now.status === 'accepted') expect(actual).toMatchObject({ status: 'briefed', terms: { fee: inr(4000) } });
        else expect(actual).toMatchObject({ status: expected.status, offer: expected.offer, pending: [] });
        expect(mailsOf(given).length).toBeLessThanOrEqual(mailsOf(asExpected).length);
        expect((await attention(given)).length).toBe((await attention(asExpected)).length);
        expect((await given.campaigns.get('c1')).commitments).toEqual(
          (await asExpected.campaigns.get('c1')).commitments,
        );
        expect(given.waits.completed).toEqual(asExpected.waits.completed);
        const [message] = await received(given);
        expect(message?.handledAt).toBe(tuesday);
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });
});
