import { mailing } from '#shared/lambda/mailing.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { inviteInfluencer } from './invite-influencer.ts';

export const handler = step('invite-influencer', async env =>
  inviteInfluencer({ ...stores(env), ...(await mailing(env)) }),
);
