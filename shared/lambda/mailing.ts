import { composeMail } from '#shared/adapters/mail/compose.ts';
import { sesSender } from '#shared/adapters/ses/sender.ts';
import { ses } from '#shared/aws/clients.ts';
import type { Mailer } from '#shared/ports/mail.ts';
import { signing } from './signing.ts';

export interface MailEnvironment {
  readonly PUBLIC_URL: string;
  readonly SIGNING_SECRET_ARN: string;
  readonly CONFIGURATION_SET: string;
  readonly REPLY_DOMAIN: string;
}

/** What sending takes besides the stores. */
export async function mailing(env: MailEnvironment) {
  const send = sesSender(ses(), env.CONFIGURATION_SET);
  const mailer: Mailer = {
    send: async (mail, tags) =>
      send({ from: mail.from.address, to: mail.to.address, bytes: await composeMail(mail), tags }),
  };
  return {
    mailer,
    sign: await signing(env.SIGNING_SECRET_ARN),
    publicUrl: env.PUBLIC_URL,
    replyDomain: env.REPLY_DOMAIN,
  };
}
