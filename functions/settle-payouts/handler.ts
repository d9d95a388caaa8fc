import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { settlePayouts } from './settle-payouts.ts';

export const handler = step('settle-payouts', env => settlePayouts(stores(env)));
