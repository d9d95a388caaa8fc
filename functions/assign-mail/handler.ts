import { s3 } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { stores } from '#shared/lambda/stores.ts';
import { assignMail } from './assign-mail.ts';

export const handler = httpHandler('assign-mail', async env =>
  assignMail({ ...stores(env), ...(await mailing(env)), mails: s3Files(s3(), env.MAIL_BUCKET) }),
);
