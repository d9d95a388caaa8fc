import { mailing } from '#shared/lambda/mailing.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { requestApproval } from './request-approval.ts';

export const handler = step('request-approval', async env =>
  requestApproval({ ...stores(env), ...(await mailing(env)) }),
);
