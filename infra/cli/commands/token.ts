import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Scope } from '#shared/contracts/route.ts';
import { connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { writeFirstToken } from '../first-token.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface TokenOptions extends ApiOptions {
  readonly json?: boolean;
  readonly name: string;
  readonly scope: readonly Scope[];
  readonly days: number;
}

export async function createToken({ name, scope, days, ...options }: TokenOptions): Promise<void> {
  const api = connect(apiSettings(options));
  const made = await api.call('createToken', { body: { name, scopes: scope, expiresInDays: days } });
  terminal(options).result(made, [
    made.token,
    `Shown once. ${made.name} may ${made.scopes.join(', ')} until ${made.expiresAt.slice(0, 10)}; revoke it with: npx groundswell token revoke ${made.id}`,
  ]);
}

export async function revokeToken(tokenId: string, options: ApiOptions & { json?: boolean }): Promise<void> {
  await connect(apiSettings(options)).call('revokeToken', { params: { tokenId } });
  terminal(options).result({ revoked: tokenId }, [`Revoked ${tokenId}.`]);
}

export interface FirstTokenOptions {
  readonly json?: boolean;
  readonly table: string;
  readonly name: string;
  readonly days: number;
}

/** Needs credentials of the account and no token: for the first one of a deployed stack. */
export async function createFirstToken({ table, name, days, ...options }: FirstTokenOptions): Promise<void> {
  const client = new DynamoDBClient();
  const made = await writeFirstToken(client, table, { name, days, nowMs: Date.now() }).catch(error => {
    throw inWords(error, table);
  });
  client.destroy();
  terminal(options).result(made, [
    made.token,
    `Shown once. ${name} may do everything until ${made.expiresAt.slice(0, 10)}; make narrower ones with: npx groundswell token create`,
  ]);
}

function inWords(error: Error, table: string): Error {
  switch (error.name) {
    case 'ResourceNotFoundException':
      return new CliError('not-found', `There is no table ${table} in this account and region.`, {
        details: ['TableName in the outputs of the data stack is its name; AWS_REGION says which region is asked.'],
      });
    case 'CredentialsProviderError':
    case 'AccessDeniedException':
    case 'UnrecognizedClientException':
      return new CliError('unauthorized', `AWS does not let you write to ${table}: ${error.message}`);
    default:
      return error;
  }
}
