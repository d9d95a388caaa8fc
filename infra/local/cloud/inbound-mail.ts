import type { InboundMail } from '../services/ses/receiving.ts';
import type { Foundation } from './foundation.ts';
import type { CloudMailbox } from './mail.ts';

/** A mail that came from outside. */
export interface ReceivedMail {
  /** SES's message id. */
  readonly id: string;
  readonly atMs: number;
  /** Empty for bounces. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  /** No receipt rule wanted it. */
  readonly wasRefused: boolean;
}

export interface InboundRecord {
  /** Oldest first. */
  received(): ReceivedMail[];
  receivedRaw(id: string): Buffer;
}

/** Remembers what came in, for a person to look at; the app's own copy is wherever its receipt rules put it. */
export function rememberInbound(
  mail: CloudMailbox,
  { clock, documents, blobs }: Pick<Foundation, 'clock' | 'documents' | 'blobs'>,
): CloudMailbox & InboundRecord {
  const mails = documents<ReceivedMail>('mail-in');
  const raws = blobs('mail-in');
  return {
    ...mail,
    async receive(inbound: InboundMail) {
      const received = await mail.receive(inbound);
      const { envelopeFrom, recipients, raw } = inbound;
      const id = received.messageId;
      raws.set(id, Buffer.from(raw));
      mails.set(id, { id, atMs: clock.now(), envelopeFrom, recipients, wasRefused: !received.accepted });
      return received;
    },
    received: () => mails.entries().map(([, one]) => one),
    receivedRaw: id => raws.get(id) ?? Buffer.alloc(0),
  };
}
