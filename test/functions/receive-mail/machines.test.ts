import { describe, expect, it } from 'vitest';
import { callUid } from '#shared/operations/call-mail.ts';
import { days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { answerOf } from '#test/support/product/mails.ts';
import type { Product } from '#test/support/product/product.ts';
import { asha, attention, invited, product, receive, theyWrite, tuesday } from './inbox.ts';

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
