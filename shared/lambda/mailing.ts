import { setTimeout as wait } from 'node:timers/promises';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { paced } from '#shared/adapters/ses/paced.ts';
import { sesSender } from '#shared/adapters/ses/sender.ts';
import { dynamo, ses } from '#shared/aws/clients.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import type { Mailer } from '#shared/ports/mail.ts';
import { dynamoSendRate } from '#shared/repositories/sending.ts';
import { signing } from './signing.ts';

export interface MailEnvironment {
  readonly TABLE_NAME: string;
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
  const rate = dynamoSendRate(dynamoTable(dynamo(), env.TABLE_NAME));
  return {
    mailer: paced(mailer, rate, { now: Date.now, wait }),
    sign: await signing(env.SIGNING_SECRET_ARN),
    publicUrl: env.PUBLIC_URL,
    replyDomain: env.REPLY_DOMAIN,
  };
}
