import type { Bounce, Complaint, Mail } from './mail.ts';
import { commonHeaders, headersOf } from './mime.ts';

/** SES cuts the list of headers at 10 KB. */
const longestHeadersBytes = 10 * 1024;

export interface MailContext {
  readonly account: string;
  readonly region: string;
  readonly sourceArn: string;
}

/** The `mail` member that all events of a mail share. */
export function mailMember(mail: Mail, raw: Buffer, { account, sourceArn }: MailContext) {
  const all = headersOf(raw);
  const headers: typeof all = [];
  let bytes = 0;
  for (const header of all) {
    bytes += header.name.length + Buffer.byteLength(header.value);
    if (bytes <= longestHeadersBytes) headers.push(header);
  }
  const ownTags = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
  return {
    timestamp: new Date(mail.atMs).toISOString(),
    source: mail.source,
    sourceArn,
    sendingAccountId: account,
    messageId: mail.id,
    destination: mail.destinations,
    headersTruncated: headers.length < all.length,
    headers,
    commonHeaders: commonHeaders(all, mail.id),
    tags: {
      ...(mail.configurationSet ? { 'ses:configuration-set': [mail.configurationSet] } : {}),
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [mail.source.split('@').at(-1) ?? ''],
      'ses:caller-identity': [mail.callerRoleArn?.split('/').at(-1) ?? 'owner'],
      ...Object.fromEntries(ownTags),
    },
  };
}

export interface SendingEvent {
  readonly eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
  /** Everything but `mail`. */
  readonly body: Readonly<Record<string, unknown>>;
}

export const sendEvent: SendingEvent = { eventType: 'Send', body: { send: {} } };

export function deliveryEvent(recipient: string, atMs: number, processingMs: number): SendingEvent {
  const delivery = {
    timestamp: new Date(atMs).toISOString(),
    processingTimeMillis: processingMs,
    recipients: [recipient],
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'a1-1.smtp-out.amazonses.com',
  };
  return { eventType: 'Delivery', body: { delivery } };
}

const bounceReasons = {
  Permanent: { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  Transient: { status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
  Undetermined: { status: '5.0.0', diagnosticCode: 'smtp; 554 5.0.0 delivery failed' },
} as const;

export function bounceEvent(
  recipients: readonly string[],
  bounce: Bounce,
  atMs: number,
  feedbackId: string,
): SendingEvent {
  const { type = 'Permanent', subType = 'General' } = bounce;
  const { status = bounceReasons[type].status, diagnosticCode = bounceReasons[type].diagnosticCode } = bounce;
  return {
    eventType: 'Bounce',
    body: {
      bounce: {
        feedbackId,
        bounceType: type,
        bounceSubType: subType,
        bouncedRecipients: recipients.map(emailAddress => ({ emailAddress, action: 'failed', status, diagnosticCode })),
        timestamp: new Date(atMs).toISOString(),
        reportingMTA: 'dns; a1-1.smtp-out.amazonses.com',
      },
    },
  };
}

export function complaintEvent(
  recipients: readonly string[],
  complaint: Complaint,
  atMs: number,
  feedbackId: string,
): SendingEvent {
  const timestamp = new Date(atMs).toISOString();
  return {
    eventType: 'Complaint',
    body: {
      complaint: {
        feedbackId,
        complaintSubType: null,
        complainedRecipients: recipients.map(emailAddress => ({ emailAddress })),
        timestamp,
        userAgent: complaint.userAgent ?? 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: complaint.feedbackType ?? 'abuse',
        arrivalDate: timestamp,
      },
    },
  };
}
