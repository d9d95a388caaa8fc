import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '#shared/aws/table.ts';
import { dynamoCampaigns } from '#shared/repositories/campaigns.ts';
import { exampleCampaign } from '../example-campaign.ts';

/** What identifying a list of candidates took: reading, merging, looking up and writing them all. */
export interface ImportMeasurement {
  readonly kind: 'import';
  readonly rows: number;
  readonly candidates: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Of the process in which the function runs as it is shipped. */
  readonly peakMemoryMb: number;
}

const services = fileURLToPath(new URL('./import-services.ts', import.meta.url));
const at = '2026-11-23T06:00:00.000Z';

/** Calls the bundled function once. `bundles` is the folder that holds it. */
async function measureImport(rows: number, bundles: string): Promise<ImportMeasurement> {
  const aws = fork(services, [String(rows)], { execArgv: [] });
  const [url] = (await once(aws, 'message')) as [string];
  Object.assign(process.env, {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: url,
    TABLE_NAME: 'bench',
    FILES_BUCKET: 'bench',
    SIGNING_SECRET_ARN: 'bench',
  });
  const campaigns = dynamoCampaigns(dynamoTable(new DynamoDBClient({}), 'bench'));
  await campaigns.create(campaign());
  const { handler } = await import(pathToFileURL(join(bundles, 'identify-candidates', 'index.mjs')).href);

  const startedMs = performance.now();
  const startedCpu = process.cpuUsage();
  const { candidates } = await handler({ campaignId: 'bench', at }, {});
  const cpu = process.cpuUsage(startedCpu);
  const wallSeconds = Math.round((performance.now() - startedMs) / 10) / 100;
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const { counts } = await campaigns.get('bench');
  aws.kill();
  return {
    kind: 'import',
    rows: counts.rows ?? 0,
    candidates,
    wallSeconds,
    cpuSeconds: Math.round((cpu.user + cpu.system) / 10_000) / 100,
    peakMemoryMb,
  };
}

function campaign() {
  return {
    campaignId: 'bench',
    spec: exampleCampaign([{ kind: 'csv', upload: 'bench' }]),
    status: 'identifying' as const,
    paused: false,
    createdAt: at,
    endsAt: at,
    budget: { minor: 1, currency: 'INR' },
    commitments: { committed: 0, byInfluencer: {} },
    counts: {},
    rejectedRows: [],
  };
}

const [, , count, folder] = process.argv;
if (process.send && count && folder) process.send(await measureImport(Number(count), folder), () => process.exit(0));
