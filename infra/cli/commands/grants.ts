import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { readCampaignFile } from '../campaign-file.ts';
import { startCampaignRun } from '../local/campaign-run.ts';
import { table, terminal } from '../terminal.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

/** Runs the demo's campaign and lists what the template grants and nobody used, and what was refused. */
const out = terminal({ json: values.json });
const folder = mkdtempSync(join(tmpdir(), 'groundswell-grants-'));
const run = await startCampaignRun({
  spec: readCampaignFile('campaign.example.yaml').spec as unknown as CampaignSpecInput,
  seed: values.seed,
  people: Number(values.people),
  assembly: join(folder, 'cdk.out'),
  onProgress: step => out.say(`${step} ...`),
});
try {
  await run.untilEnd();
  const unused = run.cloud.permissions.unused();
  const refused = [...new Set(run.cloud.permissions.refused())];
  const rows = unused.map(({ roleArn, action, resource }) => [roleArn.split('/').at(-1) ?? '', action, resource]);
  out.result({ unused, refused }, [
    `${unused.length} grants were never used:`,
    ...table(rows).map(line => `  ${line}`),
    ...(refused.length > 0 ? ['Refused:', ...refused.map(line => `  ${line}`)] : []),
  ]);
} finally {
  await run.stop();
  rmSync(folder, { recursive: true, force: true });
}
