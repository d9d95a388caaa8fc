import { metricsSources } from '#shared/lambda/platforms.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { verifyPost } from './verify-post.ts';

export const handler = step('verify-post', async env => {
  const kept = stores(env);
  return verifyPost({ ...kept, sources: await metricsSources(env, kept) });
});
