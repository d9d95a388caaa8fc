import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '#infra/cli/corpora/read-rows.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { parseMail } from '#shared/adapters/mail/parse.ts';
import type { OutboundMail } from '#shared/ports/mail.ts';

const letter: OutboundMail = {
  from: { address: 'team@brand.example', name: 'Lumo Naturals' },
  to: { address: 'asha@example.com', name: 'Asha Rao' },
  replyTo: 'r+abc.def@reply.brand.example',
  subject: 'A collaboration',
  text: 'Hello Asha',
  html: '<p>Hello Asha</p>',
  at: '2026-01-12T10:00:00.000Z',
  reference: '<thread.invitation.1@brand.example>',
};

const textOf = async (mail: OutboundMail): Promise<string> => Buffer.from(await composeMail(mail)).toString('utf8');

/** Name and value of every header of the mail itself, unfolded. */
async function headersOf(mail: OutboundMail): Promise<Map<string, string>> {
  const [head = ''] = (await textOf(mail)).split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

describe('an outbound mail', () => {
  it('carries the signed Reply-To, our id as Message-ID and last in References, and its time', async () => {
    const headers = await headersOf({
      ...letter,
      references: ['<older@brand.example>'],
      inReplyTo: '<answer@mail.example>',
    });
    expect(headers.get('reply-to')).toBe('r+abc.def@reply.brand.example');
    expect(headers.get('message-id')).toBe('<thread.invitation.1@brand.example>');
    expect(headers.get('references')).toBe('<older@brand.example> <thread.invitation.1@brand.example>');
    expect(headers.get('in-reply-to')).toBe('<answer@mail.example>');
    expect(headers.get('date')).toBe('Mon, 12 Jan 2026 10:00:00 +0000');
  });

  it('offers one-click unsubscription (RFC 8058), unfolded however long the address', async () => {
    const url = `https://u.example/u/${'x'.repeat(300)}`;
    const headers = await headersOf({ ...letter, unsubscribe: { url, mailto: 'stop@brand.example' } });
    expect(headers.get('list-unsubscribe')).toBe(`<${url}>, <mailto:stop@brand.example>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('refuses an unsubscribe address that is not https', async () => {
    await expect(composeMail({ ...letter, unsubscribe: { url: 'http://u.example' } })).rejects.toThrow('unsubscribe');
  });

  it('has the same bytes whenever it is made', async () => {
    expect(await composeMail(letter)).toEqual(await composeMail(letter));
  });

  it('has CRLF line ends and no line over 998 characters, however long the text', async () => {
    const text = await textOf({ ...letter, text: 'ü'.repeat(5_000), html: `<p>${'x'.repeat(5_000)}</p>` });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998);
  });

  it('comes back as it was written', async () => {
    const read = await parseMail(
      await composeMail({ ...letter, subject: 'Ein schönes Angebot – नमस्ते 🎉', text: 'Grüße\n\nनमस्ते' }),
    );
    expect(read).toMatchObject({
      subject: 'Ein schönes Angebot – नमस्ते 🎉',
      from: { address: 'team@brand.example', name: 'Lumo Naturals' },
      newText: 'Grüße\n\nनमस्ते',
      sentAt: '2026-01-12T10:00:00.000Z',
    });
  });

  it('shows inline images, attaches files and invites to calls', async () => {
    const image = { cid: 'chart', name: 'chart.png', type: 'image/png', content: new Uint8Array([1, 2, 3]) };
    const file = { name: 'report.csv', type: 'text/csv', content: 'a,b\n' };
    const calendar = {
      method: 'REQUEST' as const,
      name: 'call.ics',
      content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    };
    const mail = { ...letter, html: '<img src="cid:chart">', inline: [image], attachments: [file], calendar };
    expect(await textOf(mail)).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
    expect((await parseMail(await composeMail(mail))).attachments.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'chart.png image/png',
      ' text/calendar',
      'report.csv text/csv',
      'call.ics application/ics',
    ]);
  });
});

describe('nothing that a stranger wrote becomes a header', () => {
  const payloads = [
    'x\r\nBcc: victim@example.com',
    'x\nBcc: victim@example.com',
    'x\rBcc: victim@example.com',
    'x\u2028Bcc: a@b.c',
    'x\u0000y',
  ];

  it.each(payloads)('%j in subject and names is text', async payload => {
    const before = [...(await headersOf(letter)).keys()];
    const after = await headersOf({
      ...letter,
      subject: payload,
      to: { address: 'asha@example.com', name: payload },
      from: { ...letter.from, name: payload },
    });
    expect([...after.keys()]).toEqual(before);
  });

  it.each(payloads)('%j is refused in addresses, ids and the unsubscribe address', async payload => {
    await expect(composeMail({ ...letter, to: { address: payload } })).rejects.toThrow('cannot stand in a mail header');
    await expect(composeMail({ ...letter, replyTo: `${payload}@x.example` })).rejects.toThrow(
      'cannot stand in a mail header',
    );
    await expect(composeMail({ ...letter, reference: `<${payload}@x>` })).rejects.toThrow(
      'cannot stand in a mail header',
    );
    await expect(composeMail({ ...letter, references: [`<${payload}@x>`] })).rejects.toThrow(
      'cannot stand in a mail header',
    );
    await expect(composeMail({ ...letter, unsubscribe: { url: `https://x/${payload}` } })).rejects.toThrow(
      'cannot stand in a mail header',
    );
  });

  it('holds for any text', async () => {
    const before = [...(await headersOf(letter)).keys()];
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async text => {
        const mail = { ...letter, subject: text, to: { address: 'asha@example.com', name: text } };
        expect([...(await headersOf(mail)).keys()].filter(name => name !== 'subject')).toEqual(
          before.filter(name => name !== 'subject'),
        );
      }),
      { numRuns: 60 },
    );
  });

  const corpus = new URL('../../../../../shared/corpora/injection.jsonl.gz', import.meta.url);
  it.skipIf(!existsSync(corpus))(
    'holds for the public header payloads, also percent-decoded once and twice',
    async () => {
      const rows = readRows(fileURLToPath(corpus)) as { input: { payload: string; kind: string } }[];
      const given = rows.filter(({ input }) => input.kind === 'header').map(({ input }) => input.payload);
      const decoded = (text: string) =>
        text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      const before = [...(await headersOf(letter)).keys()];
      expect(given).toHaveLength(17);
      for (const payload of given.flatMap(text => [text, decoded(text), decoded(decoded(text))])) {
        expect([
          ...(
            await headersOf({ ...letter, subject: payload, to: { address: 'asha@example.com', name: payload } })
          ).keys(),
        ]).toEqual(before);
      }
    },
  );
});
