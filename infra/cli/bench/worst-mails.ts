/** Mails that are made to be slow: each is as long as a mail's text may be, or longer. */
export const worstMails: Readonly<Record<string, () => Uint8Array>> = {
  'long quotes': () => plain(`Yes.\n\nOn Monday, Asha wrote:\n${'> and so on and so forth\n'.repeat(20_000)}`),
  'quotes in quotes': () => plain(Array.from({ length: 3000 }, (_, n) => `${'>'.repeat(n % 200)} text\n`).join('')),
  'deep HTML': () => html(`${'<div>'.repeat(20_000)}yes${'</div>'.repeat(20_000)}`),
  'open tags': () => html('<a href="'.repeat(40_000)),
  'half-open comments': () => html('<!--'.repeat(60_000)),
  'a word without end': () => plain('a'.repeat(500_000)),
  'almost addresses': () => plain('a.a@a.a-'.repeat(40_000)),
  'almost amounts': () => plain('1,00,000.00 '.repeat(25_000)),
  'almost dates': () => plain('on 12th of of of december '.repeat(15_000)),
  'almost headers': () => plain('On Mon, 1 Jan 2026 at 10:00 wrote\n'.repeat(10_000)),
  'blank lines': () => plain(`yes${'\n \t'.repeat(150_000)}no`),
  '25 MB attached': () => attached(25_000_000),
};

const head = 'From: Meera <meera@example.com>\r\nTo: r@reply.example\r\nSubject: Re: An idea\r\nMIME-Version: 1.0\r\n';
const mail = (type: string, body: string): Uint8Array => Buffer.from(`${head}Content-Type: ${type}\r\n\r\n${body}`);
const plain = (text: string): Uint8Array => mail('text/plain; charset=utf-8', text);
const html = (markup: string): Uint8Array => mail('text/html; charset=utf-8', `<html><body>${markup}</body></html>`);

function attached(bytes: number): Uint8Array {
  const content = Buffer.alloc(bytes, 'x')
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
  const part = (headers: string, body: string) => `--b\r\n${headers}\r\n\r\n${body}\r\n`;
  const parts = [
    part('Content-Type: text/plain; charset=utf-8', 'Yes, gladly.'),
    part('Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64', content),
  ];
  return mail('multipart/mixed; boundary=b', `${parts.join('')}--b--\r\n`);
}
