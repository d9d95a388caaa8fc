import type { Receipt } from '#shared/adapters/ses/receipt.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { InboundMail } from '#shared/domain/message.ts';
import type { Doubt } from '#shared/operations/replies/handle-mail.ts';
import type { ThreadFound } from './find-thread.ts';

export function doubtAbout(
  found: Exclude<ThreadFound, { kind: 'unknown' }>,
  mail: InboundMail,
  { contact }: Collaboration,
  { dmarc, refuseOnDmarcFailure, spam }: Receipt,
): Doubt | undefined {
  if (dmarc === 'fail' && refuseOnDmarcFailure)
    return { because: "the sender's domain says that this mail is not theirs (DMARC)", isTheirs: false };
  if (found.kind === 'several')
    return { because: 'they write to us and have several collaborations: which one is meant?', isTheirs: true };
  const { senderDiffers, needsPerson } = found.match;
  if (senderDiffers) {
    const sender = mail.from?.address.slice(0, 254) ?? 'an unnamed address';
    return { because: `the answer comes from ${sender}, we wrote to ${contact.email}`, isTheirs: false };
  }
  if (needsPerson) return { because: 'only the sender says that this mail belongs here', isTheirs: true };
  return spam === 'fail' ? { because: 'SES takes their answer for spam', isTheirs: true } : undefined;
}
