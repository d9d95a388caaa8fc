import { describe, expect, test } from 'vitest';
import { findThread } from '#functions/receive-mail/find-thread.ts';
import { parseMail } from '#shared/adapters/mail/parse.ts';
import { messageReference, replyAddress } from '#shared/domain/thread.ts';
import { at } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';

/** What SES makes of our Message-ID; our own id stays in References. */
const sesId = '0102018f3a7b4c5d-6e7f8091-a2b3-4c5d-8e9f-001122334455-000000';
const sesMessageId = `<${sesId}@eu-west-1.amazonses.com>`;
const asked = 'An idea for you, Asha';

interface Original {
  readonly ours: string;
  readonly replyTo: string;
}
type Headers = (original: Original) => readonly string[];

/** The headers with which mail programs answer, as they write them: order, case, folding and what they leave out. */
const programs: Readonly<Record<string, Headers>> = {
  'Gmail on the web': ({ ours, replyTo }) => [
    `References: ${ours} ${sesMessageId}`,
    `In-Reply-To: ${sesMessageId}`,
    'From: Asha Rao <asha@example.com>',
    'Message-ID: <CAF1x_aB+c=d@mail.gmail.com>',
    `Subject: Re: ${asked}`,
    `To: "Asha Kulkarni, Meadow" <${replyTo}>`,
  ],
  'Gmail for Android': ({ ours, replyTo }) => [
    'From: asha@example.com',
    'Message-ID: <CAJ2@mail.gmail.com>',
    `Subject: Re: ${asked}`,
    `In-Reply-To: ${sesMessageId}`,
    `References: ${ours}\r\n\t${sesMessageId}`,
    `To: ${replyTo}`,
  ],
  'Outlook on the desktop, by Exchange': ({ ours, replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `To: "${replyTo}" <${replyTo}>`,
    `Subject: RE: ${asked}`,
    `Thread-Topic: ${asked}`,
    'Thread-Index: AQHaX0123456789abcdefg==',
    'Message-ID: <AM0PR01MB0001.eurprd01.prod.exchangelabs.com>',
    `References: ${ours},\r\n ${sesMessageId}`,
    `In-Reply-To: ${sesMessageId}`,
    'X-MS-Has-Attach:',
  ],
  'Outlook for iOS': ({ ours, replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `To: ${replyTo}`,
    `Subject: Re: ${asked}`,
    'Message-ID: <DB7PR04MB1@outlook.com>',
    `In-Reply-To: ${sesMessageId}`,
    `References: ${ours} ${sesMessageId}`,
  ],
  'Outlook in German, without References': ({ replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `To: ${replyTo}`,
    `Subject: AW: ${asked}`,
    `In-Reply-To: ${sesMessageId}`,
    'Message-ID: <000501da$1@example.com>',
  ],
  'Apple Mail': ({ ours, replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    'Mime-Version: 1.0 (Mac OS X Mail 16.0)',
    `Subject: Re: ${asked}`,
    `In-Reply-To: ${sesMessageId}`,
    `Date: Tue, 3 Mar 2026 11:30:00 +0530`,
    `References: ${ours}\r\n ${sesMessageId}`,
    `To: "Asha Kulkarni, Meadow" <${replyTo}>`,
    'Message-Id: <8C7D@example.com>',
  ],
  'Mail on an iPhone, only In-Reply-To': ({ replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `Subject: Re: ${asked}`,
    `in-reply-to: ${sesMessageId}`,
    `To: ${replyTo}`,
    'X-Mailer: iPhone Mail (22B91)',
  ],
  'Yahoo Mail': ({ ours, replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `To: ${replyTo}`,
    'Message-ID: <1234567.89@mail.yahoo.com>',
    `In-Reply-To: ${sesMessageId}`,
    `References: ${ours} ${sesMessageId} <1234567.89.ref@mail.yahoo.com>`,
    `Subject: Re: ${asked}`,
  ],
  'Zoho Mail': ({ ours, replyTo }) => [
    'From: Asha Rao <asha@example.com>',
    `To: "r" <${replyTo.toUpperCase()}>`,
    'Message-ID: <18e0.zoho@example.com>',
    `In-Reply-To: "${sesMessageId}"`,
    `References: "${ours}" "${sesMessageId}"`,
    `Subject: Re: ${asked}`,
    'Importance: Medium',
  ],
  'a telephone that copies no ids': ({ replyTo }) => [
    'From: asha@example.com',
    `To: ${replyTo}`,
    `Subject: RE: ${asked}`,
    'X-Mailer: Samsung Email',
  ],
  'an answer whose subject was changed': ({ ours, replyTo }) => [
    'From: asha@example.com',
    `To: ${replyTo}`,
    'Subject: my rates',
    `References: ${ours} ${sesMessageId}`,
    `In-Reply-To: ${sesMessageId}`,
  ],
  'a new mail to the address that they had saved': ({ replyTo }) => [
    'From: asha@example.com',
    `To: ${replyTo}`,
    'Subject: hello again',
  ],
};

const sender = 'asha@meadow.example';

async function threadOf(headers: Headers, answeredTo: 'signed address' | 'sender') {
  const product = await freshProduct();
  const member = aMember('invited', { sent: [{ purpose: 'invitation', number: 1, at }] });
  await withCampaign(product, aCampaign(), [member, anotherMember(2)]);
  const original: Original = {
    ours: messageReference({ threadId: member.threadId, purpose: 'invitation', number: 1 }, 'meadow.example'),
    replyTo: answeredTo === 'sender' ? sender : replyAddress(member.threadId, product.replyDomain, product.sign),
  };
  const message = { direction: 'out', purpose: 'invitation', number: 1, state: 'claimed', claimedAt: at } as const;
  const claim = { ...message, subject: asked, text: 'Hello' };
  await product.messages.claim(member, claim);
  await product.messages.markSent(member, claim, sesId, at);
  const raw = [...headers(original), 'Content-Type: text/plain; charset=utf-8', '', 'Sounds good.', ''].join('\r\n');
  const found = await findThread(product, await parseMail(Buffer.from(raw)), [original.replyTo.toLowerCase()]);
  return { found, threadId: member.threadId };
}

describe('an answer to our signed address', () => {
  test.each(Object.entries(programs))('from %s reaches its thread', async (_, headers) => {
    const { found, threadId } = await threadOf(headers, 'signed address');
    expect(found).toMatchObject({
      kind: 'found',
      thread: { threadId },
      match: { by: 'reply-address', needsPerson: false },
    });
  });
});

/** Without the signed address: what each still gives, and where a person has to say. */
describe('an answer to the sender instead', () => {
  const byReference = { kind: 'found', match: { by: 'reference', needsPerson: false } };
  const remains: Readonly<Record<string, object>> = {
    ...Object.fromEntries(Object.keys(programs).map(name => [name, byReference])),
    'a telephone that copies no ids': { kind: 'found', match: { by: 'sender-and-subject', needsPerson: false } },
    'a new mail to the address that they had saved': { kind: 'found', match: { by: 'sender', needsPerson: true } },
  };
  test.each(Object.entries(programs))('from %s', async (name, headers) => {
    const { found, threadId } = await threadOf(headers, 'sender');
    expect(found).toMatchObject({ ...remains[name], thread: { threadId } });
  });
});
