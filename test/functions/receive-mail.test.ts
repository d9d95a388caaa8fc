import { describe, expect, it } from 'vitest';
import { receiveMail } from '#functions/receive-mail/receive-mail.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { messageReference } from '#shared/domain/thread.ts';
import { advance } from '#shared/operations/advance.ts';
import { callUid } from '#shared/operations/call-mail.ts';
import type { InMessage } from '#shared/ports/messages.ts';
import { at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { mailsOf, sesTellsOfSends } from '#test/support/product/hours.ts';
import { type Arrival, answerOf, arrival, mime } from '#test/support/product/mails.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** A day after the invitation: Tuesday, 11:30 in Kolkata. */
const tuesday = days(1);

const invited = (over: Parameters<typeof aMember>[1] = {}) =>
  aMember('invited', {
    sent: [{ purpose: 'invitation', number: 1, at }],
    nextActionAt: days(3),
    waiting: { taskToken: 'answer-token', whileIn: ['shortlisted', 'invited', 'negotiating'] },
    ...over,
  });

async function product(member: Collaboration = invited(), campaign = aCampaign()) {
  const fresh = await freshProduct();
  await withCampaign(fresh, campaign, [member]);
  return fresh;
}

const asha = (given: Product) => given.collaborations.get('c1', 'i1');
const receive = (given: Product, event: unknown) => receiveMail({ ...given, mails: given.files })(event);
const attention = (given: Product) => given.attention.open('c1');
const received = async (given: Product) =>
  (await given.messages.list({ ...(await asha(given)) })).filter(
    (message): message is InMessage => message.direction === 'in',
  );

/** They write `text` in the thread. */
async function theyWrite(given: Product, text: string, over: Arrival & { mail?: object } = {}) {
  const { mail, ...rest } = over;
  const event = await answerOf(given, await asha(given), { at: tuesday, ...rest, mail: { text, ...mail } });
  await receive(given, event);
  return event;
}

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

describe('words that no rule answers', () => {
  it('a question goes to a person with the quote, and nothing automatic follows', async () => {
    const given = await product();
    await theyWrite(given, 'Hello! Before I say anything: which products is it about, and are they cruelty free?');
    expect(await asha(given)).toMatchObject({ status: 'negotiating', heldForPerson: 'they ask something' });
    expect(await attention(given)).toMatchObject([{ quote: expect.stringContaining('cruelty free') }]);
  });

  it('anger goes to a person, whatever else they say', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, and my lawyer will have a look at how you got my address.');
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('care') });
  });

  it('the wish for a call is answered with times', async () => {
    const given = await product();
    await theyWrite(given, 'Hi Asha, could we talk on the phone first? Any evening after 5 works for me.');
    expect(mailsOf(given)).toEqual(['answer 1 to asha@example.com']);
    expect(await asha(given)).toMatchObject({ status: 'negotiating', about: 'a call' });
  });

  it('"later" is quiet until the day they name', async () => {
    const given = await product();
    await theyWrite(given, 'Hi, I am busy with exams right now. Can you write to me again after 20 March?');
    expect(await asha(given)).toMatchObject({ status: 'invited', quietUntil: '2026-03-20T00:00:00.000Z' });
  });

  it('a mail without words is looked at by a person', async () => {
    const given = await product();
    await theyWrite(given, ' \n ');
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: 'they sent a mail without words' });
  });
});

describe('machines', () => {
  const vacation = 'Hello,\n\nI am out of office until 15 March with limited access to e-mail.\n\nMeera';
  const headers = { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes' };

  it('a vacation reply keeps us quiet until they are back, and is no answer', async () => {
    const given = await product();
    await theyWrite(given, vacation, { mail: { headers, subject: 'Automatic reply: A collaboration' } });
    const { quietUntil, ...rest } = await asha(given);
    expect(quietUntil).toMatch(/^2026-03-1[56]T/);
    expect(rest).toMatchObject({ status: 'invited' });
    expect(rest).not.toHaveProperty('heldForPerson');
  });

  it('a second one that names no day does not shorten that', async () => {
    const given = await product(invited({ quietUntil: days(20) }));
    await theyWrite(given, 'I am away from my desk.', { mail: { headers, subject: 'Out of office' } });
    expect(await asha(given)).toMatchObject({ quietUntil: days(20) });
  });

  const dsn = (status: string, words: string) =>
    [
      'From: MAILER-DAEMON@mx.example.com',
      'To: r+x@reply.meadow.example',
      'Subject: Delivery Status Notification (Failure)',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      'MIME-Version: 1.0',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      words,
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.com',
      '',
      'Final-Recipient: rfc822; asha@example.com',
      `Action: ${status.startsWith('5') ? 'failed' : 'delayed'}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${status.startsWith('5') ? '550' : '450'} ${status} ${words}`,
      '',
      '--b--',
    ].join('\r\n');
  const bounces = async (given: Product, status: string, words: string) => {
    const event = await answerOf(given, await asha(given), { at: tuesday, source: '', mail: { text: '' } });
    given.files.kept.set('inbound/ses-in-1', Buffer.from(dsn(status, words)));
    await receive(given, event);
  };

  it('a hard bounce ends it and suppresses the address', async () => {
    const given = await product();
    await bounces(given, '5.1.1', 'The email account that you tried to reach does not exist');
    expect(await asha(given)).toMatchObject({ status: 'unreachable' });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('bounce');
  });

  it('a full mailbox changes nothing', async () => {
    const given = await product();
    await bounces(given, '4.2.2', 'The mailbox is full');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBeUndefined();
  });

  it('a complaint by feedback report ends it and suppresses the address', async () => {
    const given = await product();
    const event = await answerOf(given, await asha(given), { at: tuesday, mail: { text: '' } });
    const report = [
      'From: fbl@provider.example',
      'Subject: complaint about message',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      'MIME-Version: 1.0',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is an email abuse report.',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Provider/1.0',
      'Version: 1',
      '',
      '--b--',
    ].join('\r\n');
    given.files.kept.set('inbound/ses-in-1', Buffer.from(report));
    await receive(given, event);
    expect(await asha(given)).toMatchObject({ status: 'declined', because: expect.stringContaining('complaint') });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('complaint');
  });
});

describe('the wish to be left alone', () => {
  it.each(['Unsubscribe', 'Please remove me from your list.', 'STOP mailing me'])('"%s" is followed', async text => {
    const given = await product();
    await theyWrite(given, text);
    expect(await asha(given)).toMatchObject({ status: 'declined' });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('comes from the button of a mail program as a mail with a subject only', async () => {
    const given = await product();
    await theyWrite(given, '', { mail: { subject: 'unsubscribe' } });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('comes from the button of a mail program that marks its mail as automatic', async () => {
    const given = await product();
    const mail = { subject: 'unsubscribe', headers: { 'Auto-Submitted': 'auto-generated' } };
    await theyWrite(given, 'Mail sent this message to unsubscribe.', { mail });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('is followed after everything has ended, too', async () => {
    const given = await product(aMember('settled'));
    await theyWrite(given, 'Please unsubscribe me');
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
    expect(await asha(given)).toMatchObject({ status: 'settled' });
  });
});

describe('a post', () => {
  const post = 'https://www.instagram.com/reel/DaBcDeF/';

  it('that they tell of by mail is looked at; their signature is not the post', async () => {
    const given = await product(aMember('confirmed'));
    await theyWrite(given, `Hi Asha, it's live! My page is https://asha-glow.example and here is the link: ${post}`);
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: post });
  });

  it('that is told again changes nothing; another one goes to a person', async () => {
    const given = await product(aMember({ status: 'published', since: at, terms: someTerms(), postUrl: post }));
    await theyWrite(given, `Posted today ${post}?igsh=MWQ1`, { id: 'again' });
    expect(await attention(given)).toEqual([]);
    await theyWrite(given, 'Posted the story too https://www.instagram.com/p/SeCoNd/', { id: 'other', at: days(2) });
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: post });
    expect(await attention(given)).toHaveLength(1);
  });
});

describe('who wrote it', () => {
  it('from another address than we wrote to, a person decides', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { mail: { from: 'manager@agency.example' } });
    expect(await asha(given)).toMatchObject({
      status: 'invited',
      heldForPerson: 'the answer comes from manager@agency.example, we wrote to asha@example.com',
    });
  });

  it('not even an unsubscription of somebody else is believed', async () => {
    const given = await product();
    await theyWrite(given, 'Unsubscribe', { mail: { from: 'rival@elsewhere.example' } });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBeUndefined();
    expect(await attention(given)).toHaveLength(1);
  });

  it('failing DMARC under a policy of refusal, a person decides', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { dmarc: 'FAIL', dmarcPolicy: 'reject' });
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('DMARC') });
  });

  it('in a mail that SES takes for spam, a person decides: our thread is named by its secret address', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { spam: 'FAIL' });
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: 'SES takes their answer for spam' });
  });

  it('of a mail with a virus nothing is read', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { virus: 'FAIL' });
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await received(given)).toEqual([]);
  });

  it('without the signed address, our ids in the headers find the thread', async () => {
    const given = await product();
    const { threadId } = await asha(given);
    const references = messageReference({ threadId, purpose: 'invitation', number: 1 }, 'meadow.example');
    const bytes = await mime({
      from: 'asha@example.com',
      subject: 'Re: A collaboration',
      text: 'Yes, count me in!',
      references,
    });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'accepted' });
  });

  it('with nothing but the sender to go by, a person confirms', async () => {
    const given = await product();
    const bytes = await mime({ from: 'asha@example.com', subject: 'Hello', text: 'Yes, count me in!' });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ heldForPerson: 'only the sender says that this mail belongs here' });
  });

  it('with two collaborations and nothing to tell them apart, both wait for a person; an unsubscription counts for both', async () => {
    const given = await product();
    await withCampaign(given, aCampaign({ campaignId: 'c2' }), [aMember('invited', { campaignId: 'c2' })]);
    const write = async (id: string, text: string) => {
      const bytes = await mime({ from: 'asha@example.com', subject: 'Hello', text, messageId: `<${id}@mail.example>` });
      await receive(given, arrival(given, bytes, { id, at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    };
    await write('m1', 'Yes, count me in!');
    const both = () => Promise.all(['c1', 'c2'].map(id => given.collaborations.get(id, 'i1')));
    expect(await both()).toMatchObject(
      [{ heldForPerson: /which one/ }, { heldForPerson: /which one/ }].map(() => ({
        status: 'invited',
        heldForPerson: expect.stringContaining('which one is meant'),
      })),
    );
    await write('m2', 'Unsubscribe');
    expect((await both()).map(({ status }) => status)).toEqual(['declined', 'declined']);
  });

  it('from a stranger it is kept for a person, and moves nobody', async () => {
    const given = await product();
    const bytes = await mime({ from: 'stranger@example.org', subject: 'Hi', text: 'Yes!' });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    const kept = [];
    for await (const item of given.table.query({ partition: 'UNMATCHED' })) kept.push(item);
    expect(kept).toMatchObject([{ because: expect.stringContaining('no thread of ours') }]);
  });

  it('a forged reply address finds no thread', async () => {
    const given = await product();
    const { threadId } = await asha(given);
    const bytes = await mime({ from: 'stranger@example.org', subject: 'Hi', text: 'Yes!' });
    const recipients = [`r+${threadId}.0000000000000000@reply.meadow.example`];
    await receive(given, arrival(given, bytes, { at: tuesday, recipients }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await received(given)).toEqual([]);
  });

  it('an answer of a stakeholder to a report is nobody of ours', async () => {
    const given = await product();
    const stakeholder = { threadId: 'stakeholder-1', campaignId: 'c1', influencerId: 'stakeholder-1' };
    const sesMessageId = '0102018f0a1b2c3d-11111111-2222-3333-4444-555555555555-000000';
    await given.messages.markSent(
      stakeholder,
      {
        direction: 'out',
        purpose: 'final-report',
        number: 1,
        state: 'sent',
        claimedAt: at,
        subject: 'Report',
        text: '',
      },
      sesMessageId,
      at,
    );
    const bytes = await mime({
      from: 'marketing@meadow.example',
      text: 'Nice!',
      inReplyTo: `<${sesMessageId}@eu-west-1.amazonses.com>`,
    });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });
});

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

describe('what strangers send', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(10_000)],
    ['no headers', Buffer.from('just some words')],
    [
      'an endless boundary',
      Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(6000)}`),
    ],
    [
      'a broken encoding',
      Buffer.from('Content-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!'),
    ],
  ])('%s never fails and never agrees', async (_, bytes) => {
    const given = await product();
    const event = await answerOf(given, await asha(given), { at: tuesday, mail: { text: '' } });
    given.files.kept.set('inbound/ses-in-1', bytes);
    await receive(given, event);
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });

  it('a novel in a script of three bytes a letter fits the table', async () => {
    const given = await product();
    await theyWrite(given, `${'क्या '.repeat(60_000)}?`);
    expect(await received(given)).toMatchObject([{ handledAt: tuesday }]);
  });

  it('an emoji on the edge of what is quoted is not torn', async () => {
    const given = await product();
    await theyWrite(given, `${'a'.repeat(1999)}😀 which products is it about?`);
    const [item] = await attention(given);
    expect(item?.quote?.isWellFormed()).toBe(true);
  });

  it('what is no receipt is left alone', async () => {
    const given = await product();
    await receive(given, { hello: 'world' });
    await receive(given, 'no JSON');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });
});

describe('the answer of their calendar', () => {
  const booked = () => invited({ call: { from: days(3), to: days(3.01) } });
  const calendarSays = async (given: Product, lines: readonly string[], uid?: string) => {
    const thread = await asha(given);
    const content = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//A calendar//EN',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${uid ?? callUid(thread, aCampaign())}`,
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const text = 'Asha Rao has accepted this invitation.';
    const mail = { text, icalEvent: { method: 'REPLY', filename: 'invite.ics', content } };
    await receive(given, await answerOf(given, thread, { at: tuesday, mail }));
  };
  const says = (status: string) => `ATTENDEE;PARTSTAT=${status}:mailto:asha@example.com`;

  it('is no answer to the offer: "accepted" accepts the call and nothing else', async () => {
    const given = await product(booked());
    await calendarSays(given, [says('ACCEPTED')]);
    expect(await asha(given)).toMatchObject({ status: 'invited', call: { from: days(3) } });
    expect(await attention(given)).toEqual([]);
    expect((await given.campaigns.get('c1')).commitments.committed).toBe(0);
  });

  it('that declines takes the call out, and a person reads what they wrote', async () => {
    const given = await product(booked());
    await calendarSays(given, [says('DECLINED'), 'COMMENT:Could we talk on Friday?']);
    expect(await asha(given)).not.toHaveProperty('call');
    expect(await attention(given)).toMatchObject([
      { because: 'they declined the call in their calendar', quote: 'Could we talk on Friday?' },
    ]);
  });

  it('to somebody else’s invitation goes to a person', async () => {
    const given = await product(booked());
    await calendarSays(given, [says('DECLINED')], 'another-event@example.com');
    expect(await asha(given)).toMatchObject({ call: { from: days(3) } });
    expect(await attention(given)).toMatchObject([{ because: 'their calendar answers another invitation' }]);
  });
});

describe('a language model, where one is set up', () => {
  const reading = { intent: 'yes', because: 'They sound pleased.' } as const;
  const unclear = 'Hmm. Interesting times we live in.';

  it('only tells the person who decides how it reads what the rules do not', async () => {
    const given = { ...(await product()), replyModel: async () => reading };
    await theyWrite(given, unclear);
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await attention(given)).toMatchObject([
      { because: expect.stringContaining('a language model reads: yes (They sound pleased.)'), quote: unclear },
    ]);
  });

  it('is not asked about what is clear', async () => {
    const given = { ...(await product()), replyModel: () => Promise.reject(new Error('it was asked')) };
    await theyWrite(given, 'Not interested, thanks.');
    expect(await asha(given)).toMatchObject({ status: 'declined' });
  });
});
