import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { synthesize } from '#infra/aws/synth.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { Addresses, ParameterValues } from '#infra/local/cloud/options.ts';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { type Scope, scopes } from '#shared/contracts/http.ts';
import type { PlatformSecret, ShopSecret } from '#shared/contracts/secrets.ts';
import { apiTokenHash, apiTokenOf } from '#shared/domain/api-token.ts';
import { dynamoTokens } from '#shared/repositories/tokens.ts';

export interface LocalAppOptions {
  readonly clock: Clock;
  /** Where the cloud assembly goes. */
  readonly assembly: string;
  readonly dataDir?: string;
  readonly port?: number;
  readonly parameters: ParameterValues | ((addresses: Addresses) => ParameterValues);
  readonly onProgress?: (step: string) => void;
}

/** Synthesizes the app and runs it on this machine: the same templates and bundles that AWS would get. */
export async function startLocalApp(options: LocalAppOptions): Promise<LocalCloud> {
  const { assembly, onProgress = () => {}, ...rest } = options;
  onProgress('Synthesizing the app');
  await synthesize({ stage: 'local', outdir: assembly });
  return startLocalCloud({ ...rest, assembly, onProgress });
}

const dayMs = 86_400_000;

/**
 * The first token of a new installation: written as its hash straight into the table by whoever holds the cloud's credentials,
 * because creating a token through the API needs one.
 */
export async function createFirstToken(
  cloud: LocalCloud,
  {
    clock,
    name,
    granted = scopes,
    days = 365,
  }: { clock: Clock; name: string; granted?: readonly Scope[]; days?: number },
): Promise<string> {
  const client = new DynamoDBClient(cloud.clientConfig());
  const token = apiTokenOf(randomBytes(32));
  const nowMs = clock.now();
  await dynamoTokens(dynamoTable(client, output(cloud, 'TableName'))).create({
    id: `first-${nowMs.toString(36)}`,
    hash: apiTokenHash(token),
    name,
    scopes: [...granted],
    createdAt: new Date(nowMs).toISOString(),
    expiresAt: new Date(nowMs + days * dayMs).toISOString(),
  });
  client.destroy();
  return token;
}

/** What the operator does by hand on AWS: credentials of the platforms and the shops. */
export function fillSecrets(cloud: LocalCloud, platform: PlatformSecret, shops: ShopSecret): void {
  cloud.secrets.put(output(cloud, 'PlatformSecretArn'), JSON.stringify(platform));
  cloud.secrets.put(output(cloud, 'ShopSecretArn'), JSON.stringify(shops));
}

export function output(cloud: LocalCloud, name: string): string {
  const value = cloud.outputs[name];
  if (!value) throw new Error(`The template has no output ${name}.`);
  return value;
}
