import { dynamo, secretsManager } from '#shared/aws/clients.ts';
import { secretText } from '#shared/aws/secrets.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { vaultOf } from '#shared/lib/vault.ts';
import type { ConnectionStore } from '#shared/ports/connections.ts';
import { dynamoConnections } from '#shared/repositories/connections.ts';

/** Access that influencers gave us; only functions with the key of the vault can read it. */
export async function connectionsOf(env: {
  readonly TABLE_NAME: string;
  readonly VAULT_SECRET_ARN: string;
}): Promise<ConnectionStore> {
  const vault = vaultOf(await secretText(secretsManager(), env.VAULT_SECRET_ARN));
  return dynamoConnections(dynamoTable(dynamo(), env.TABLE_NAME), vault);
}
