import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '#infra/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'followers-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const exported = (...names: string[]) =>
  names.map(value => ({ title: '', string_list_data: [{ href: `https://www.instagram.com/${value}`, value }] }));

const asha = file('asha.json', exported('anu', 'bela', 'chitra', 'dev'));
const meera = file('meera.txt', 'bela\nchitra\nesha\n');

/** What a command prints, line by line, and how it ends. */
async function groundswell(...args: string[]) {
  const out: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await run(args);
  return { code, out: out.join(''), err: err.mock.calls.join('\n') };
}
afterEach(() => vi.restoreAllMocks());

describe('groundswell followers', () => {
  it('prints the common followers of two lists', async () => {
    const { code, out } = await groundswell('followers', asha, `Meera=${meera}`);
    expect(code).toBe(0);
    expect(out).toMatch(/asha\s+Meera\s+2\s+66\.7 %/);
    expect(out).toContain('Together 5 different people');
    expect(out).not.toMatch(/bela|chitra/);
  });

  it('reads the folder of a download, all its parts as one list', async () => {
    const download = join(folder, 'download');
    mkdirSync(download);
    writeFileSync(join(download, 'followers_1.json'), JSON.stringify(exported('anu', 'bela')));
    writeFileSync(join(download, 'followers_2.json'), JSON.stringify(exported('chitra')));
    writeFileSync(join(download, 'following.json'), '{}');
    const { out } = await groundswell('followers', download, '--json');
    expect(JSON.parse(out)).toMatchObject({ distinct: 3, members: [{ name: 'download', size: 3 }] });
  });

  it('tells who came and who left, of each list and of the common followers', async () => {
    const earlier = [file('asha-old.txt', 'anu bela zoya'), file('meera-old.txt', 'bela')];
    const { out } = await groundswell('followers', asha, meera, '--json', '--earlier', ...earlier);
    expect(JSON.parse(out)).toMatchObject({
      growth: [
        { before: 3, after: 4, gained: 2, lost: 1 },
        { before: 1, after: 3 },
      ],
      commonGrowth: { before: 1, after: 2, gained: 1, lost: 0, growth: 1 },
    });
    expect((await groundswell('followers', asha, meera, '--earlier', ...earlier)).out).toMatch(/on all lists\s+1\s+2/);
  });

  it('judges accounts where the list shows their counts', async () => {
    const table = file('table.csv', 'username,followers,following,posts\nanu,400,380,40\nx99123,2,4000,0\n');
    expect((await groundswell('followers', table)).out).toMatch(/table\s+1\s+1\s+0\s+0/);
  });

  it('counts what names no account', async () => {
    expect((await groundswell('followers', file('odd.txt', 'anu\n###\n'))).out).toContain(
      'odd: 1 entries name no account',
    );
  });

  it.each([
    ['a file that is not there', [join(folder, 'none.txt')], /none\.txt can not be read/],
    ['a file that is no list', [file('bad.json', '{"a": 1}')], /JSON without followers/],
    ['an empty folder', [mkdtempSync(join(tmpdir(), 'followers-'))], /holds no followers_1/],
    ['fewer earlier lists than lists', [asha, meera, '--earlier', asha], /takes as many lists/],
  ])('refuses %s and says why', async (_, args, says) => {
    const { code, err } = await groundswell('followers', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});
