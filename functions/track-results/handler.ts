import { metricsSources } from '#shared/lambda/platforms.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { trackResults } from './track-results.ts';

export const handler = step('track-results', async env => {
  const kept = stores(env);
  return trackResults({ ...kept, sources: await metricsSources(env, kept) });
});
