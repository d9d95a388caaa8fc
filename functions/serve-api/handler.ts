import { sfn } from '#shared/aws/clients.ts';
import { stepFunctions } from '#shared/aws/workflows.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { personalData } from '#shared/lambda/personal-data.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { serveApi } from './serve-api.ts';

export const handler = httpHandler('serve-api', async env => {
  const mails = await mailing(env);
  return serveApi({
    ...stores(env),
    ...files(env),
    ...mails,
    personalData: personalData(env, mails.sign),
    workflows: stepFunctions(sfn(), env.CAMPAIGN_MACHINE_ARN),
    senderDomain: env.SENDER_DOMAIN,
  });
});
