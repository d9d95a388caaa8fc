import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { chartAssets } from '#shared/charts/assets.ts';
import { type FunctionName, functions } from '#shared/contracts/functions.ts';
import { consoleAssets } from '#shared/pages/console/assets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const functionNames = Object.keys(functions) as FunctionName[];

/** ESM has no `require`, which CommonJS packages inside the bundle call for Node's own modules. */
const banner =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Packages that something smaller stands in for. Preact writes the same mails as React, to the letter (a test compares all samples),
 * in 15 kB instead of 225; the credentials' story is in the file.
 */
export const lighter = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  react: 'preact/compat',
  'react-dom/server.edge': 'preact/compat/server',
  '@aws-sdk/credential-provider-node': join(root, 'shared', 'lambda', 'credentials.ts'),
};

export interface BundleOptions {
  readonly outdir?: string;
  /** Folder that holds <name>/handler.ts. */
  readonly sources?: string;
  readonly names?: readonly string[];
}

/**
 * Bundles every function of the contract in one esbuild call, so that what they share is parsed once: <outdir>/<name>/index.mjs.
 * The SDK is inside, which starts faster than the runtime's own. Source maps lie beside in <outdir>.maps and are not shipped,
 * because Node would read them at every cold start.
 */
export function bundleFunctions({
  outdir = join(root, 'dist', 'functions'),
  sources = join(root, 'functions'),
  names = functionNames,
}: BundleOptions = {}): string {
  const entries = names.map(name => ({ in: join(sources, name, 'handler.ts'), out: join(name, 'index') }));
  const missing = entries.filter(entry => !existsSync(entry.in)).map(entry => relative(root, entry.in));
  if (missing.length > 0) {
    throw new Error(`The contract names functions that do not exist yet. Add ${missing.join(', ')}.`);
  }
  for (const directory of [outdir, mapsOf(outdir)]) rmSync(directory, { recursive: true, force: true });
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    alias: lighter,
    define: { 'process.env.NODE_ENV': '"production"' },
    sourcemap: 'external',
    // Whoever reads a map has the sources of that commit at hand.
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  });
  for (const name of names) {
    mkdirSync(join(mapsOf(outdir), name), { recursive: true });
    renameSync(join(outdir, name, 'index.mjs.map'), join(mapsOf(outdir), name, 'index.mjs.map'));
  }
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    if ('shared/charts/assets.ts' in inputs) shipChartAssets(dirname(join(root, output)));
    if ('shared/pages/console/assets.ts' in inputs) shipConsole(dirname(join(root, output)));
  }
  return resolve(outdir);
}

const mapsOf = (outdir: string) => `${outdir}.maps`;

/** A bundle that draws pictures reads its fonts and its renderer from beside itself. */
function shipChartAssets(directory: string): void {
  const { resolve: locate } = createRequire(import.meta.url);
  for (const { from, name } of chartAssets) copyFileSync(locate(from), join(directory, name));
}

/** The console page runs a module in the browser, which is read as text and so is no input of the bundle. */
function shipConsole(directory: string): void {
  for (const name of consoleAssets) copyFileSync(join(root, 'shared/pages/console', name), join(directory, name));
}
