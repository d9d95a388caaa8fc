import { tokensAt } from '#shared/adapters/tiktok/access.ts';
import { consentUrl, exchangeCode } from '#shared/adapters/tiktok/oauth.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Connection } from '#shared/ports/connections.ts';

interface App {
  readonly url: string;
  readonly clientKey: string;
  readonly clientSecret: string;
}

export const redirectUri = 'https://go.meadow.example/connect/tiktok';

/** What TikTok sends the browser back with when this account presses "Continue". */
export async function consentOf(consentAddress: string, username: string): Promise<URL> {
  const answer = await fetch(consentAddress, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username, allow: '1' }),
  });
  return new URL(answer.headers.get('location') ?? `failed://${answer.status}`);
}

/** The account of `profile` connected to the app, as `connect-account` does it. */
export async function connected(app: App, profile: ProfileRef, at: Date): Promise<Connection> {
  const [state, verifier] = ['state', 'v'.repeat(43)];
  const back = await consentOf(
    consentUrl({ authUrl: `${app.url}/v2/auth/authorize/`, clientKey: app.clientKey, redirectUri, state, verifier }),
    profile.handle,
  );
  const client = { fetch, baseUrl: app.url, clientKey: app.clientKey, clientSecret: app.clientSecret };
  const answer = await exchangeCode(client, back.searchParams.get('code') ?? '', redirectUri, verifier);
  if (answer.kind !== 'found') throw new Error(answer.because);
  return { profile, influencerId: 'i1', connectedAt: at.toISOString(), ...tokensAt(answer.tokens, at) };
}
