import { metricsSources } from '#shared/lambda/platforms.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { reportSources } from '#shared/lambda/vendors.ts';
import { fetchMetrics } from './fetch-metrics.ts';

/** The rest of each platform's budget is for looking at posts, which must not wait behind thousands of candidates. */
const share = 0.9;

export const handler = step('fetch-metrics', async env => {
  const kept = stores(env);
  const [sources, vendors] = await Promise.all([metricsSources(env, kept, share), reportSources(env, kept)]);
  return fetchMetrics({ ...kept, sources, vendors });
});
