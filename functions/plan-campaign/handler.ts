import { sesSendQuota } from '#shared/adapters/ses/send-quota.ts';
import { ses } from '#shared/aws/clients.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { planCampaign } from './plan-campaign.ts';

export const handler = step('plan-campaign', env => planCampaign({ ...stores(env), sendQuota: sesSendQuota(ses()) }));
