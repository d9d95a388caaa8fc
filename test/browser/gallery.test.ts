import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(readFileSync(join(directory, 'mail-invitation-own.txt'), 'utf8')).toContain('I am Asha Rao of Lumen Skin.');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test('shows a campaign’s own words in its own mails, and nobody else’s', () => {
  const directory = mkdtempSync(join(tmpdir(), 'emails-'));
  try {
    const own = `messages:
    invitation: { subject: "A note for {{ name }}", text: "{% if post %}We read {{ post }}.{% else %}Hello.{% endif %}" }
    thanks: { text: "{{ brand.name }} thanks you." }
  sender:`;
    const campaign = join(directory, 'campaign.yaml');
    writeFileSync(campaign, readFileSync('campaign.example.yaml', 'utf8').replace('sender:', own));
    execFileSync(process.execPath, ['infra/cli/commands/emails.ts', '--out', directory, '--campaign', campaign]);
    const text = (name: string) => readFileSync(join(directory, `mail-${name}.txt`), 'utf8');
    expect(text('invitation-own')).toMatch(
      /^Subject: A note for Meera\n[\s\S]*We read Five things[\s\S]*Meadow Botanics/,
    );
    expect(text('invitation-own-least')).toMatch(/\nHello\.\n/);
    expect(text('thanks-own')).toContain('Meadow Botanics thanks you.');
    expect(readdirSync(directory).filter(name => name.includes('-own') && name.endsWith('.html'))).toHaveLength(3);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
