import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Blobs, Documents } from '../../documents.ts';
import type { Outbox } from '../../outbox.ts';
import type { ConfigurationSets } from './configuration-sets.ts';
import type { Bounce, Complaint, DeliveredMail, Mail } from './mail.ts';
import {
  bounceEvent,
  complaintEvent,
  deliveryEvent,
  type MailContext,
  mailMember,
  type SendingEvent,
  sendEvent,
} from './sending-events.ts';
import { simulated } from './simulator.ts';

/** Receiving servers answer within a few seconds. */
const deliveryDelayMs = 2_000;

type DeliveryListener = (mail: DeliveredMail) => void | Promise<void>;

/** Everything that was sent, and what became of it. */
export interface Mailbox {
  list(): Mail[];
  get(id: string): Mail | undefined;
  raw(id: string): Buffer;
  /** Called for each recipient when a mail arrives. A listener that calls `bounce` turns the delivery into a bounce. */
  onDelivered(listener: DeliveryListener): () => void;
  bounce(id: string, bounce?: Bounce): void;
  complain(id: string, complaint?: Complaint): void;
  /** The account's suppression list: address to reason. */
  suppressed(): Readonly<Record<string, 'BOUNCE' | 'COMPLAINT'>>;
}

export interface Postman extends Mailbox {
  /** Takes an accepted mail on its way. */
  post(mail: Omit<Mail, 'id' | 'atMs'>, raw: (id: string) => Buffer): Mail;
}

export interface MailboxSurroundings {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly sets: ConfigurationSets;
  readonly mails: Documents<Mail>;
  readonly raws: Blobs;
  readonly suppression: Documents<'BOUNCE' | 'COMPLAINT'>;
  context(source: string): MailContext;
}

interface Arrival {
  readonly id: string;
  readonly recipient: string;
}

export function createMailbox(surroundings: MailboxSurroundings): Postman {
  const { clock, outbox, sets, mails, raws, suppression, context } = surroundings;
  const listeners = new Set<DeliveryListener>();
  const bounced = new Set<string>();

  const find = (id: string) => {
    const mail = mails.get(id);
    if (!mail) throw new Error(`No mail with the message id ${id} was sent.`);
    return mail;
  };
  const raw = (id: string) => raws.get(id) ?? Buffer.alloc(0);
  const publish = (mail: Mail, event: SendingEvent) =>
    sets.publish(mail.configurationSet, event, mailMember(mail, raw(mail.id), context(mail.source)));
  const feedbackId = () => messageId(clock.now());

  const suppress = (mail: Mail, recipients: readonly string[], reason: 'BOUNCE' | 'COMPLAINT') => {
    if (!sets.suppresses(mail.configurationSet, reason)) return;
    for (const recipient of recipients) {
      if (!simulated(recipient)) suppression.set(recipient.toLowerCase(), reason);
    }
  };

  const bounce: Mailbox['bounce'] = (id, details = {}) => {
    const mail = find(id);
    const recipients = details.recipient === undefined ? mail.destinations : [details.recipient];
    for (const recipient of recipients) bounced.add(`${id}/${recipient}`);
    const isNew = details.subType !== 'OnAccountSuppressionList';
    if ((details.type ?? 'Permanent') === 'Permanent' && isNew) suppress(mail, recipients, 'BOUNCE');
    publish(mail, bounceEvent(recipients, details, clock.now(), feedbackId()));
  };

  const complain: Mailbox['complain'] = (id, details = {}) => {
    const mail = find(id);
    const recipients = details.recipient === undefined ? mail.destinations : [details.recipient];
    suppress(mail, recipients, 'COMPLAINT');
    publish(mail, complaintEvent(recipients, details, clock.now(), feedbackId()));
  };

  outbox.on<Arrival>('ses delivery', async ({ id, recipient }) => {
    const mail = find(id);
    const fate = simulated(recipient);
    if (suppression.get(recipient.toLowerCase())) return bounce(id, { recipient, subType: 'OnAccountSuppressionList' });
    if (fate?.kind === 'bounce') return bounce(id, { recipient, ...fate.bounce });
    await Promise.all([...listeners].map(listener => listener({ ...mail, recipient, raw: raw(id) })));
    if (bounced.has(`${id}/${recipient}`)) return;
    publish(mail, deliveryEvent(recipient, clock.now(), clock.now() - mail.atMs));
    if (fate?.kind === 'complaint') complain(id, { recipient });
  });

  return {
    list: () => mails.entries().map(([, mail]) => mail),
    get: id => mails.get(id),
    raw,
    onDelivered(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bounce,
    complain,
    suppressed: () => Object.fromEntries(suppression.entries()),
    post(accepted, rawOf) {
      const mail = { ...accepted, id: messageId(clock.now()), atMs: clock.now() };
      raws.set(mail.id, rawOf(mail.id));
      mails.set(mail.id, mail);
      publish(mail, sendEvent);
      for (const recipient of mail.destinations) {
        outbox.add('ses delivery', clock.now() + deliveryDelayMs, { id: mail.id, recipient } satisfies Arrival);
      }
      return mail;
    },
  };
}

/** SES's form: region and time in hexadecimal, a UUID, six digits. */
const messageId = (atMs: number) => `0109${atMs.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
