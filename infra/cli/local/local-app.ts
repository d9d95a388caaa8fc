import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { synthesize } from '#infra/aws/synth.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { Addresses, Isolation, ParameterValues } from '#infra/local/cloud/options.ts';
import type { Faults } from '#infra/local/faults/faults.ts';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import type { PlatformSecret, ShopSecret } from '#shared/contracts/secrets.ts';
import { type FirstToken, writeFirstToken } from '../first-token.ts';

export interface LocalAppOptions {
  readonly clock: Clock;
  /** Where the cloud assembly goes. */
  readonly assembly: string;
  readonly isSynthesized?: boolean;
  readonly dataDir?: string;
  readonly port?: number;
  readonly parameters: ParameterValues | ((addresses: Addresses) => ParameterValues);
  readonly faults?: Faults;
  readonly isolation?: Isolation;
  readonly onProgress?: (step: string) => void;
}

/** Synthesizes the app and runs it on this machine: the same templates and bundles that AWS would get. */
export async function startLocalApp(options: LocalAppOptions): Promise<LocalCloud> {
  const { assembly, isSynthesized = false, onProgress = () => {}, ...rest } = options;
  if (!isSynthesized) {
    onProgress('Synthesizing the app');
    await synthesize({ stage: 'local', outdir: assembly });
  }
  return startLocalCloud({ ...rest, assembly, onProgress });
}

/** A token for the local cloud, written the way that an operator writes the first one of a stack on AWS. */
export async function createFirstToken(
  cloud: LocalCloud,
  { clock, ...wanted }: Omit<FirstToken, 'nowMs'> & { readonly clock: Clock },
): Promise<string> {
  const client = new DynamoDBClient(cloud.clientConfig());
  const { token } = await writeFirstToken(client, output(cloud, 'TableName'), { ...wanted, nowMs: clock.now() });
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
