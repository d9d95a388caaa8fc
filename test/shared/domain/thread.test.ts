import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownThread,
  matchThread,
  messageReference,
  pageToken,
  plainSubject,
  readMessageReference,
  readPageToken,
  readReplyAddress,
  replyAddress,
  threadClues,
  threadId,
} from '#shared/domain/thread.ts';

const sign = (text: string) => createHmac('sha256', 'key').update(text).digest();
const otherSign = (text: string) => createHmac('sha256', 'other key').update(text).digest();

const id = threadId('campaign-1', 'asha', sign);
const otherId = threadId('campaign-2', 'asha', sign);
const ours = replyAddress(id, 'reply.brand.example', sign);
const sesId = '0102018f3a7c1d2e-11111111-2222-3333-4444-555555555555-000000';

const known: KnownThread = {
  threadId: id,
  address: 'asha@example.com',
  subjects: ['A collaboration'],
  sesMessageIds: [sesId],
};

const mail = {
  from: { address: 'asha@example.com' },
  subject: 'Re: A collaboration',
  inReplyTo: [] as string[],
  references: [] as string[],
};

const match = (change: Partial<typeof mail>, recipients: string[] = [], threads: KnownThread[] = [known]) =>
  matchThread(threadClues({ ...mail, ...change }, recipients, sign), threads);

describe('a reply address', () => {
  it('names its thread, in any case and with spaces around it', () => {
    expect(readReplyAddress(` ${ours.toUpperCase()} `, sign)).toBe(id);
  });

  it('fits into the 64 characters of a local part for any campaign and influencer', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (campaign, influencer) => {
        const address = replyAddress(threadId(campaign, influencer, sign), 'r.example', sign);
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(readReplyAddress(address, sign)).toBe(threadId(campaign, influencer, sign));
      }),
    );
  });

  it('is refused when one character of it is changed, or when another key signed it', () => {
    const [local = '', host = ''] = ours.split('@');
    for (let at = 2; at < local.length; at++) {
      const changed = `${local.slice(0, at)}${local[at] === '0' ? '1' : '0'}${local.slice(at + 1)}@${host}`;
      expect(readReplyAddress(changed, sign)).toBeUndefined();
    }
    expect(readReplyAddress(ours, otherSign)).toBeUndefined();
  });

  it.each(['', '@', 'r+@x', 'asha@example.com', `x${ours}`])('is not read from %j', address => {
    expect(readReplyAddress(address, sign)).toBeUndefined();
  });
});

describe('a page token', () => {
  it('opens the page it was made for and no other', () => {
    const token = pageToken(id, 'answer', sign);
    expect(readPageToken(token, 'answer', sign)).toBe(id);
    expect(readPageToken(token, 'unsubscribe', sign)).toBeUndefined();
    expect(readPageToken(token, 'answer', otherSign)).toBeUndefined();
  });

  it('cannot be made from a reply address', () => {
    expect(readPageToken(ours.slice(2).split('@')[0] ?? '', 'answer', sign)).toBeUndefined();
  });
});

describe('our own message id', () => {
  const name = { threadId: id, purpose: 'follow-up', number: 2 } as const;

  it('is read back from what mail clients copy', () => {
    expect(readMessageReference(messageReference(name, 'brand.example'))).toEqual(name);
    expect(readMessageReference(messageReference(name, 'brand.example').toUpperCase())).toEqual(name);
  });

  it.each(['<x@y>', '<a.b.c@d>', `<${id}.unheard-of.1@d>`, ''])('is not read from %j', reference => {
    expect(readMessageReference(reference)).toBeUndefined();
  });
});

describe('the thread of a mail', () => {
  it('is the one that the signed recipient names, even from another sender, who needs a person', () => {
    expect(match({ from: { address: 'manager@agency.example' } }, [ours])).toEqual({
      kind: 'matched',
      threadId: id,
      by: 'reply-address',
      senderDiffers: true,
      needsPerson: true,
    });
  });

  it('is the signed one, whatever the references say', () => {
    const other = { ...known, threadId: otherId };
    const references = [messageReference({ threadId: otherId, purpose: 'invitation', number: 1 }, 'b.example')];
    expect(match({ references }, [ours], [other, known])).toMatchObject({ threadId: id, by: 'reply-address' });
  });

  it('is found by our own id in References', () => {
    const references = [
      '<x@y.example>',
      messageReference({ threadId: id, purpose: 'invitation', number: 1 }, 'b.example'),
    ];
    expect(match({ references })).toMatchObject({ threadId: id, by: 'reference', needsPerson: false });
  });

  it('is found by the id that SES gave, whose domain SES adds', () => {
    expect(match({ inReplyTo: [`<${sesId}@eu-west-1.amazonses.com>`] })).toMatchObject({
      threadId: id,
      by: 'reference',
    });
  });

  it('is found by sender and subject, where dots, case and labels of the address do not count', () => {
    const gmail = { ...known, address: 'asha.rao@gmail.com' };
    const from = { address: 'AshaRao+collabs@googlemail.com' };
    expect(match({ from }, [], [gmail])).toMatchObject({ by: 'sender-and-subject', senderDiffers: false });
  });

  it('needs a person when only the sender points to it', () => {
    expect(match({ subject: 'Hello again' })).toMatchObject({ by: 'sender', needsPerson: true });
  });

  it('is ambiguous when a sender has two and the subject tells neither', () => {
    const threads = [known, { ...known, threadId: otherId }];
    expect(match({ subject: 'Hi' }, [], threads)).toEqual({ kind: 'ambiguous', threadIds: [id, otherId] });
  });

  it('is unknown for a stranger, and for a mail without sender', () => {
    expect(match({ from: { address: 'stranger@example.com' } })).toEqual({ kind: 'unknown' });
    const { from: _, ...anonymous } = mail;
    expect(matchThread(threadClues(anonymous, [], sign), [known])).toEqual({ kind: 'unknown' });
  });
});

it.each([
  ['Re: A collaboration', 'a collaboration'],
  ['RE: AW: Fwd: Re[2]: A  collaboration', 'a collaboration'],
  ['回复：A collaboration', 'a collaboration'],
  ['SV: A collaboration', 'a collaboration'],
  ['Reel for Diwali', 'reel for diwali'],
])('the subject %j without marks is %j', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain);
});
