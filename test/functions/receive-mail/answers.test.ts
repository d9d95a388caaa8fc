import { describe, expect, it } from 'vitest';
import { messageReference } from '#shared/domain/thread.ts';
import { advance } from '#shared/operations/advance.ts';
import { at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { mailsOf } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { asha, attention, invited, product, received, theyWrite, tuesday } from './inbox.ts';

describe('a yes', () => {
  it('is an acceptance of what we last offered: the money is promised and the workflow goes on', async () => {
    const given = await product();
    await theyWrite(given, "Hi Asha! This sounds lovely, I'm in. Please send me the brief.\n\nMeera");
    expect(await asha(given)).toMatchObject({ status: 'accepted', since: tuesday, terms: someTerms() });
    expect((await given.campaigns.get('c1')).commitments).toEqual({
      committed: 400_000,
      byInfluencer: { i1: 400_000 },
    });
    expect(given.waits.completed).toEqual([{ taskToken: 'answer-token', output: { status: 'accepted' } }]);
    expect(await received(given)).toMatchObject([{ intent: 'yes', kind: 'human', handledAt: tuesday }]);
  });

  it('that the budget does not cover goes to a person, and nothing is promised', async () => {
    const given = await product(invited(), aCampaign({ budget: inr(3000) }));
    await theyWrite(given, "Sure, let's do it. Deal.");
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('budget') });
    expect((await given.campaigns.get('c1')).commitments.committed).toBe(0);
  });

  it('to a mail from before the last offer goes to a person: which of the two do they mean?', async () => {
    const given = await product();
    const thread = await asha(given);
    await given.messages.claim(thread, {
      direction: 'out',
      purpose: 'invitation',
      number: 1,
      state: 'sent',
      claimedAt: at,
      sentAt: at,
      sesMessageId: '0102018f-invitation',
      subject: 'A collaboration',
      text: 'We offer 4,000 rupees.',
    });
    await advance(given)(
      'c1',
      'i1',
      { kind: 'offered', terms: someTerms({ fee: inr(3000) }), because: 'a person' },
      days(0.5),
    );
    const inReplyTo = messageReference(
      { threadId: thread.threadId, purpose: 'invitation', number: 1 },
      'meadow.example',
    );
    await theyWrite(given, 'Yes, count me in!', { mail: { inReplyTo } });
    expect(await asha(given)).toMatchObject({
      status: 'invited',
      heldForPerson: 'they say yes to a mail from before our last offer',
    });
  });

  it('after the campaign has ended agrees to nothing and reaches a person', async () => {
    const given = await product(invited(), aCampaign({ endsAt: days(0.5) }));
    await theyWrite(given, 'Yes, count me in!');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await attention(given)).toMatchObject([{ because: 'the campaign is over, and they write: yes' }]);
    expect((await given.campaigns.get('c1')).commitments.committed).toBe(0);
  });

  it('from somebody we had given up on reaches a person', async () => {
    const given = await product(aMember({ status: 'unresponsive', since: at, because: 'no answer to 3 mails' }));
    await theyWrite(given, 'Sorry for the late answer! Yes, I would love to do this.');
    expect(await asha(given)).toMatchObject({ status: 'unresponsive' });
    expect(await attention(given)).toMatchObject([
      {
        because: 'they write although it has ended (unresponsive): yes',
        quote: expect.stringContaining('late answer'),
      },
    ]);
  });

  it('to the brief confirms it', async () => {
    const given = await product(aMember('briefed'));
    await theyWrite(given, 'Read the brief, looks good. Confirmed!');
    expect(await asha(given)).toMatchObject({ status: 'confirmed', terms: someTerms() });
  });
});

describe('a no', () => {
  it('ends it and says why', async () => {
    const given = await product();
    await theyWrite(given, 'Hi Asha, thank you, but I am not taking paid collaborations at the moment. All the best!');
    expect(await asha(given)).toMatchObject({
      status: 'declined',
      because: expect.stringContaining('not taking paid'),
    });
    expect(given.waits.completed).toEqual([{ taskToken: 'answer-token', output: { status: 'declined' } }]);
    expect(mailsOf(given)).toEqual([]);
  });

  it('after the agreement goes to a person', async () => {
    const given = await product(aMember('confirmed'));
    await theyWrite(given, "I'm sorry, I have to pass on this one.");
    expect(await asha(given)).toMatchObject({ status: 'confirmed', heldForPerson: 'they want out of the agreement' });
  });
});

describe('a price', () => {
  it('inside the band is met half-way, in writing', async () => {
    const given = await product();
    await theyWrite(
      given,
      'Hello, I usually take 6000 for this kind of content. If you can do that, I am happy to start.',
    );
    expect(await asha(given)).toMatchObject({ status: 'negotiating', ask: inr(6000), offer: { fee: inr(5000) } });
    const [answer] = given.mailer.sent;
    expect(answer?.tags).toMatchObject({ purpose: 'answer', number: '1' });
    expect(answer?.mail).toMatchObject({ inReplyTo: '<their-1@mail.example>', to: { address: 'asha@example.com' } });
    expect(answer?.mail.text).toMatch(/5,000/);
  });

  it('is agreed to the second time', async () => {
    const given = await product();
    await theyWrite(given, 'My charges are 6000.', { id: 'first' });
    await theyWrite(given, 'I can do it for 5500, not less.', { id: 'second', at: days(2) });
    expect(await asha(given)).toMatchObject({ status: 'accepted', terms: { fee: inr(5500) } });
    expect((await given.campaigns.get('c1')).commitments.committed).toBe(550_000);
  });

  it('above the ceiling goes to a person with their words', async () => {
    const given = await product();
    await theyWrite(given, 'My rate for a reel is 15k.');
    expect(await asha(given)).toMatchObject({ status: 'negotiating', ask: inr(15_000) });
    expect(await attention(given)).toMatchObject([
      { because: expect.stringContaining('the ceiling is'), quote: 'My rate for a reel is 15k.', name: 'Asha Rao' },
    ]);
    expect(mailsOf(given)).toEqual([]);
  });

  it('in another currency goes to a person', async () => {
    const given = await product();
    await theyWrite(given, 'I charge $100 for this.');
    expect(await attention(given)).toMatchObject([{ because: 'they ask in USD, the campaign pays in INR' }]);
  });

  it('per reel goes to a person where three are wanted', async () => {
    const brief = {
      ...specInput().brief,
      deliverables: [{ platform: 'instagram', format: 'reel', quantity: 3 }],
    } as const;
    const given = await product(
      invited(),
      aCampaign({ spec: aSpec({ brief: { ...brief, deliverables: [...brief.deliverables] } }) }),
    );
    await theyWrite(given, 'I charge Rs 5000 per reel.');
    expect(await asha(given)).toMatchObject({ status: 'negotiating', offer: someTerms() });
    expect(await attention(given)).toMatchObject([{ because: 'they name a price per reel, and we want several' }]);
  });

  it('that is ours, quoted below their words, is never theirs', async () => {
    const given = await product();
    const quoted = [
      'Happy to do this, count me in!',
      '',
      'On Mon, 2 Mar 2026 at 11:30, Asha Kulkarni, Meadow Botanics <asha@meadow.example> wrote:',
      '> We offer Rs 4,000 for one reel. If your rate is 9,000 or more, please say so.',
      '> Asha',
    ].join('\n');
    await theyWrite(given, quoted);
    expect(await asha(given)).toMatchObject({ status: 'accepted', terms: { fee: inr(4000) } });
  });
});
