import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '#shared/aws/table.ts';
import { type Scope, scopes } from '#shared/contracts/route.ts';
import { apiTokenHash, apiTokenOf } from '#shared/domain/api-token.ts';
import { plusDays } from '#shared/domain/time.ts';
import type { ApiToken } from '#shared/ports/access.ts';
import { dynamoTokens } from '#shared/repositories/tokens.ts';

export interface FirstToken {
  readonly name: string;
  readonly granted?: readonly Scope[];
  readonly days?: number;
  readonly nowMs: number;
}

/**
 * The first token of a new installation: written as its hash straight into the table by whoever holds the cloud's credentials,
 * because creating a token through the API needs one.
 */
export async function writeFirstToken(
  client: DynamoDBClient,
  tableName: string,
  { name, granted = scopes, days = 365, nowMs }: FirstToken,
): Promise<Omit<ApiToken, 'hash'> & { readonly token: string }> {
  const token = apiTokenOf(randomBytes(32));
  const createdAt = new Date(nowMs).toISOString();
  const kept = {
    id: `first-${nowMs.toString(36)}`,
    name,
    scopes: [...granted],
    createdAt,
    expiresAt: plusDays(createdAt, days),
  };
  await dynamoTokens(dynamoTable(client, tableName)).create({ ...kept, hash: apiTokenHash(token) });
  return { ...kept, token };
}
