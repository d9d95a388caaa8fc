import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundleFunctions } from '#infra/aws/bundling.ts';
import { chartAssets } from '#shared/charts/assets.ts';

const sources = resolve('test/fixtures/functions');
const outdir = () => join(mkdtempSync(join(tmpdir(), 'groundswell-bundle-')), 'functions');

test('a bundle is one ES module that runs by itself, with its map beside and not inside', async () => {
  const bundles = bundleFunctions({ outdir: outdir(), sources, names: ['hello'] });
  const { handler } = await import(pathToFileURL(join(bundles, 'hello', 'index.mjs')).href);
  expect(await handler()).toEqual({ faults: expect.any(Number), assets: chartAssets.length, stage: 'production' });
  expect(existsSync(join(bundles, 'hello', 'index.mjs.map'))).toBe(false);
  expect(JSON.parse(readFileSync(join(`${bundles}.maps`, 'hello', 'index.mjs.map'), 'utf8')).sources).toContainEqual(
    expect.stringContaining('shared/errors.ts'),
  );
});

test('what draws charts ships its fonts and renderer', () => {
  const bundles = bundleFunctions({ outdir: outdir(), sources, names: ['hello'] });
  for (const { name } of chartAssets) expect(existsSync(join(bundles, 'hello', name))).toBe(true);
});

test('the same sources give the same bundle, so an unchanged function is not deployed again', () => {
  const [first, second] = [outdir(), outdir()].map(folder =>
    readFileSync(join(bundleFunctions({ outdir: folder, sources, names: ['hello'] }), 'hello', 'index.mjs'), 'utf8'),
  );
  expect(first).toBe(second);
});

test('a contract without a function is named', () => {
  const attempt = () => bundleFunctions({ outdir: outdir(), sources, names: ['hello', 'plan-campaign'] });
  expect(attempt).toThrow(/The contract names functions that do not exist yet\. Add .*plan-campaign\/handler\.ts\./);
});
