import { sesSendQuota } from '#shared/adapters/ses/send-quota.ts';
import { ses } from '#shared/aws/clients.ts';
import { step } from '#shared/lambda/step.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { findDue } from './find-due.ts';

export const handler = step('find-due', env =>
  findDue({ ...stores(env), ...files(env), sendQuota: sesSendQuota(ses()) }),
);
