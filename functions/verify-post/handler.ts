import { metricsSources } from '#shared/lambda/platforms.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { verifyPost } from './verify-post.ts';

export const handler = step('verify-post', async env =>
  verifyPost({ ...stores(env), sources: await metricsSources(env) }),
);
