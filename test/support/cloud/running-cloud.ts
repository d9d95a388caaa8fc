import type { Stack } from 'aws-cdk-lib';
import { afterAll, beforeAll } from 'vitest';
import type { LocalCloudOptions } from '#infra/local/cloud/options.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import { synthesize } from './test-app.ts';

/** A Monday morning in the cloud's time. */
export const start = Date.parse('2026-11-23T09:00:00Z');

/** The cloud of one test file: started before its tests, stopped after them. */
export function runningCloud(
  build: (stack: Stack) => void,
  options: Partial<LocalCloudOptions> = {},
): () => LocalCloud {
  let cloud: LocalCloud | undefined;
  beforeAll(async () => {
    cloud = await startLocalCloud({ assembly: synthesize(build), clock: fastClock(start), ...options });
  });
  afterAll(() => cloud?.stop());
  return () => {
    if (!cloud) throw new Error('The cloud runs only inside tests.');
    return cloud;
  };
}
