import type { InboundKind } from '../message.ts';
import type { MailEvidence } from './machine-mail.ts';

const SNS = /@(?:sns\.amazonaws\.com|[\w.-]*amazonses\.com)$/i;

const value = (json: string, name: string): string | undefined =>
  new RegExp(`\\\\?"${name}\\\\?"\\s*:\\s*\\\\?"([^"\\\\]{1,320})`).exec(json)?.[1];

/** SES's own notice, mailed by SNS as JSON (once or twice encoded) where somebody subscribed a mailbox to it. */
export function sesNoticeOf(mail: MailEvidence): InboundKind | undefined {
  if (!SNS.test(mail.from ?? '')) return undefined;
  const kind = value(mail.text, 'notificationType') ?? value(mail.text, 'eventType');
  const address = value(mail.text, 'emailAddress');
  const recipient = address && { recipient: address.toLowerCase() };
  if (kind === 'Complaint') return { kind: 'complaint', ...recipient };
  if (kind !== 'Bounce') return undefined;
  const status = value(mail.text, 'status');
  const hard = value(mail.text, 'bounceType') === 'Permanent';
  const reason = value(mail.text, 'diagnosticCode') ?? value(mail.text, 'bounceSubType') ?? 'unknown';
  return { kind: 'bounce', hard, reason, ...recipient, ...(status && { status }) };
}
