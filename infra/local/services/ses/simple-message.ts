import { createTransport } from 'nodemailer';

/** The MIME message that SES makes of a SendEmail call. */
export async function simpleMessage(form: URLSearchParams, members: (prefix: string) => string[]): Promise<Buffer> {
  const field = (name: string) => form.get(name) ?? undefined;
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'crlf' });
  const { message } = await transport.sendMail({
    from: field('Source'),
    to: members('Destination.ToAddresses'),
    cc: members('Destination.CcAddresses'),
    replyTo: members('ReplyToAddresses'),
    subject: field('Message.Subject.Data'),
    text: field('Message.Body.Text.Data'),
    html: field('Message.Body.Html.Data'),
  });
  return message as Buffer;
}
