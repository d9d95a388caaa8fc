import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const command = 'infra/cli/commands/corpora.ts';
const folder = mkdtempSync(join(tmpdir(), 'corpora-'));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const row = JSON.stringify({
  id: 'one',
  source: 'ours',
  input: { address: 'asha@example.com' },
  expected: { valid: true },
});

const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });

describe('npm run corpora', () => {
  it('prints the rate per source', () => {
    expect(run('addresses', file('rows.jsonl', `${row}\n`)).stdout).toMatch(/ours\s+1 of 1\s+100\.0 %/);
  });

  it('reads gzip and prints JSON', () => {
    const out = execFileSync(process.execPath, [command, 'addresses', file('rows.jsonl.gz', gzipSync(row)), '--json']);
    expect(JSON.parse(out.toString())).toMatchObject({ total: 1, passed: 1, failed: [] });
  });

  it.each([
    ['a file that is not there', 'missing.jsonl'],
    ['a line that is no JSON', file('broken.jsonl', '{"id":')],
    ['half a gzip', file('half.jsonl.gz', gzipSync(row).subarray(0, 20))],
  ])('exits with 1 and says why for %s', (_, path) => {
    const { status, stderr } = run('addresses', path);
    expect(status).toBe(1);
    expect(stderr).toContain(path);
  });

  it('lists the kinds when asked for one that it does not know', () => {
    const { status, stderr } = run('poems', 'rows.jsonl');
    expect(status).toBe(2);
    expect(stderr).toContain('machine-mail');
  });
});
