import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    coverage: { provider: 'v8', include: ['shared/**', 'functions/**', 'workflows/**', 'infra/local/**'] },
  },
});
