import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from '#shared/adapters/mail/parse.ts';

const mail = (headers: readonly string[], body = 'Yes, I am in.') =>
  Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}\r\n`);
const html = (body: string) =>
  mail(['From: asha@example.com', 'Subject: Re: hi', 'Content-Type: text/html; charset=utf-8'], body);

describe('an inbound mail', () => {
  it('is read into who, to whom, what and when', async () => {
    const read = await parseMail(
      mail([
        'From: =?utf-8?Q?Asha_R=C3=A3o?= <Asha@Example.com>',
        'To: r+a.b@reply.example',
        'Cc: Manager <manager@agency.example>',
        'Subject: =?utf-8?B?UmU6IOKCuQ==?=',
        'Date: Mon, 12 Jan 2026 15:30:00 +0530',
        'Message-ID: <m1@example.com>',
        'In-Reply-To: <a@b.example>',
        'References: <x@y.example>\r\n <a@b.example>',
      ]),
    );
    expect(read).toEqual({
      messageId: '<m1@example.com>',
      from: { address: 'asha@example.com', name: 'Asha Rão' },
      to: ['r+a.b@reply.example', 'manager@agency.example'],
      subject: 'Re: ₹',
      sentAt: '2026-01-12T10:00:00.000Z',
      inReplyTo: ['<a@b.example>'],
      references: ['<x@y.example>', '<a@b.example>'],
      text: 'Yes, I am in.\n',
      newText: 'Yes, I am in.',
      kind: { kind: 'human' },
      attachments: [],
    });
  });

  it('is read from a mailbox file, with a line above its headers', async () => {
    expect(
      await parseMail(Buffer.from('From asha Mon Jan 12 10:00:00 2026\nFrom: asha@example.com\nSubject: Hi\n\nYes')),
    ).toMatchObject({
      subject: 'Hi',
      text: 'Yes\n',
    });
  });

  it('is read with the line ends of any system', async () => {
    const text = 'From: asha@example.com\nSubject: Hi\n\nYes\nplease';
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      expect((await parseMail(Buffer.from(text.replaceAll('\n', lineEnd)))).newText).toBe('Yes\nplease');
    }
  });

  it('is empty when it has nothing but a quote', async () => {
    const body = 'On Mon, 12 Jan 2026 at 10:00, Lumo <team@brand.example> wrote:\r\n> Hello Asha';
    expect((await parseMail(mail(['From: asha@example.com', 'Subject: Re: hi'], body))).kind).toEqual({
      kind: 'empty',
    });
  });
});

describe('a mail in HTML', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">Yes, for <b>12k</b></div><div class="gmail_quote"><div class="gmail_attr">On Mon, Jan 12, 2026 at 10:30 AM Lumo &lt;<a href="mailto:t@b.example">t@b.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">We offer 8k</blockquote></div>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">Yes, for 12k</p><div style="border-top:solid"><p><b>From:</b> Lumo &lt;t@b.example&gt;<br><b>Sent:</b> Monday, January 12, 2026 10:30 AM<br><b>To:</b> asha<br><b>Subject:</b> hi</p></div><p>We offer 8k</p>',
    ],
    [
      'Outlook on the web',
      '<div>Yes, for 12k</div><hr><div id="divRplyFwdMsg"><b>From:</b> Lumo &lt;t@b.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> asha<br><b>Subject:</b> hi</div><div>We offer 8k</div>',
    ],
    [
      'Apple Mail',
      'Yes, for 12k<br><br><div>Sent from my iPhone</div><blockquote type="cite">On 12 Jan 2026, at 10:30, Lumo &lt;t@b.example&gt; wrote:<br></blockquote><blockquote type="cite">We offer 8k</blockquote>',
    ],
  ])('is read without the quote of %s', async (_, body) => {
    expect((await parseMail(html(body))).newText).toBe('Yes, for 12k');
  });

  it('keeps the address behind a link', async () => {
    const { text } = await parseMail(html('It is <a href="https://www.instagram.com/p/abc/">here</a>'));
    expect(text).toContain('https://www.instagram.com/p/abc/');
  });

  it('is taken where the text part is empty', async () => {
    const body =
      '--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Yes</p>\r\n--b--';
    const read = await parseMail(mail(['From: a@b.example', 'Content-Type: multipart/alternative; boundary=b'], body));
    expect(read.newText).toBe('Yes');
  });
});

describe('a hostile mail', () => {
  it.each([
    ['100,000 nested elements', html('<div>'.repeat(100_000))],
    ['20,000 nested tables', html('<table><tr><td>'.repeat(20_000))],
    ['nested quotes', html('<blockquote>'.repeat(3_000))],
    ['half a million parts', mail(['Content-Type: multipart/mixed; boundary=a'], '--a\r\n\r\nx\r\n'.repeat(500_000))],
    [
      'parts in parts',
      mail(
        [],
        Array.from({ length: 300 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
          '',
        ),
      ),
    ],
    ['a header of ten million characters', mail([`Subject: ${'x'.repeat(10_000_000)}`])],
    ['a million headers', mail(Array.from({ length: 1_000_000 }, () => 'A: b'))],
    ['26 megabytes', Buffer.alloc(26 * 1024 * 1024, 'a')],
    ['nothing', new Uint8Array(0)],
    ['an unknown charset', mail(['Content-Type: text/plain; charset=no-such-thing'], 'h\u00e9llo')],
    ['broken base64', mail(['Content-Transfer-Encoding: base64'], '!!!!')],
    ['no sender worth the name', mail(['From: <>', 'Date: yesterday', 'References: <<<>>>'])],
  ])('of %s is read and never throws', async (_, bytes) => {
    const read = await parseMail(bytes);
    expect(read.text.length).toBeLessThanOrEqual(200_001);
  });

  it('of any bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async bytes => void (await parseMail(bytes))),
    );
  });
});
