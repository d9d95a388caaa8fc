import { mailing } from '#shared/lambda/mailing.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { closeCampaign } from './close-campaign.ts';

export const handler = step('close-campaign', async env => closeCampaign({ ...stores(env), ...(await mailing(env)) }));
