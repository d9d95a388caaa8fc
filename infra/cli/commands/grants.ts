import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantWords } from '#infra/local/services/permissions/grant-words.ts';
import type { GrantUse } from '#infra/local/services/permissions/permissions.ts';
import { exampleCampaign } from '../example-campaign.ts';
import { startCampaignRun } from '../local/campaign-run.ts';
import { table, terminal } from '../terminal.ts';
import { toolArguments } from '../tool-arguments.ts';

const usage = `Usage: npm run local:grants -- [--people N] [--seed WORD] [--json]
Runs the demo's campaign and lists how often each grant of the template was used.`;

const { values } = toolArguments(usage, {
  people: { type: 'string', default: '120' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
});

const out = terminal({ json: values.json });
const folder = mkdtempSync(join(tmpdir(), 'groundswell-grants-'));
const run = await startCampaignRun({
  spec: exampleCampaign(),
  seed: values.seed,
  people: Number(values.people),
  assembly: join(folder, 'cdk.out'),
  onProgress: step => out.say(`${step} ...`),
});
try {
  await run.untilEnd();
  const { permissions, resources } = run.cloud;
  const grants = permissions.grants();
  const beyond = grants.filter(grant => grant.beyondLocal !== undefined);
  const seen = grants.filter(grant => grant.beyondLocal === undefined).sort((a, b) => b.used - a.used);
  const used = seen.filter(grant => grant.used > 0);
  const unused = seen.filter(grant => grant.used === 0);
  const refused = [...new Set(permissions.refused())];
  const words = grantWords(resources);
  const rows = (list: readonly GrantUse[]) =>
    table([
      ['of', 'action', 'resource', 'calls', ''],
      ...list.map(one => [words.holder(one), one.action, words.resource(one), String(one.used), words.terms(one)]),
    ]).map(line => `  ${line}`);
  out.result({ used, unused, beyond, refused }, [
    `${used.length} grants were used:`,
    ...rows(used),
    '',
    `${unused.length} of ${seen.length} grants were not used by this campaign; test/e2e/grants.test.ts makes use of every one:`,
    ...rows(unused),
    '',
    `${beyond.length} more are used on AWS only: ${[...new Set(beyond.map(one => one.beyondLocal))].join('; ')}.`,
    ...(refused.length > 0 ? ['Refused:', ...refused.map(line => `  ${line}`)] : []),
  ]);
} finally {
  await run.stop();
  rmSync(folder, { recursive: true, force: true });
}
