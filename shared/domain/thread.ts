import { mailboxKey, sameMailbox } from './listening/mail-address.ts';
import { type InboundMail, type MessagePurpose, messagePurposes } from './message.ts';

/** HMAC-SHA256 (or any keyed MAC of at least 16 bytes) of a text under our own key. */
export type Sign = (text: string) => Uint8Array;

// Crockford's alphabet, in lower case: mail servers may change the case of a local part, people may read it aloud.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

// 80 bits: no influencer can guess another one's thread or mac, and `r+<16>.<16>` stays far under the 64 characters
// that a local part may have (RFC 5321).
const TOKEN_CHARACTERS = 16;
const TOKEN = `[${ALPHABET}]{${TOKEN_CHARACTERS}}`;

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31);
  }
  return text;
}

const token = (sign: Sign, purpose: string, text: string): string =>
  base32(sign(`${purpose}\n${text}`)).slice(0, TOKEN_CHARACTERS);

/** Takes the same time wherever the first difference is, so that a mac cannot be guessed character by character. */
function sameToken(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** The thread of one collaboration; says nothing about the campaign or the influencer to those who see it. */
export const threadId = (campaignId: string, influencerId: string, sign: Sign): string =>
  token(sign, 'thread', `${campaignId}\n${influencerId}`);

/** `r+<threadId>.<mac>@<reply domain>`: finds the thread whatever the mail client does to the headers. */
export const replyAddress = (thread: string, replyDomain: string, sign: Sign): string =>
  `r+${thread}.${token(sign, 'reply', thread)}@${replyDomain}`;

const REPLY_ADDRESS = new RegExp(`^r\\+(${TOKEN})\\.(${TOKEN})@`);

/** The thread that a reply address of ours names; undefined when it is none or its signature is not ours. */
export function readReplyAddress(address: string, sign: Sign): string | undefined {
  const [, thread, mac] = REPLY_ADDRESS.exec(address.trim().toLowerCase()) ?? [];
  return thread && mac && sameToken(mac, token(sign, 'reply', thread)) ? thread : undefined;
}

/** A page that an influencer opens without logging in, such as `answer`, `brief` or `unsubscribe`: `<threadId>.<mac>`. */
export const pageToken = (thread: string, page: string, sign: Sign): string =>
  `${thread}.${token(sign, `page ${page}`, thread)}`;

const PAGE_TOKEN = new RegExp(`^(${TOKEN})\\.(${TOKEN})$`);

/** The thread that a page token was made for; undefined when it was made for another page or not by us. */
export function readPageToken(text: string, page: string, sign: Sign): string | undefined {
  const [, thread, mac] = PAGE_TOKEN.exec(text.trim().toLowerCase()) ?? [];
  return thread && mac && sameToken(mac, token(sign, `page ${page}`, thread)) ? thread : undefined;
}

/** Whoever starts to connect an account has this long to finish; the platforms' own codes live shorter. */
const CONNECT_MINUTES = 30;

/** What a platform carries to its consent page and back: `<threadId>.<minute>.<mac>`. */
export function connectState(thread: string, at: string, sign: Sign): string {
  const minute = Math.floor(Date.parse(at) / 60_000).toString(36);
  return `${thread}.${minute}.${token(sign, `connect ${minute}`, thread)}`;
}

const CONNECT_STATE = new RegExp(`^(${TOKEN})\\.([0-9a-z]{1,8})\\.(${TOKEN})$`);

/** The thread that a state was made for, or undefined when it was not made by us, or too long ago. */
export function readConnectState(text: string, at: string, sign: Sign): string | undefined {
  const [, thread, minute = '', mac] = CONNECT_STATE.exec(text) ?? [];
  const age = Date.parse(at) / 60_000 - Number.parseInt(minute, 36);
  if (!thread || !mac || !sameToken(mac, token(sign, `connect ${minute}`, thread))) return undefined;
  return age >= 0 && age <= CONNECT_MINUTES ? thread : undefined;
}

/** The secret behind a PKCE challenge (RFC 7636): 43 characters that only we can work out again from the state. */
export const connectVerifier = (state: string, sign: Sign): string =>
  Buffer.from(sign(`pkce\n${state}`)).toString('base64url');

export interface MessageName {
  readonly threadId: string;
  readonly purpose: MessagePurpose;
  readonly number: number;
}

/**
 * Our own id of one message, for `References`. SES replaces the Message-ID but leaves References alone, and mail
 * clients copy it into the answer.
 */
export const messageReference = ({ threadId: thread, purpose, number }: MessageName, senderDomain: string): string =>
  `<${thread}.${purpose}.${number}@${senderDomain}>`;

const MESSAGE_REFERENCE = new RegExp(`^<?(${TOKEN})\\.(${messagePurposes.join('|')})\\.(\\d{1,6})@`);

/** The message that one of our own ids names. */
export function readMessageReference(reference: string): MessageName | undefined {
  const [, thread, word, number] = MESSAGE_REFERENCE.exec(reference.trim().toLowerCase()) ?? [];
  const purpose = messagePurposes.find(known => known === word);
  return thread && purpose && number ? { threadId: thread, purpose, number: Number(number) } : undefined;
}

/** The part of a message id before the @: SES answers `<id>` bare and writes `<id@region.amazonses.com>`. */
export const messageIdLocalPart = (id: string): string =>
  id.trim().replace(/^</, '').replace(/>$/, '').split('@', 1)[0] ?? '';

// An SES message id: 16 hex digits, a UUID and a 6-digit counter.
const SES_MESSAGE_ID = /^[0-9a-f]{16}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{6}$/i;

/** What a mail offers to find its thread by, to be looked up before `matchThread` decides. */
export interface ThreadClues {
  /** From a signed envelope recipient. */
  readonly signedThreadId?: string;
  /** From our own ids in In-Reply-To and References, nearest first. */
  readonly referencedThreadIds: readonly string[];
  /** From SES's ids there, nearest first. */
  readonly sesMessageIds: readonly string[];
  readonly sender?: string;
  readonly subject: string;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** `recipients` are the envelope's (SES `receipt.recipients`), not the To header, which the sender writes. */
export function threadClues(
  mail: Pick<InboundMail, 'from' | 'subject' | 'inReplyTo' | 'references'>,
  recipients: readonly string[],
  sign: Sign,
): ThreadClues {
  const signedThreadId = recipients
    .map(address => readReplyAddress(address, sign))
    .find(thread => thread !== undefined);
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  return {
    ...(signedThreadId && { signedThreadId }),
    referencedThreadIds: unique(ids.flatMap(id => readMessageReference(id)?.threadId ?? [])),
    sesMessageIds: unique(ids.map(messageIdLocalPart).filter(id => SES_MESSAGE_ID.test(id))),
    ...(mail.from && { sender: mail.from.address }),
    subject: mail.subject,
  };
}

/** A thread that was looked up for one of the clues. */
export interface KnownThread {
  readonly threadId: string;
  /** The address we wrote to. */
  readonly address: string;
  readonly subjects: readonly string[];
  readonly sesMessageIds: readonly string[];
}

export type ThreadEvidence = 'reply-address' | 'reference' | 'sender-and-subject' | 'sender';

export type ThreadMatch =
  | {
      readonly kind: 'matched';
      readonly threadId: string;
      readonly by: ThreadEvidence;
      /** The mail does not come from the address we wrote to. */
      readonly senderDiffers: boolean;
      /** Someone else answers, or nothing but the sender points here: a person confirms before anything is decided. */
      readonly needsPerson: boolean;
    }
  /** The sender has several threads and nothing says which one is meant. */
  | { readonly kind: 'ambiguous'; readonly threadIds: readonly string[] }
  | { readonly kind: 'unknown' };

// Reply and forward marks of mail clients in the languages that we meet; `Re[2]:` and `RE: AW:` occur.
const REPLY_MARK =
  /^(?:(?:re|aw|antw|antwort|sv|vs|vá|odp|ynt|rv|res|ref|tr|fw|fwd|wg|vl|rif|r|i|enc|bls|atb|回复|回覆|答复|返信|转发|轉寄|ответ|отв)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu;

/** A subject without the marks of replies, for comparison. */
export const plainSubject = (subject: string): string =>
  subject.trim().replace(REPLY_MARK, '').replace(/\s+/g, ' ').trim().toLowerCase();

function matched(thread: KnownThread, by: ThreadEvidence, clues: ThreadClues): ThreadMatch {
  const senderDiffers = clues.sender === undefined || !sameMailbox(clues.sender, thread.address);
  return {
    kind: 'matched',
    threadId: thread.threadId,
    by,
    senderDiffers,
    needsPerson: senderDiffers || by === 'sender',
  };
}

function bySender(clues: ThreadClues, known: readonly KnownThread[]): ThreadMatch {
  const { sender } = clues;
  const theirs = sender ? known.filter(thread => mailboxKey(thread.address) === mailboxKey(sender)) : [];
  const subject = plainSubject(clues.subject);
  const sameSubject = theirs.filter(thread => subject && thread.subjects.some(ours => plainSubject(ours) === subject));
  const [thread, ...others] = sameSubject.length > 0 ? sameSubject : theirs;
  if (!thread) return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', threadIds: [thread, ...others].map(one => one.threadId) };
  return matched(thread, sameSubject.length > 0 ? 'sender-and-subject' : 'sender', clues);
}

/** Which thread a mail belongs to, by the strongest evidence: our signature, then message ids, then the sender. */
export function matchThread(clues: ThreadClues, known: readonly KnownThread[]): ThreadMatch {
  const signed = known.find(thread => thread.threadId === clues.signedThreadId);
  if (signed) return matched(signed, 'reply-address', clues);
  const referenced =
    clues.referencedThreadIds.map(id => known.find(thread => thread.threadId === id)).find(thread => thread) ??
    clues.sesMessageIds.map(id => known.find(thread => thread.sesMessageIds.includes(id))).find(thread => thread);
  return referenced ? matched(referenced, 'reference', clues) : bySender(clues, known);
}
