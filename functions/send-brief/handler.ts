import { mailing } from '#shared/lambda/mailing.ts';
import { couponIssuer } from '#shared/lambda/shops.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { sendBrief } from './send-brief.ts';

export const handler = step('send-brief', async env =>
  sendBrief({ ...stores(env), ...(await mailing(env)), coupons: await couponIssuer(env) }),
);
