import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '#infra/cli/main.ts';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { functions } from '#shared/contracts/functions.ts';
import { routes } from '#shared/contracts/http.ts';
import { keys } from '#shared/repositories/keys.ts';
import packageJson from '../package.json' with { type: 'json' };

const read = (file: string) => readFileSync(file, 'utf8');
const pages = globSync('{*.md,docs/**/*.md,workflows/**/*.md}');
const readme = read('README.md');

/** What a page says, without its fenced blocks. */
const proseOf = (page: string) => read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
/** GitHub's name of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (page: string) =>
  [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
const linksOf = (page: string) => [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
const blocksUnder = (heading: string) =>
  [...(readme.split(`## ${heading}\n`)[1]?.split(/^## /m)[0] ?? '').matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(
    ([, code]) => (code ?? '').trim(),
  );

describe('documents', () => {
  test('every link leads to a file and heading that are there', () => {
    const broken = pages.flatMap(page =>
      linksOf(page)
        .filter(target => !/^[a-z]+:/.test(target))
        .filter(target => {
          const [path = '', anchor] = target.split('#');
          const file = path === '' ? page : normalize(join(dirname(page), path));
          return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
        })
        .map(target => `${page}: ${target}`),
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test('every npm script that is named exists', () => {
    const scripts = new Set(Object.keys(packageJson.scripts));
    const unknown = pages.flatMap(page =>
      [...read(page).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)]
        .map(([, run, short]) => run ?? short ?? '')
        .filter(name => !scripts.has(name))
        .map(name => `${page}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every command of the CLI that is named exists', () => {
    const commands = new Set(program().commands.map(command => command.name()));
    const unknown = pages.flatMap(page =>
      [...read(page).matchAll(/npx groundswell ([a-z]+)/g)]
        .map(([, name]) => name ?? '')
        .filter(name => !commands.has(name)),
    );
    expect(unknown).toEqual([]);
  });

  test('the README names one command for the tests, which npm knows', () => {
    expect(blocksUnder('Tests')).toEqual(['npm test']);
    expect(packageJson.scripts.test).toBe('vitest run --project unit --project slow');
  });

  test('every decision stands in the index under its own title, without a gap', () => {
    const decisions = globSync('docs/decisions/[0-9]*.md').toSorted();
    const index = read('docs/decisions/README.md');
    for (const [position, file] of decisions.entries()) {
      const number = String(position + 1).padStart(4, '0');
      const [title = ''] = read(file).split('\n', 1);
      expect(basename(file).slice(0, 4)).toBe(number);
      expect(index).toContain(`| ${number} | [${title.slice(`# ${number}. `.length)}](${basename(file)}) |`);
    }
  });

  test('the map of the house shows every folder of code', () => {
    const [, map = ''] = readme.split('## The map of the house\n');
    const mapped = [...map.matchAll(/^\| \[([^/\]]+)/gm)].map(([, folder]) => folder);
    expect(new Set(mapped)).toEqual(new Set(globSync('{shared,functions,workflows,infra,test}')));
  });
});

describe('what the documents say of the code', () => {
  const architecture = read('ARCHITECTURE.md');

  test('the number of functions', () => {
    expect(architecture).toContain(`${Object.keys(functions).length} small functions`);
  });

  test('every kind of item stands in the table of the state', () => {
    const texts = Array.from({ length: 4 }, () => 'x') as [string, string, string, string];
    const prefixes = Object.values(keys).map(key => {
      const { PK } = (key as (...of: unknown[]) => { PK: string })(...texts);
      return PK.split('#')[0] ?? '';
    });
    for (const prefix of new Set(prefixes)) expect(architecture).toMatch(new RegExp(`\`${prefix}[#\`]`));
  });

  test('the shortest campaign launches', () => {
    expect(campaignSpec.safeParse(JSON.parse(read('examples/campaign.json'))).success).toBe(true);
  });

  test('the routes of the README are routes', () => {
    const paths = new Set(
      Object.values(routes).map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
    );
    const named = [...readme.matchAll(/`(GET|POST|DELETE) (\/[^`]*)`/g)].map(
      ([, method, path]) => `${method} ${path?.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(route => !paths.has(route))).toEqual([]);
  });
});
