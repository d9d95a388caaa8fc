import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const sources = fileURLToPath(new URL('./functions/', import.meta.url));

/** Bundles one function of this folder as a deployment would; answers with its asset folder. */
export function bundle(name: string): string {
  const outdir = mkdtempSync(join(tmpdir(), `bundle-${name}-`));
  buildSync({
    entryPoints: [join(sources, `${name}.ts`)],
    outfile: join(outdir, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    sourcemap: true,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outdir;
}
