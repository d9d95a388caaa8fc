import { defineConfig } from 'vitest/config';

/** Tests that start a browser or the whole application; everything else is `unit` and takes seconds. */
const slow = ['test/browser/**', 'test/e2e/**'];
/** Minutes each: many campaigns under faults, a cloud that is killed again and again. `npm run test:long`. */
const long = ['test/e2e/fleet.test.ts', 'test/e2e/kill-campaign.test.ts'];
const tests = ['ts', 'tsx'].map(ending => `test/**/*.test.${ending}`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: tests, exclude: slow } },
      // After the others: each of these keeps a core busy by itself.
      {
        extends: true,
        test: {
          name: 'slow',
          include: slow.map(folder => `${folder}/*.test.ts`),
          exclude: long,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 400_000,
        },
      },
      { extends: true, test: { name: 'long', include: long, fileParallelism: false, hookTimeout: 600_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'functions/**', 'workflows/**', 'infra/local/**'],
      thresholds: { lines: 90, 'shared/domain/**': { lines: 100 } },
    },
  },
});
