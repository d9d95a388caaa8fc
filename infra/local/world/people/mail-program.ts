import { DateTime } from 'luxon';
import { createTransport } from 'nodemailer';
import { escaped } from '../html.ts';
import type { Person } from '../person.ts';
import type { Random } from '../random.ts';
import type { Letter } from './letter.ts';

export interface Reply {
  readonly text: string;
  readonly atMs: number;
  readonly automatic?: 'marked' | 'unmarked';
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** A reply as this person's mail program writes it: quoting, headers and ids like Gmail's, Outlook's or Apple's. */
export async function composeReply(person: Person, letter: Letter, reply: Reply, random: Random): Promise<Buffer> {
  const style = programs[person.persona.mailClient];
  const quoted = reply.automatic ? { text: '', html: '' } : style.quote(letter, person);
  const { message } = await composer.sendMail({
    from: { name: person.name, address: person.email ?? '' },
    to: letter.replyTo,
    subject: reply.automatic
      ? `Automatic reply: ${letter.subject}`
      : /^re:/i.test(letter.subject)
        ? letter.subject
        : `Re: ${letter.subject}`,
    date: new Date(reply.atMs),
    messageId: `<${style.messageId(random)}>`,
    inReplyTo: letter.messageId,
    references: [...letter.references, letter.messageId].join(' '),
    text: `${reply.text}${style.signature}${quoted.text}`,
    html: `<div dir="ltr">${escaped(reply.text + style.signature).replaceAll('\n', '<br>')}</div>${quoted.html}`,
    headers: {
      ...style.headers,
      ...(reply.automatic === 'marked' && { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes' }),
    },
  });
  return message as Buffer;
}

interface Program {
  readonly headers: Readonly<Record<string, string>>;
  readonly signature: string;
  messageId(random: Random): string;
  quote(letter: Letter, person: Person): { text: string; html: string };
}

const hex = (length: number, random: Random): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
const citation = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
const sent = (letter: Letter, person: Person, format: string): string =>
  DateTime.fromISO(letter.sentAt, { zone: person.timeZone }).setLocale('en').toFormat(format);

function gmailQuote(letter: Letter, person: Person) {
  const line = `On ${sent(letter, person, "ccc, LLL d, yyyy 'at' h:mm a")} ${letter.from.name} <${letter.replyTo}> wrote:`;
  return {
    text: `\n\n${line}\n\n${citation(letter.text)}\n`,
    html: `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${escaped(line)}<br></div><blockquote class="gmail_quote">${letter.html}</blockquote></div>`,
  };
}

function outlookQuote(letter: Letter, person: Person) {
  const head = [
    `From: ${letter.from.name} <${letter.from.address}>`,
    `Sent: ${sent(letter, person, 'cccc, d LLLL yyyy HH:mm')}`,
    `To: ${person.name} <${person.email}>`,
    `Subject: ${letter.subject}`,
  ];
  return {
    text: `\n\n________________________________\n${head.join('\n')}\n\n${letter.text}\n`,
    html: `<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg">${head.map(escaped).join('<br>')}</div>${letter.html}`,
  };
}

function appleQuote(letter: Letter, person: Person) {
  const line = `On ${sent(letter, person, "d LLL yyyy, 'at' HH:mm")}, ${letter.from.name} <${letter.from.address}> wrote:`;
  return {
    text: `\n\n${citation(`${line}\n\n${letter.text}`)}\n`,
    html: `<br><blockquote type="cite">${escaped(line)}<br><br></blockquote><blockquote type="cite">${letter.html}</blockquote>`,
  };
}

const programs: Readonly<Record<Person['persona']['mailClient'], Program>> = {
  gmail: {
    headers: {},
    signature: '',
    messageId: random => `CA${hex(30, random)}@mail.gmail.com`,
    quote: gmailQuote,
  },
  outlook: {
    headers: {
      'Thread-Topic': 'Collaboration',
      'X-Mailer': 'Microsoft Outlook 16.0',
      'Accept-Language': 'en-IN, en-US',
    },
    signature: '',
    messageId: random => `${hex(16, random).toUpperCase()}@${hex(14, random).toUpperCase()}.INDPRD01.PROD.OUTLOOK.COM`,
    quote: outlookQuote,
  },
  apple: {
    headers: { 'X-Mailer': 'iPhone Mail (23B85)' },
    signature: '\n\nSent from my iPhone',
    messageId: random => `${hex(8, random).toUpperCase()}-${hex(12, random).toUpperCase()}@icloud.com`,
    quote: appleQuote,
  },
};
