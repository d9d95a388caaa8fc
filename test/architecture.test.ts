import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom. A path starts with what may be imported; `package:` lists are closed, without one any package goes. */
interface Rule {
  readonly of: RegExp;
  readonly paths: readonly string[];
  readonly packages?: readonly string[];
  readonly not?: readonly string[];
}

const cdk = ['aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'];
/** What computes and does nothing else; of node:crypto only hashes. */
const pure = ['luxon', 'currency-codes', 'libphonenumber-js', 'linkify-it', 'csv-stringify', 'node:crypto'];

const rules: readonly Rule[] = [
  { of: /^shared\/domain\//, paths: ['shared/domain/'], packages: pure },
  { of: /^shared\//, paths: ['shared/'], not: cdk },
  { of: /^functions\//, paths: ['shared/', 'own folder'], not: cdk },
  {
    of: /^workflows\//,
    paths: ['workflows/', 'shared/contracts/', 'shared/errors.ts'],
    packages: ['aws-cdk-lib', 'constructs', 'zod'],
  },
  { of: /^infra\//, paths: ['infra/', 'workflows/', 'shared/', 'cdk.json', 'package.json'] },
];

const sources = globSync('{shared,functions,workflows,infra}/**/*.{ts,tsx}');

test('every file imports only what its folder may', () => {
  const wrong = sources.flatMap(file => {
    const rule = rules.find(one => one.of.test(file));
    return importsOf(file).flatMap(imported =>
      isAllowed(file, imported, rule) ? [] : [`${file} imports ${imported}`],
    );
  });
  expect(sources.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('time, randomness and the environment are given, never taken', () => {
  const taken = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bprocess\.env\b/;
  const givers = /^(?:infra|shared\/lambda)\//;
  expect(sources.filter(file => !givers.test(file) && taken.test(codeOf(file)))).toEqual([]);
});

function isAllowed(file: string, imported: string, rule: Rule | undefined): boolean {
  if (!rule) return false;
  if (imported.startsWith('#') || imported.startsWith('.')) {
    const path = imported.startsWith('#') ? imported.slice(1) : normalize(join(dirname(file), imported));
    const allowed = rule.paths.map(one => (one === 'own folder' ? `${dirname(file)}/` : one));
    return allowed.some(start => path.startsWith(start));
  }
  const name = imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
  return rule.packages ? rule.packages.includes(name) : !rule.not?.includes(name);
}

/** Static and dynamic imports, re-exports and types. */
function importsOf(file: string): string[] {
  const found = codeOf(file).matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*'([^'\n]+)'/gm);
  return [...found].flatMap(([, imported]) => (imported ? [imported] : []));
}

const codeOf = (file: string) => readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
