import { describe, expect, test } from 'vitest';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { readPageToken, readReplyAddress } from '#shared/domain/thread.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import { sendMessage, type ThreadMail } from '#shared/operations/send-message.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, sign, withCampaign } from '#test/support/product/product.ts';

/** A Monday, 11:30 in India: inside the window of the builders' campaign. */
const member = aMember('shortlisted');
const night = '2026-03-02T20:00:00.000Z';
const startOfTomorrow = '2026-03-02T18:30:00.000Z';

const invitation: ThreadMail = {
  purpose: 'invitation',
  number: 1,
  write: async () => ({ subject: 'An idea', html: '<p>Hello</p>', text: 'Hello' }),
  isAnswer: false,
};
const answer: ThreadMail = { ...invitation, purpose: 'answer', isAnswer: true, inReplyTo: '<9@mail.example>' };

const running = async (campaign: Campaign = aCampaign()) => {
  const product = await freshProduct();
  await withCampaign(product, campaign, [member]);
  return product;
};
const send = (product: Product, mail: ThreadMail, when = at, campaign = aCampaign(), to = member) =>
  sendMessage(product)(campaign, to, mail, when);

const nextHour = (when: string) => plusMinutes(`${when.slice(0, 13)}:00:00.000Z`, 60);

const capped = (caps: Partial<CampaignSpecInput['outreach']>) =>
  aCampaign({ spec: aSpec({ outreach: { ...specInput().outreach, ...caps } }) });

/** What SES counted: `bounced` of `sent` on the day of the builders. */
async function reputation({ sending }: Product, sent: number, bounced: number): Promise<void> {
  const events = [
    ...Array.from({ length: sent }, () => 'sent' as const),
    ...Array.from({ length: bounced }, () => 'bounced' as const),
  ];
  await Promise.all(events.map(kind => sending.countEvent('2026-03-01', kind)));
}

describe('sendMessage', () => {
  test('writes to the influencer alone, from the sender, answerable and with a way out', async () => {
    const product = await running();
    await send(product, { ...answer, number: 2 });
    const mail = product.mailer.sent[0]?.mail;
    expect(mail).toMatchObject({
      from: { name: 'Asha Kulkarni, Meadow Botanics', address: 'asha@meadow.example' },
      to: { address: 'asha@example.com', name: 'Asha Rao' },
      reference: `<${member.threadId}.answer.2@meadow.example>`,
      inReplyTo: '<9@mail.example>',
      unsubscribe: { mailto: mail?.replyTo },
    });
    expect(readReplyAddress(mail?.replyTo ?? '', sign)).toBe(member.threadId);
    const [, token = ''] = /\/u\/(.*)$/.exec(mail?.unsubscribe?.url ?? '') ?? [];
    expect(readPageToken(token, 'u', sign)).toBe(member.threadId);
    expect(product.mailer.sent[0]?.tags).toEqual({ thread: member.threadId, purpose: 'answer', number: '2' });
  });

  test('names what was sent before, so that mail programs show one thread', async () => {
    const product = await running();
    const invited = { ...member, sent: [{ purpose: 'invitation', number: 1, at }] as const };
    await send(product, { ...invitation, purpose: 'follow-up' }, days(3), aCampaign(), invited);
    expect(product.mailer.sent[0]?.mail.references).toEqual([`<${member.threadId}.invitation.1@meadow.example>`]);
  });

  test('never writes to a suppressed address, not even an answer', async () => {
    const product = await running();
    await product.suppressions.add(member.addressHash, 'unsubscribe', at);
    const never = { kind: 'never', why: 'suppressed', because: 'the address is suppressed (unsubscribe)' };
    expect(await send(product, invitation)).toEqual(never);
    expect(await send(product, answer)).toEqual(never);
    expect(product.mailer.sent).toEqual([]);
  });

  test('writes nothing while the campaign is paused', async () => {
    const product = await running();
    const paused = aCampaign({ paused: true });
    expect(await send(product, answer, at, paused)).toMatchObject({ kind: 'later', until: plusMinutes(at, 60) });
    expect(product.mailer.sent).toEqual([]);
  });

  test('keeps to their working hours, but answers at once', async () => {
    const product = await running();
    expect(await send(product, invitation, night)).toEqual({
      kind: 'later',
      until: '2026-03-03T03:30:00.000Z',
      because: 'outside their working hours',
    });
    expect(await send(product, answer, night)).toMatchObject({ kind: 'sent' });
  });

  test('spreads first contacts over the day: each hour its share, the next ones in their turn', async () => {
    const campaign = capped({ dailyNewContacts: 16 });
    const product = await running(campaign);
    const results: unknown[] = [];
    for (const n of [1, 2, 3, 4, 5])
      results.push(await send(product, invitation, at, campaign, anotherMember(n, 'shortlisted')));
    const later = (until: string) => ({
      kind: 'later',
      until,
      because: "no more new contacts this hour: its share of today's 16 is 2",
    });
    const [soon, soonAfter] = [nextHour(at), nextHour(nextHour(at))];
    expect(results).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }, later(soon), later(soon), later(soonAfter)]);
    const followUp: ThreadMail = { ...invitation, purpose: 'follow-up' };
    expect(await send(product, followUp, at, campaign)).toMatchObject({ kind: 'sent' });
    expect(await send(product, invitation, soon, campaign, anotherMember(3, 'shortlisted'))).toMatchObject({
      kind: 'sent',
    });
  });

  test('writes first to so many a day as the campaign says, tomorrow to the next', async () => {
    const campaign = capped({ dailyNewContacts: 1 });
    const product = await running(campaign);
    const [first, second] = [1, 2].map(n => anotherMember(n, 'shortlisted'));
    expect(await send(product, invitation, at, campaign, first)).toMatchObject({ kind: 'sent' });
    const refused = await send(product, invitation, at, campaign, second);
    expect(refused).toMatchObject({ kind: 'later', because: 'no more new contacts today: the cap is 1' });
    expect(refused.kind === 'later' && refused.until > startOfTomorrow && refused.until < days(1.5)).toBe(true);
    expect(await send(product, invitation, days(1), campaign, second)).toMatchObject({ kind: 'sent' });
  });

  test('a sender that nobody knows starts low, and grows with each day on which it sends', async () => {
    const campaign = capped({ warmUp: { startsAt: 8, growsBy: 2 } });
    const product = await running(campaign);
    const sentAt = async (when: string, from: number) => {
      const members = [0, 1, 2, 3, 4].map(n => anotherMember(from + n, 'shortlisted'));
      const results = [];
      for (const to of members) results.push(await send(product, invitation, when, campaign, to));
      return results.filter(({ kind }) => kind === 'sent').length;
    };
    expect([await sentAt(at, 1), await sentAt(days(1), 10), await sentAt(days(2), 20)]).toEqual([1, 2, 4]);
  });

  test('the cap of a sender counts every mail but answers, over all campaigns', async () => {
    const campaign = capped({ dailyMails: 2 });
    const product = await running(campaign);
    const followUp = (number: number): ThreadMail => ({ ...invitation, purpose: 'follow-up', number });
    await send(product, followUp(1), at, campaign);
    await send(product, followUp(2), at, { ...campaign, campaignId: 'c2' });
    expect(await send(product, followUp(3), at, campaign)).toMatchObject({ kind: 'later' });
    expect(await send(product, answer, at, campaign)).toMatchObject({ kind: 'sent' });
  });

  test('fifty at once never go over the cap', async () => {
    const campaign = capped({ dailyNewContacts: 7 });
    const product = await running(campaign);
    const members = Array.from({ length: 50 }, (_, n) => anotherMember(n, 'shortlisted'));
    await Promise.all(members.map(to => send(product, invitation, at, campaign, to)));
    expect(product.mailer.sent).toHaveLength(1);
    // One an hour, until the window closes at 17:00 in India.
    for (let when = at; when < days(0.9); when = nextHour(when))
      await Promise.all(members.map(to => send(product, invitation, when, campaign, to)));
    expect(product.mailer.sent).toHaveLength(6);
  });

  test('what went out already takes no second place and is told as sent', async () => {
    const campaign = capped({ dailyNewContacts: 1 });
    const product = await running(campaign);
    await send(product, invitation, at, campaign);
    expect(await send(product, invitation, days(0.1), campaign)).toEqual({ kind: 'sent', subject: 'An idea', at });
    expect(product.mailer.sent).toHaveLength(1);
  });

  test('slows first contacts when bounces near SES’s limit, and stops them before it; answers and reminders go on', async () => {
    const slow = await running();
    await reputation(slow, 1000, 35);
    const campaign = capped({ dailyNewContacts: 80, warmUp: { startsAt: 1000 } });
    const members = Array.from({ length: 20 }, (_, n) => anotherMember(n, 'shortlisted'));
    for (const to of members) await send(slow, invitation, at, campaign, to);
    expect(slow.mailer.sent).toHaveLength(5);

    const stopped = await running();
    await reputation(stopped, 1000, 41);
    expect(await send(stopped, invitation)).toMatchObject({
      kind: 'later',
      until: startOfTomorrow,
      because: '4.10 % hard bounces of 1,000 mails, SES reviews at 5.0 %',
    });
    expect(await send(stopped, { ...invitation, purpose: 'follow-up' })).toMatchObject({ kind: 'sent' });
  });
});
