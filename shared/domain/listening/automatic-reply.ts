import type { InboundKind } from '../message.ts';
import { ABSENT, AUTOMATIC, AUTOMATIC_SUBJECT, ENGAGED, FORMALITIES } from './automatic-words.ts';
import type { MailEvidence } from './machine-mail.ts';
import { returnDateIn } from './return-date.ts';

export interface AutomaticReply {
  readonly kind: Extract<InboundKind, { kind: 'automatic-reply' }>;
  /** Its own words say so, not only a header that bounces carry too. */
  readonly sure: boolean;
}

// An automatic reply says so at once; further down a person may tell a story about one.
const MAX_OPENING = 1_200;

const MARK_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-vacation',
  'x-auto-response-suppress',
  'x-ms-exchange-inbox-rules-loop',
  'x-yahoo-auto-reply',
];

const firstWord = (value: string | undefined): string =>
  (value ?? '')
    .trim()
    .split(/[\s;,(]/, 1)[0]
    ?.toLowerCase() ?? '';

/** RFC 3834 and what came before it. `Auto-Submitted: no` is a person's. */
function isMarked(headers: ReadonlyMap<string, string>): boolean {
  const submitted = firstWord(headers.get('auto-submitted'));
  if (submitted !== '' && submitted !== 'no') return true;
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(firstWord(headers.get('precedence')))) return true;
  return MARK_HEADERS.some(name => headers.has(name));
}

/** Says of itself that it is automatic, or says nothing but what such replies are made of. */
function saysSo(text: string): boolean {
  if (ENGAGED.test(text)) return false;
  if (AUTOMATIC.test(text)) return true;
  const formalities = FORMALITIES.filter(words => words.test(text)).length;
  return ABSENT.test(text) ? formalities >= 1 : formalities >= 2;
}

/** An out-of-office note or a machine's "we have received your mail"; says when they are back where it can be read. */
export function automaticReplyOf(mail: MailEvidence): AutomaticReply | undefined {
  const opening = mail.newText.slice(0, MAX_OPENING);
  const sure = AUTOMATIC_SUBJECT.test(mail.subject) || saysSo(opening);
  if (!sure && !isMarked(mail.headers)) return undefined;
  const backOn = returnDateIn(`${mail.subject}\n${opening}`, mail.sentAt);
  return { kind: { kind: 'automatic-reply', ...(backOn && { backOn }) }, sure };
}
