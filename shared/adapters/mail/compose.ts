import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { addressHeader, listUnsubscribe, messageIdHeader, phrase } from './headers.ts';

export interface OutboundPerson {
  readonly address: string;
  readonly name?: string;
}

export interface OutboundFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** One mail to one person, ready to become bytes. */
export interface OutboundMail {
  readonly from: OutboundPerson;
  readonly to: OutboundPerson;
  /** The signed address of the thread. */
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
  /** Our own id of this message; goes into References because SES replaces the Message-ID. */
  readonly reference: string;
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo?: string;
  /** Ids of the thread so far, oldest first. */
  readonly references?: readonly string[];
  /** https address that unsubscribes on POST (RFC 8058), and an address that does on any mail. */
  readonly unsubscribe?: { readonly url: string; readonly mailto?: string };
  /** Images that the HTML shows by `cid:<cid>`. */
  readonly inline?: readonly (OutboundFile & { readonly cid: string })[];
  readonly attachments?: readonly OutboundFile[];
  /** `method` must be the METHOD inside the content (RFC 6047). */
  readonly calendar?: {
    readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
    readonly name: string;
    readonly content: string;
  };
}

const MAX_REFERENCES = 20;

const file = ({ name, type, content }: OutboundFile) => ({
  filename: phrase(name),
  contentType: phrase(type),
  content: typeof content === 'string' ? content : Buffer.from(content),
});

/** The same message always has the same bytes, so a retry can be compared with what was sent. */
const boundaryOf = (mail: OutboundMail): string =>
  createHash('sha256').update(`${mail.reference} ${mail.at}`).digest('hex').slice(0, 24);

/** The bytes of a mail. Line breaks in any header field are taken out of texts and refused in addresses and ids. */
export async function composeMail(mail: OutboundMail): Promise<Uint8Array> {
  const references = [...(mail.references ?? []).slice(-MAX_REFERENCES), mail.reference].map(messageIdHeader);
  const composer = new MailComposer({
    from: addressHeader(mail.from),
    to: addressHeader(mail.to),
    replyTo: addressHeader({ address: mail.replyTo }),
    subject: phrase(mail.subject),
    date: new Date(mail.at),
    messageId: messageIdHeader(mail.reference),
    references: [...new Set(references)].join(' '),
    ...(mail.inReplyTo && { inReplyTo: messageIdHeader(mail.inReplyTo) }),
    headers: mail.unsubscribe ? listUnsubscribe(mail.unsubscribe) : {},
    text: mail.text,
    html: mail.html,
    attachments: [
      ...(mail.inline ?? []).map(image => ({ ...file(image), cid: phrase(image.cid), contentDisposition: 'inline' })),
      ...(mail.attachments ?? []).map(file),
    ],
    ...(mail.calendar && {
      icalEvent: { method: mail.calendar.method, filename: phrase(mail.calendar.name), content: mail.calendar.content },
    }),
    baseBoundary: boundaryOf(mail),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
