import { s3 } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { replyModel } from '#shared/lambda/reply-model.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { receiveMail } from './receive-mail.ts';

export const handler = step('receive-mail', async env =>
  receiveMail({
    ...stores(env),
    ...(await mailing(env)),
    mails: s3Files(s3(), env.MAIL_BUCKET),
    ...(await replyModel(env.REPLY_MODEL)),
  }),
);
