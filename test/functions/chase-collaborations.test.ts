import { describe, expect, it } from 'vitest';
import { chaseCollaborations } from '#functions/chase-collaborations/chase-collaborations.ts';
import { findDue } from '#functions/find-due/find-due.ts';
import { inviteInfluencer } from '#functions/invite-influencer/invite-influencer.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { advance } from '#shared/operations/advance.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { chase, chaseHourly, mailsOf, sesTellsOfSends } from '#test/support/product/hours.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** `at` is a Monday, 11:30 in Kolkata. */
const shortlisted = () => aMember('shortlisted', { nextActionAt: at });
const hours = (count: number, from = at) => days(count / 24, from);

async function running(members: readonly Collaboration[] = [shortlisted()], campaign: Campaign = aCampaign()) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return product;
}
const asha = (product: Product) => product.collaborations.get('c1', 'i1');
const happens = (product: Product, event: CollaborationEvent, when: string) =>
  advance(product)('c1', 'i1', event, when);
const purposes = (product: Product) => mailsOf(product).map(line => line.replace(/ to .*/, ''));
const attention = async (product: Product) => (await product.attention.open('c1')).map(({ because }) => because);

describe('silence', () => {
  it('is answered with follow-ups 3 and 7 days later, then taken for an answer', async () => {
    const product = await running();
    await chaseHourly(product, hours(1), days(25));
    const { sent, ...end } = await asha(product);
    expect(sent.map(({ purpose, number, at: when }) => `${purpose} ${number} on ${when.slice(0, 10)}`)).toEqual([
      'invitation 1 on 2026-03-02',
      'follow-up 1 on 2026-03-05',
      'follow-up 2 on 2026-03-12',
    ]);
    expect(end).toMatchObject({ status: 'unresponsive', because: 'no answer to 3 mails' });
    expect(end).not.toHaveProperty('nextActionAt');
    expect(purposes(product)).toEqual(['invitation 1', 'follow-up 1', 'follow-up 2']);
  });

  it('completes the waiting step', async () => {
    const product = await running([
      aMember('shortlisted', {
        nextActionAt: at,
        waiting: { taskToken: 'answer-token', whileIn: ['shortlisted', 'invited', 'negotiating'] },
      }),
    ]);
    await chaseHourly(product, hours(1), days(30));
    expect(product.waits.completed).toEqual([{ taskToken: 'answer-token', output: { status: 'unresponsive' } }]);
  });

  it('during an outage of two weeks costs them one mail, not three', async () => {
    const product = await running();
    await chase(product, hours(1));
    await chase(product, days(14));
    await chase(product, days(14.1));
    expect(purposes(product)).toEqual(['invitation 1', 'follow-up 1']);
    await chaseHourly(product, days(14.2), days(22));
    expect(purposes(product)).toEqual(['invitation 1', 'follow-up 1', 'follow-up 2']);
  });
});

describe('mails stop', () => {
  it.each<[string, CollaborationEvent]>([
    ['they say no', { kind: 'declined', because: 'no time', via: 'page' }],
    ['they opt out', { kind: 'opted-out', via: 'one-click' }],
    ['they complain', { kind: 'opted-out', via: 'complaint' }],
    ['the mailbox is not there', { kind: 'bounced', hard: true, because: 'no such user' }],
    ['a person is asked', { kind: 'held', because: 'they mention a lawyer' }],
    ['the ops team withdraws', { kind: 'withdrawn', because: 'changed our mind' }],
  ])('when %s', async (_, event) => {
    const product = await running();
    await chase(product, hours(1));
    await happens(product, event, days(1));
    await chaseHourly(product, days(1), days(20));
    expect(purposes(product)).toEqual(['invitation 1']);
  });

  it('while the campaign is paused, and go on when it is resumed', async () => {
    const product = await running();
    await chase(product, hours(1));
    await product.campaigns.change('c1', { paused: true });
    await chaseHourly(product, days(1), days(6));
    expect(purposes(product)).toEqual(['invitation 1']);
    await product.campaigns.change('c1', { paused: false });
    await chaseHourly(product, days(7), hours(3, days(7)));
    expect(purposes(product)).toEqual(['invitation 1', 'follow-up 1']);
  });

  it('while the campaign has failed, and go on when it is redriven', async () => {
    const product = await running();
    await product.campaigns.change('c1', { status: 'failed' });
    await chaseHourly(product, hours(1), days(1));
    expect(mailsOf(product)).toEqual([]);
    await product.campaigns.change('c1', { status: 'running' });
    await chaseHourly(product, days(1), hours(3, days(1)));
    expect(purposes(product)).toEqual(['invitation 1']);
  });

  it.each(['cancelled', 'finished'] as const)('for good once the campaign is %s', async status => {
    const product = await running();
    await product.campaigns.change('c1', { status });
    await chaseHourly(product, hours(1), days(2));
    expect(mailsOf(product)).toEqual([]);
    expect(await findDue(product)({ at: days(3) })).toMatchObject({ due: 0 });
  });

  it('with the last day of the campaign, whatever its workflow is doing', async () => {
    const product = await running([shortlisted()], aCampaign({ endsAt: days(2) }));
    await chase(product, days(2));
    expect(mailsOf(product)).toEqual([]);
    expect(await findDue(product)({ at: days(3) })).toMatchObject({ due: 0 });
  });

  it('until the day that they named', async () => {
    const product = await running();
    await chase(product, hours(1));
    await happens(product, { kind: 'postponed', until: days(9), because: 'exams' }, days(1));
    await chaseHourly(product, days(1), days(8.9));
    expect(purposes(product)).toEqual(['invitation 1']);
    await chaseHourly(product, hours(1, days(9)), days(9.5));
    expect(purposes(product)).toEqual(['invitation 1', 'follow-up 1']);
  });

  it('to an address that opted out of another campaign: before an agreement there will be none', async () => {
    const product = await running();
    await chase(product, hours(1));
    await product.suppressions.add((await asha(product)).addressHash, 'unsubscribe', days(1));
    await chaseHourly(product, days(1), days(4));
    expect(purposes(product)).toEqual(['invitation 1']);
    expect(await asha(product)).toMatchObject({
      status: 'excluded',
      because: 'the address is suppressed (unsubscribe)',
    });
  });

  it('to an address that opted out of another campaign: after an agreement a person finds another way', async () => {
    const briefed = aMember('briefed', {
      sent: [{ purpose: 'brief', number: 1, at }],
      nextActionAt: days(2),
    });
    const product = await running([briefed]);
    await product.suppressions.add(briefed.addressHash, 'unsubscribe', days(1));
    await chaseHourly(product, days(2), hours(3, days(2)));
    expect(mailsOf(product)).toEqual([]);
    expect(await attention(product)).toEqual(['the address is suppressed (unsubscribe)']);
  });
});

describe('a mail keeps to', () => {
  it('their working hours', async () => {
    const product = await running();
    // 20:30 in Kolkata, then 09:30 the next day.
    expect(await chase(product, '2026-03-02T15:00:00.000Z')).toMatchObject({ sent: 0, later: 1 });
    expect((await asha(product)).nextActionAt).toBe('2026-03-03T03:30:00.000Z');
    expect(await chase(product, '2026-03-03T04:00:00.000Z')).toMatchObject({ sent: 1 });
  });

  it('weekdays', async () => {
    const product = await running();
    await chase(product, '2026-03-07T06:00:00.000Z');
    expect((await asha(product)).nextActionAt).toBe('2026-03-09T03:30:00.000Z');
  });

  it('the daily number of new contacts; the others follow the next day, nobody twice', async () => {
    const spec = aSpec({
      outreach: { sender: { name: 'Asha Kulkarni', address: 'asha@meadow.example' }, dailyNewContacts: 2 },
    });
    const five = [1, 2, 3, 4, 5].map(n => anotherMember(n, 'shortlisted', { nextActionAt: at }));
    const product = await running(five, aCampaign({ spec }));
    const sentBy = async (until: string) => {
      await chaseHourly(product, product.mailer.sent.length === 0 ? hours(1) : hours(2, until), until);
      return product.mailer.sent.length;
    };
    expect(await sentBy(hours(6))).toBe(2);
    await chaseHourly(product, hours(20), hours(30));
    expect(mailsOf(product)).toHaveLength(4);
    await chaseHourly(product, hours(44), hours(54));
    expect(new Set(mailsOf(product)).size).toBe(5);
  });

  it('the quota of SES: the rest of the day is quiet', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'quota', because: 'Daily message quota exceeded' });
    expect(await chase(product, hours(1))).toMatchObject({ sent: 0, later: 1 });
    // Midnight of the campaign's next day.
    expect((await asha(product)).nextActionAt).toBe('2026-03-02T18:30:00.000Z');
    await chaseHourly(product, hours(13), hours(24));
    expect(purposes(product)).toEqual(['invitation 1']);
  });

  it('the rate of SES: a throttled mail goes out a little later', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'throttled' });
    await chase(product, hours(1));
    expect(mailsOf(product)).toEqual([]);
    expect(await chase(product, hours(2))).toMatchObject({ sent: 1 });
  });

  it('the send guard: near the limits of SES no new person is written to, follow-ups go on', async () => {
    const product = await running([
      shortlisted(),
      anotherMember(2, 'invited', { sent: [{ purpose: 'invitation', number: 1, at }], nextActionAt: days(3) }),
    ]);
    for (let n = 0; n < 220; n += 1) await product.sending.countEvent('2026-03-01', 'sent');
    for (let n = 0; n < 10; n += 1) await product.sending.countEvent('2026-03-01', 'bounced');
    await chase(product, hours(1, days(3)));
    expect(mailsOf(product)).toEqual(['follow-up 1 to creator2@example.com']);
    expect((await asha(product)).status).toBe('shortlisted');
  });
});

describe('a person is asked', () => {
  it('when SES will never take the mail: it may be our fault, so nobody is dropped', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'rejected', because: 'MessageRejected: bad content' });
    expect(await chase(product, hours(1))).toMatchObject({ escalated: 1 });
    expect(await asha(product)).toMatchObject({ status: 'shortlisted', heldForPerson: 'MessageRejected: bad content' });
    expect(await attention(product)).toEqual(['MessageRejected: bad content']);
  });

  it('when a question waits for a day', async () => {
    const product = await running();
    await chase(product, hours(1));
    await happens(product, { kind: 'asked', about: 'usage rights', via: 'page' }, days(1));
    await chaseHourly(product, days(1), days(2.3));
    expect(await attention(product)).toEqual(['they wait for our answer since 2026-03-03']);
    expect(purposes(product)).toEqual(['invitation 1']);
  });

  it('when the brief is not confirmed after two reminders', async () => {
    const product = await running([
      aMember('briefed', { sent: [{ purpose: 'brief', number: 1, at }], nextActionAt: at }),
    ]);
    await chaseHourly(product, hours(1), days(12));
    expect(purposes(product)).toEqual(['brief-reminder 1', 'brief-reminder 2']);
    expect(await attention(product)).toEqual(['the brief is not confirmed after 2 reminders']);
  });

  it('when the post is late after a reminder before and one after the date', async () => {
    const product = await running([aMember('confirmed', { nextActionAt: at })]);
    await chaseHourly(product, hours(1), days(42));
    // The post is due on Sunday, 5 April; working days only.
    expect(
      (await asha(product)).sent.map(({ purpose, number, at: when }) => [purpose, number, when.slice(0, 10)]),
    ).toEqual([
      ['post-reminder', 1, '2026-04-03'],
      ['post-reminder', 2, '2026-04-07'],
    ]);
    expect(await attention(product)).toEqual(['the post is late, reminders sent: 2']);
  });

  it('and thanks go to whose post was checked', async () => {
    const product = await running([aMember('verified', { nextActionAt: at })]);
    await chaseHourly(product, hours(1), days(5));
    expect(purposes(product)).toEqual(['thanks 1']);
  });
});

describe('one that fails', () => {
  it('does not stop the others of its batch, and stays due', async () => {
    const product = await running([shortlisted(), anotherMember(2, 'shortlisted', { nextActionAt: at })]);
    const items = ['nobody', 'i1', 'i2'].map(influencerId => ({ campaignId: 'c1', influencerId }));
    product.mailer.next.push(new Error('SES hung up'));
    expect(await chaseCollaborations(product)({ items, at: hours(1) })).toEqual({
      sent: 1,
      later: 2,
      escalated: 0,
      gaveUp: 0,
    });
    expect(mailsOf(product)).toEqual(['invitation 1 to creator2@example.com']);
    expect(await findDue(product)({ at: hours(2) })).toMatchObject({ due: 1 });
  });

  it('for want of its campaign does not stop those of another', async () => {
    const product = await running();
    const items = [
      { campaignId: 'erased', influencerId: 'i1' },
      { campaignId: 'c1', influencerId: 'i1' },
    ];
    expect(await chaseCollaborations(product)({ items, at: hours(1) })).toMatchObject({ sent: 1, later: 1 });
  });
});

describe('whenever the process dies', () => {
  it('while inviting, exactly one invitation goes out', async () => {
    const invite = { campaignId: 'c1', influencerId: 'i1', at };
    const deaths = await killedEverywhere(
      running,
      product => inviteInfluencer(product)(invite),
      async product => {
        await sesTellsOfSends(product, at);
        // The workflow repeats the step at once, the chase comes by every hour.
        await inviteInfluencer(product)(invite);
        await chaseHourly(product, hours(1), hours(4));
        expect(purposes(product)).toEqual(['invitation 1']);
        expect(await asha(product)).toMatchObject({ status: 'invited', pending: [] });
        expect((await asha(product)).sent).toEqual([
          { purpose: 'invitation', number: 1, at: product.mailer.sent[0]?.mail.at },
        ]);
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });

  it('while chasing, exactly one follow-up goes out', async () => {
    const now = hours(1, days(3));
    const deaths = await killedEverywhere(
      () => running([aMember('invited', { sent: [{ purpose: 'invitation', number: 1, at }], nextActionAt: days(3) })]),
      product => chaseCollaborations(product)({ items: [{ campaignId: 'c1', influencerId: 'i1' }], at: now }),
      async product => {
        await sesTellsOfSends(product, now);
        await chaseHourly(product, hours(1, now), hours(4, now));
        expect(purposes(product)).toEqual(['follow-up 1']);
        expect((await asha(product)).sent).toHaveLength(2);
        expect(await asha(product)).toMatchObject({ status: 'invited', pending: [] });
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });

  it('after the mail is out and before anybody knows, it is not sent again and counts from when it was sent', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'uncertain', because: 'the connection broke' });
    await chase(product, hours(1));
    await chase(product, hours(1.1));
    expect(mailsOf(product)).toHaveLength(1);
    await sesTellsOfSends(product, hours(1));
    // Seen in the evening, outside the window: it is out, so no window matters.
    await chase(product, '2026-03-02T15:00:00.000Z');
    expect(mailsOf(product)).toHaveLength(1);
    expect(await asha(product)).toMatchObject({ status: 'invited', since: hours(1) });
  });

  it('and SES never heard of it, the mail goes out after a while', async () => {
    const product = await running();
    product.mailer.next.push(new Error('died'));
    await chase(product, hours(1));
    expect(mailsOf(product)).toEqual([]);
    await chase(product, hours(2));
    expect(purposes(product)).toEqual(['invitation 1']);
  });

  it('with effects left over, the next hour finishes them', async () => {
    const left = aMember('declined', {
      nextActionAt: at,
      pending: [
        { kind: 'suppress', because: 'unsubscribe' },
        { kind: 'complete-wait', taskToken: 'left', status: 'declined' },
      ],
    });
    const product = await running([left]);
    await chase(product, hours(1));
    expect(product.waits.completed).toEqual([{ taskToken: 'left', output: { status: 'declined' } }]);
    expect(await product.suppressions.find(left.addressHash)).toBe('unsubscribe');
    expect(await asha(product)).toMatchObject({ pending: [] });
    expect(await findDue(product)({ at: days(1) })).toMatchObject({ due: 0 });
  });
});
