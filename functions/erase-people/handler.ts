import { s3 } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';
import { personalData } from '#shared/lambda/personal-data.ts';
import { signing } from '#shared/lambda/signing.ts';
import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { erasePeople } from './erase-people.ts';

export const handler = step('erase-people', async env => {
  const sign = await signing(env.SIGNING_SECRET_ARN);
  return erasePeople({
    ...stores(env),
    ...files(env),
    mails: s3Files(s3(), env.MAIL_BUCKET),
    sign,
    personalData: personalData(env, sign),
  });
});
