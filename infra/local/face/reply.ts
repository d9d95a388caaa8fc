import MailComposer from 'nodemailer/lib/mail-composer';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { readableMail } from './readable-mail.ts';
import type { Answer } from './view.ts';

const form = z.object({ id: z.string().min(1).max(200), text: z.string().trim().min(1).max(20_000) });

/** Sends an answer to a mail in its recipient's place, the way that any mail program would. Nothing is said if it went. */
export async function answerMail(cloud: LocalCloud, clock: Clock, given: unknown): Promise<Answer | undefined> {
  const parsed = form.safeParse(given);
  const mail = parsed.success ? cloud.mail.get(parsed.data.id) : undefined;
  const [writer] = mail?.destinations ?? [];
  if (!parsed.success || !mail || !writer)
    return { status: 400, type: 'text/plain', body: 'Name a mail that was sent, and write something.' };
  const { subject, replyTo, messageId, references } = await readableMail(cloud.mail.raw(mail.id));
  const raw = await new MailComposer({
    from: writer,
    to: replyTo,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: parsed.data.text,
    date: new Date(clock.now()),
    inReplyTo: messageId,
    references: `${references} ${messageId}`.trim(),
  })
    .compile()
    .build();
  const { accepted } = await clock.hold(cloud.mail.receive({ envelopeFrom: writer, recipients: [replyTo], raw }));
  return accepted ? undefined : { status: 409, type: 'text/plain', body: `No receipt rule takes mail for ${replyTo}.` };
}
