import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { planCampaign } from './plan-campaign.ts';

export const handler = step('plan-campaign', env => planCampaign(stores(env)));
