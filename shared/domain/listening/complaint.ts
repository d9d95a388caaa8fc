import type { InboundKind } from '../message.ts';
import type { MailEvidence } from './machine-mail.ts';

type Complaint = Extract<InboundKind, { kind: 'complaint' }>;

const field = (report: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(report)?.[1]?.trim();

// Microsoft's feedback loop sends no report part, only this subject from this sender.
const HOTMAIL = /^staff@hotmail\.com$/i;

/** An abuse report (RFC 5965) about one of our mails; "not-spam" takes a report back. */
export function complaintOf(mail: MailEvidence): Complaint | undefined {
  const report = mail.reports.find(part => /^feedback-type:/im.test(part));
  if (report && field(report, 'feedback-type')?.toLowerCase() !== 'not-spam') {
    const recipient = /[^\s<>;]+@[^\s<>;]+/.exec(
      field(report, 'original-rcpt-to') ?? field(report, 'removal-recipient') ?? '',
    )?.[0];
    return { kind: 'complaint', ...(recipient && { recipient: recipient.toLowerCase() }) };
  }
  if (HOTMAIL.test(mail.from ?? '') && /^complaint about message/i.test(mail.subject)) return { kind: 'complaint' };
  return undefined;
}
