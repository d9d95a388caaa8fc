import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Connection, ConnectionStore } from '#shared/ports/connections.ts';
import type { NoAnswer } from '../no-answer.ts';
import { refreshTokens, type TiktokApp } from './oauth.ts';
import type { TiktokTokens } from './schema.ts';

export type Access = { readonly kind: 'found'; readonly accessToken: string } | NoAnswer;

/** A token that ends while it is on its way is of no use. */
const spareMs = 60_000;

/** An access token that is valid now, refreshed where it must be. */
export const tiktokAccess =
  (app: TiktokApp, connections: ConnectionStore) =>
  async (profile: ProfileRef, at: Date): Promise<Access> => {
    const connection = await connections.find(profile);
    if (!connection) return { kind: 'refused', because: 'they have not connected their TikTok account' };
    return isFresh(connection.accessUntil, at)
      ? { kind: 'found', accessToken: connection.accessToken }
      : refreshed(app, connections, connection, at);
  };

const isFresh = (until: string, at: Date): boolean => Date.parse(until) > at.getTime() + spareMs;

async function refreshed(app: TiktokApp, connections: ConnectionStore, before: Connection, at: Date): Promise<Access> {
  const { profile } = before;
  if (!(await connections.claimRenewal(profile, at.toISOString())))
    return {
      kind: 'throttled',
      retryAt: new Date(at.getTime() + spareMs).toISOString(),
      because: 'their access is just being renewed',
    };
  const answer = isFresh(before.refreshUntil, at)
    ? await refreshTokens(app, before.refreshToken)
    : ({ kind: 'refused', because: 'the access has ended: they must connect their TikTok account again' } as const);
  if (answer.kind === 'refused') await connections.forget(profile);
  if (answer.kind !== 'found') return answer;
  const after = { ...before, ...tokensAt(answer.tokens, at) };
  if (await connections.renew(before, after)) return { kind: 'found', accessToken: after.accessToken };
  return { kind: 'refused', because: 'they have disconnected their TikTok account' };
}

/** What TikTok gave, with times instead of lifetimes. */
export const tokensAt = (tokens: TiktokTokens, at: Date) => ({
  accountId: tokens.open_id,
  scopes: tokens.scope.split(/[,\s]+/).filter(Boolean),
  accessToken: tokens.access_token,
  accessUntil: new Date(at.getTime() + tokens.expires_in * 1000).toISOString(),
  refreshToken: tokens.refresh_token,
  refreshUntil: new Date(at.getTime() + tokens.refresh_expires_in * 1000).toISOString(),
});
