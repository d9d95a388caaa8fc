import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionNames } from '#infra/aws/bundling.ts';

/** Bundles without content, for tests of the templates around them. */
export function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-bundles-'));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), 'export const handler = async () => ({});\n');
  }
  return folder;
}
