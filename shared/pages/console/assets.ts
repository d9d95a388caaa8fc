import { readFileSync } from 'node:fs';

/** Files that a bundle with the console page ships beside its index.mjs, in the order in which they are put together. */
export const consoleAssets = [
  'console-dom.js',
  'console-api.js',
  'console-files.js',
  'console-decide.js',
  'console-figures.js',
  'console-shares.js',
  'console-split.js',
  'console-lists.js',
  'console-attention.js',
  'console-mail.js',
  'console-forecast.js',
  'console-campaign.js',
  'console-plan.js',
  'console-import.js',
  'console-main.js',
] as const;

/** They are modules for those who read and check them; a page under a strict policy runs one module, so imports and exports go. */
const joined = (source: string): string => source.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '');

export const readConsoleScript = (): string =>
  consoleAssets.map(name => joined(readFileSync(new URL(name, import.meta.url), 'utf8'))).join('\n');
