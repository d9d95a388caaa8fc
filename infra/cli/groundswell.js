#!/usr/bin/env node
/**
 * Plain JavaScript for any Node 20+: the CLI itself is TypeScript, which the project's own Node 24 runs directly. An older Node
 * hands over to that one (npm package `node`, a dev dependency).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const runsTypeScript = Number(process.versions.node.split('.')[0]) >= 24;
const here = path => fileURLToPath(new URL(path, import.meta.url));

if (runsTypeScript) {
  const { run } = await import('./main.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  const node = here(`../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
  if (!existsSync(node)) {
    console.error(`groundswell needs Node 24; this is ${process.version}. Run "npm ci" in the project first.`);
    process.exit(1);
  }
  const child = spawn(node, [here('./groundswell.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the whole process group; the child cleans up and its exit code counts.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
