import MailComposer from 'nodemailer/lib/mail-composer';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { replyAddress } from '#shared/domain/thread.ts';
import { at } from '#test/shared/domain/builders.ts';
import type { Product } from './product.ts';

type Mail = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;

/** The bytes of a mail as a mail program makes them. */
export const mime = (mail: Mail): Promise<Uint8Array> =>
  new MailComposer({ date: new Date(at), messageId: '<their-1@mail.example>', ...mail }).compile().build();

export interface Arrival {
  readonly id?: string;
  readonly at?: string;
  readonly recipients?: readonly string[];
  readonly source?: string;
  readonly spam?: string;
  readonly virus?: string;
  readonly dmarc?: string;
  readonly dmarcPolicy?: string;
}

/** Lays the mail into the bucket and answers the event with which SES tells of it. */
export function arrival({ files }: Pick<Product, 'files'>, bytes: Uint8Array, over: Arrival = {}) {
  const { id = 'ses-in-1', spam = 'PASS', virus = 'PASS', dmarc = 'PASS' } = over;
  files.kept.set(`inbound/${id}`, bytes);
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        ses: {
          mail: { messageId: id, source: over.source ?? 'asha@example.com', timestamp: over.at ?? at },
          receipt: {
            timestamp: over.at ?? at,
            recipients: over.recipients ?? [],
            spamVerdict: { status: spam },
            virusVerdict: { status: virus },
            dmarcVerdict: { status: dmarc },
            ...(over.dmarcPolicy !== undefined && { dmarcPolicy: over.dmarcPolicy }),
            action: { type: 'Lambda' },
          },
        },
      },
    ],
  };
}

/** Their answer in the thread: to its signed address, from the address we wrote to, unless said otherwise. */
export async function answerOf(
  product: Product,
  { threadId, contact }: Collaboration,
  { mail, ...over }: Arrival & { readonly mail: Mail },
) {
  const to = replyAddress(threadId, product.replyDomain, product.sign);
  const bytes = await mime({
    from: contact.email,
    to,
    subject: 'Re: A collaboration',
    ...(over.id !== undefined && { messageId: `<${over.id}@mail.example>` }),
    ...mail,
  });
  return arrival(product, bytes, { recipients: [to], ...over });
}
