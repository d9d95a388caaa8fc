import PostalMime, { type Address, type Email } from 'postal-mime';
import { kindOfMail } from '#shared/domain/listening/machine-mail.ts';
import { newTextOf } from '#shared/domain/listening/new-text.ts';
import type { InboundKind, InboundMail } from '#shared/domain/message.ts';
import { readCalendarAnswer } from '../calendar/answer.ts';
import { boundedMime } from './bounds.ts';
import { htmlText } from './html-text.ts';

const MAX_HEADER_BYTES = 256 * 1024;
const MAX_NESTING = 50;
const MAX_TEXT = 200_000;
const MAX_SUBJECT = 998; // one line of RFC 5322
const MAX_IDS = 100;
const MAX_ATTACHMENTS = 100;

// What machines put beside their prose: the evidence that a mail is a bounce or a complaint.
const REPORT_TYPES = new Set(['message/delivery-status', 'message/feedback-report', 'message/global-delivery-status']);
const RETURNED_TYPES = new Set(['message/rfc822', 'text/rfc822-headers', 'message/partial', 'message/global']);

const CALENDAR_TYPES = new Set(['text/calendar', 'application/ics']);

const nothing: Email = { headers: [], headerLines: [], attachments: [] };

/** What can be saved of a mail that no MIME parser takes: its text, as it stands. */
const unparsed = (bytes: Uint8Array): Email => ({
  ...nothing,
  text: new TextDecoder('utf-8').decode(bytes.subarray(0, MAX_TEXT)),
});

async function parsedMime(bytes: Uint8Array): Promise<Email> {
  const mime = boundedMime(bytes);
  try {
    return await PostalMime.parse(mime, {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
      // A returned or forwarded mail is evidence, not what this sender wrote.
      forceRfc822Attachments: true,
    });
  } catch {
    return unparsed(mime);
  }
}

const mailbox = (address: Address | undefined): { address: string; name?: string } | undefined => {
  const first = address?.group?.[0] ?? address;
  if (!first?.address?.includes('@')) return undefined;
  return { address: first.address.toLowerCase(), ...(first.name && { name: first.name }) };
};

const addressesOf = (addresses: readonly Address[] | undefined): string[] =>
  (addresses ?? []).flatMap(one => one.group ?? [one]).flatMap(one => (one.address ? [one.address.toLowerCase()] : []));

const ids = (header: string | undefined): string[] => (header?.match(/<[^<>\s]{1,500}>/g) ?? []).slice(-MAX_IDS);

const isoDate = (date: string | undefined): string | undefined =>
  date && /^\d{4}-\d\d-\d\dT/.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined;

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  new TextDecoder('utf-8').decode(bytesOf(content).subarray(0, MAX_TEXT));

const partsOf = (email: Email, types: ReadonlySet<string>): string[] =>
  email.attachments
    .filter(part => types.has(part.mimeType))
    .slice(0, 10)
    .map(part => textOf(part.content));

/** The plain text part where it says anything, else the HTML as text; where a broken structure hides both, the mail as it stands. */
function wholeText(email: Email, bytes: Uint8Array): string {
  const shown = email.text?.trim() ? email.text : htmlText(email.html ?? '');
  const plain = shown.trim() || email.attachments.length > 0 ? shown : bodyOf(bytes);
  return plain.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n');
}

const bodyOf = (bytes: Uint8Array): string => {
  const whole = textOf(bytes).replace(/\r\n?/g, '\n');
  const end = whole.indexOf('\n\n');
  return end < 0 ? '' : whole.slice(end + 2);
};

function headersOf(email: Email): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) {
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

/** Reads the raw bytes of a mail. Never throws: whatever cannot be read is left out. */
export async function parseMail(bytes: Uint8Array): Promise<InboundMail> {
  const email = await parsedMime(bytes);
  const text = wholeText(email, bytes);
  const newText = newTextOf(text);
  const subject = (email.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_SUBJECT);
  const from = mailbox(email.from);
  const sentAt = isoDate(email.date);
  // Its words ("Asha has accepted") are those of a program, and about the call only.
  const [calendarAnswer] = partsOf(email, CALENDAR_TYPES).flatMap(part => readCalendarAnswer(part) ?? []);
  const kind: InboundKind = calendarAnswer
    ? { kind: 'calendar-answer', ...calendarAnswer }
    : kindOfMail({
        headers: headersOf(email),
        subject,
        text,
        newText,
        reports: partsOf(email, REPORT_TYPES),
        returned: partsOf(email, RETURNED_TYPES),
        ...(from && { from: from.address }),
        ...(sentAt && { sentAt }),
      });
  return {
    ...(email.messageId && { messageId: email.messageId.trim().slice(0, MAX_SUBJECT) }),
    ...(from && { from }),
    to: [...addressesOf(email.to), ...addressesOf(email.cc)].slice(0, MAX_IDS),
    subject,
    ...(sentAt && { sentAt }),
    inReplyTo: ids(email.inReplyTo),
    references: ids(email.references),
    text,
    newText,
    kind,
    attachments: email.attachments.slice(0, MAX_ATTACHMENTS).map(part => ({
      name: part.filename ?? '',
      type: part.mimeType,
    })),
  };
}
