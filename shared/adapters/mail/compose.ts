import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutboundFile, OutboundMail } from '#shared/ports/mail.ts';
import { addressHeader, listUnsubscribe, messageIdHeader, phrase } from './headers.ts';

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
