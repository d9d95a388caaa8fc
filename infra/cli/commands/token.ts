import type { Scope } from '#shared/contracts/http.ts';
import { connect } from '../api.ts';
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
