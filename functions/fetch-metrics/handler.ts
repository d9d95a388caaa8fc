import { metricsSources } from '#shared/lambda/platforms.ts';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { fetchMetrics } from './fetch-metrics.ts';

export const handler = step('fetch-metrics', async env =>
  fetchMetrics({ ...stores(env), sources: await metricsSources(env) }),
);
