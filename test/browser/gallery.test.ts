import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mailSamples } from '#shared/email/samples.ts';
import { pageSamples } from '#shared/pages/samples.ts';

test('npm run emails writes every mail and page, with pictures inside and the text part beside', () => {
  const directory = mkdtempSync(join(tmpdir(), 'emails-'));
  try {
    execFileSync(process.execPath, ['infra/cli/commands/emails.ts', '--out', directory]);
    const files = readdirSync(directory);
    for (const name of Object.keys(mailSamples))
      expect(files).toEqual(expect.arrayContaining([`mail-${name}.html`, `mail-${name}.txt`]));
    for (const name of Object.keys(pageSamples)) expect(files).toContain(`page-${name}.html`);
    const report = readFileSync(join(directory, 'mail-report.html'), 'utf8');
    expect(report).toContain('src="data:image/png;base64,');
    expect(report).not.toContain('src="cid:');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
