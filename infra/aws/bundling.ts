import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { type FunctionName, functions } from '#shared/contracts/functions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const functionNames = Object.keys(functions) as FunctionName[];

/** ESM has no `require`, which CommonJS packages inside the bundle call for Node's own modules. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles every function of the contract in one esbuild call, so that what they share is parsed once: <outdir>/<name>/index.mjs.
 * The SDK is inside, which starts faster than the runtime's own. Source maps lie beside in <outdir>.maps and are not shipped,
 * because Node would read them at every cold start.
 */
export function bundleFunctions(outdir = join(root, 'dist', 'functions'), sources = join(root, 'functions')): string {
  const entries = functionNames.map(name => ({ in: join(sources, name, 'handler.ts'), out: join(name, 'index') }));
  const missing = entries.filter(entry => !existsSync(entry.in)).map(entry => relative(root, entry.in));
  if (missing.length > 0) {
    throw new Error(`The contract names functions that do not exist yet. Add ${missing.join(', ')}.`);
  }
  rmSync(outdir, { recursive: true, force: true });
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // Faults are matched by class name in logs; minified names would read `t`.
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    define: { 'process.env.NODE_ENV': '"production"' },
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  for (const { path, contents } of outputFiles) {
    const file = path.endsWith('.map') ? join(`${outdir}.maps`, relative(outdir, path)) : path;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return resolve(outdir);
}
