import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFunctions, functionNames } from '#infra/aws/bundling.ts';

export interface BundleMeasurement {
  readonly kind: 'bundle';
  readonly function: string;
  readonly bytes: number;
  /** Median of five fresh processes: what a cold start pays before the first request. */
  readonly importMs: number;
}

const runs = 5;

/** Bytes and import time of every function as it is shipped. */
export async function measureBundles(): Promise<BundleMeasurement[]> {
  const folder = bundleFunctions();
  const measured: BundleMeasurement[] = [];
  for (const name of functionNames) {
    const file = join(folder, name, 'index.mjs');
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await importMs(file));
    const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
    measured.push({ kind: 'bundle', function: name, bytes: statSync(file).size, importMs: Math.round(median) });
  }
  return measured;
}

async function importMs(file: string): Promise<number> {
  const script = `const startedMs = performance.now();
await import(${JSON.stringify(pathToFileURL(file).href)});
console.log(performance.now() - startedMs);
process.exit(0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, AWS_REGION: 'eu-west-1' },
  });
  return Number(stdout.trim().split('\n').at(-1));
}
