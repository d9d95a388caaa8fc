import { mailing } from '#shared/lambda/mailing.ts';
import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { sendReport } from './send-report.ts';

export const handler = step('send-report', async env =>
  sendReport({ ...stores(env), ...files(env), ...(await mailing(env)) }),
);
