import * as z from 'zod';
import { unwrapped } from './envelope.ts';
import { sesEventSchemas } from './schema.ts';

export type SesEventKind =
  | 'sent'
  | 'delivered'
  | 'delayed'
  | 'bounced'
  | 'complained'
  | 'rejected'
  | 'failed'
  | 'opened'
  | 'clicked'
  | 'subscription';

/** One thing that SES says about one sent message. Delivered at least once and in any order. */
export interface SesEvent {
  readonly kind: SesEventKind;
  /** What `SendRawEmail` answered. */
  readonly messageId: string;
  /** Whom it is about: the bounced, complaining or delayed ones, else all recipients of the mail. */
  readonly recipients: readonly string[];
  /** First value of each tag, without SES's own (`ses:…`). Identity-level notifications carry none. */
  readonly tags: Readonly<Record<string, string>>;
  readonly at?: string;
  /** Hard: never write there again. The subtype is SES's ("General", "MailboxFull", "OnAccountSuppressionList" …). */
  readonly bounce?: {
    readonly hard: boolean;
    readonly type: string;
    readonly subType: string;
    readonly reason?: string;
  };
  /** Most providers hide who complained and list everyone at their domain who got the mail. */
  readonly complaint?: { readonly feedback?: string; readonly userAgent?: string };
  readonly click?: { readonly link: string; readonly userAgent?: string };
  readonly open?: { readonly userAgent?: string };
  readonly reason?: string;
  /** The same for two deliveries of one event. */
  readonly key: string;
}

export type SesEventRead =
  | { readonly kind: 'event'; readonly event: SesEvent }
  | { readonly kind: 'not-an-event'; readonly because: string };

type Parsed<K extends keyof typeof sesEventSchemas> = z.infer<(typeof sesEventSchemas)[K]>;
type Details = Omit<SesEvent, 'messageId' | 'tags' | 'key' | 'recipients'> & {
  readonly recipients?: readonly string[];
};

const addresses = (recipients: readonly { emailAddress: string }[]): string[] =>
  recipients.map(one => one.emailAddress);

const details: { readonly [K in keyof typeof sesEventSchemas]: (event: Parsed<K>) => Details } = {
  Bounce: ({ bounce }) => {
    const reason = bounce.bouncedRecipients.find(one => one.diagnosticCode)?.diagnosticCode;
    const { bounceType: type, bounceSubType: subType } = bounce;
    return {
      kind: 'bounced',
      recipients: addresses(bounce.bouncedRecipients),
      at: bounce.timestamp,
      bounce: { hard: type === 'Permanent', type, subType, ...(reason && { reason }) },
    };
  },
  Complaint: ({ complaint }) => ({
    kind: 'complained',
    recipients: addresses(complaint.complainedRecipients),
    at: complaint.timestamp,
    complaint: {
      ...(complaint.complaintFeedbackType && { feedback: complaint.complaintFeedbackType }),
      ...(complaint.userAgent && { userAgent: complaint.userAgent }),
    },
  }),
  Delivery: ({ delivery }) => ({
    kind: 'delivered',
    at: delivery.timestamp,
    ...(delivery.recipients && { recipients: delivery.recipients }),
  }),
  Send: () => ({ kind: 'sent' }),
  Reject: ({ reject }) => ({ kind: 'rejected', ...(reject.reason && { reason: reject.reason }) }),
  Open: ({ open }) => ({
    kind: 'opened',
    at: open.timestamp,
    open: { ...(open.userAgent && { userAgent: open.userAgent }) },
  }),
  Click: ({ click }) => ({
    kind: 'clicked',
    at: click.timestamp,
    click: { link: click.link, ...(click.userAgent && { userAgent: click.userAgent }) },
  }),
  'Rendering Failure': ({ failure }) => ({
    kind: 'failed',
    ...(failure.errorMessage && { reason: failure.errorMessage }),
  }),
  DeliveryDelay: ({ deliveryDelay }) => ({
    kind: 'delayed',
    recipients: addresses(deliveryDelay.delayedRecipients),
    at: deliveryDelay.timestamp,
    ...(deliveryDelay.delayType && { reason: deliveryDelay.delayType }),
  }),
  Subscription: ({ subscription }) => ({ kind: 'subscription', at: subscription.timestamp }),
};

const ownTags = (tags: Readonly<Record<string, readonly string[]>> | null | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tags ?? {}).flatMap(([name, [value]]) =>
      name.startsWith('ses:') || value === undefined ? [] : [[name, value]],
    ),
  );

function readAs<K extends keyof typeof sesEventSchemas>(type: K, body: unknown): SesEventRead {
  const parsed = sesEventSchemas[type].safeParse(body);
  if (!parsed.success) return { kind: 'not-an-event', because: `${type}: ${z.prettifyError(parsed.error)}` };
  const data = parsed.data as Parsed<K>;
  const { mail } = data;
  const { recipients = mail.destination, ...rest } = details[type](data);
  // `Send` and `Reject` have no time of their own: they happen when the mail is handed over.
  const at = rest.at ?? mail.timestamp;
  const key = [type, mail.messageId, at ?? '', rest.click?.link ?? '', ...recipients].join(' ');
  const event: SesEvent = {
    ...rest,
    messageId: mail.messageId,
    recipients,
    tags: ownTags(mail.tags),
    ...(at && { at }),
    key,
  };
  return { kind: 'event', event };
}

const isKnown = (type: unknown): type is keyof typeof sesEventSchemas =>
  typeof type === 'string' && Object.hasOwn(sesEventSchemas, type);

/** Reads what EventBridge, SNS or Firehose hand over: event publishing and identity-level notifications alike. */
export function readSesEvent(input: unknown): SesEventRead {
  const body = unwrapped(input);
  if (!body) return { kind: 'not-an-event', because: 'It is no JSON object' };
  const type = body.eventType ?? body.notificationType;
  if (isKnown(type)) return readAs(type, body);
  return { kind: 'not-an-event', because: `Its eventType or notificationType is ${JSON.stringify(type) ?? 'missing'}` };
}
