import { mailing } from '#shared/lambda/mailing.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { chaseCollaborations } from './chase-collaborations.ts';

export const handler = step('chase-collaborations', async env =>
  chaseCollaborations({ ...stores(env), ...(await mailing(env)) }),
);
