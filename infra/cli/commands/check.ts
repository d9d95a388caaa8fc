import { spawnSync } from 'node:child_process';
import { toolArguments } from '../tool-arguments.ts';

const usage = `Usage: npm run check -- [--without-tests]
Everything that must hold before a commit; without tests where they have just run.`;

const { values } = toolArguments(usage, { 'without-tests': { type: 'boolean', default: false } });

const steps: readonly (readonly [what: string, command: string, ...options: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  ['unused code', 'knip'],
  ...(values['without-tests'] ? [] : [['architecture and tests', 'npm', 'test'] as const]),
];

const failed: string[] = [];
for (const [what, command, ...options] of steps) {
  const startedAt = performance.now();
  const { status } = spawnSync(command, options, { stdio: 'inherit' });
  if (status !== 0) failed.push(what);
  console.log(
    `${what}: ${status === 0 ? 'fine' : 'FAILED'} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
}
if (failed.length > 0) {
  console.error(`Not ready: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
