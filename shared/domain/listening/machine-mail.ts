import type { InboundKind } from '../message.ts';
import { automaticReplyOf } from './automatic-reply.ts';
import { bounceOf, isBounce, isFromMailSystem } from './bounce.ts';
import { isChallenge } from './challenge.ts';
import { complaintOf } from './complaint.ts';
import { sesNoticeOf } from './ses-notice.ts';

/** What can be known about a mail before anyone asks what it means. */
export interface MailEvidence {
  /** By lower-case name; repeated ones joined by ", ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly from?: string;
  readonly subject: string;
  readonly sentAt?: string;
  readonly text: string;
  readonly newText: string;
  /** The delivery-status and feedback-report parts. */
  readonly reports: readonly string[];
  /** The mails or headers that a machine sent back. */
  readonly returned: readonly string[];
}

/** Machine or person? Complaints first, since they quote bounces; a person only where nothing speaks for a machine. */
export function kindOfMail(mail: MailEvidence): InboundKind {
  const complaint = sesNoticeOf(mail) ?? complaintOf(mail);
  if (complaint) return complaint;
  const automatic = automaticReplyOf(mail);
  if (isBounce(mail) && (isFromMailSystem(mail) || !automatic?.sure)) return bounceOf(mail);
  if (automatic) return automatic.kind;
  if (isChallenge(mail)) return { kind: 'challenge' };
  return mail.newText === '' ? { kind: 'empty' } : { kind: 'human' };
}
