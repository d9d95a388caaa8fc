import { createHash } from 'node:crypto';
import { askJson } from '../http/json-api.ts';
import type { NoAnswer } from '../no-answer.ts';
import { oauthError, type TiktokTokens, tokenAnswer } from './schema.ts';

/** The operator's app at developers.tiktok.com. */
export interface TiktokApp {
  readonly fetch: typeof globalThis.fetch;
  /** https://open.tiktokapis.com */
  readonly baseUrl: string;
  readonly clientKey: string;
  readonly clientSecret: string;
}

/** Read only: who they are, how many follow them, and what they published. */
export const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'] as const;

interface Consent {
  /** https://www.tiktok.com/v2/auth/authorize/ */
  readonly authUrl: string;
  readonly clientKey: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
}

/** Where the influencer is asked whether we may look. */
export function consentUrl({ authUrl, clientKey, redirectUri, state, verifier }: Consent): string {
  const url = new URL(authUrl);
  const query = {
    client_key: clientKey,
    scope: scopes.join(','),
    response_type: 'code',
    redirect_uri: redirectUri,
    state,
    // Hexadecimal, where RFC 7636 says base64url: TikTok's Login Kit is its own.
    code_challenge: createHash('sha256').update(verifier).digest('hex'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

export type TokenAnswer = { readonly kind: 'found'; readonly tokens: TiktokTokens } | NoAnswer;

/** The code that came back from the consent page, for tokens. */
export const exchangeCode = (app: TiktokApp, code: string, redirectUri: string, verifier: string) =>
  askToken(app, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });

/** New tokens for old ones. The refresh token changes too: the new one must be kept. */
export const refreshTokens = (app: TiktokApp, refreshToken: string) =>
  askToken(app, { grant_type: 'refresh_token', refresh_token: refreshToken });

async function askToken(
  { fetch, baseUrl, clientKey, clientSecret }: TiktokApp,
  grant: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const answer = await askJson(fetch, `${baseUrl.replace(/\/+$/, '')}/v2/oauth/token/`, {
    method: 'POST',
    form: { client_key: clientKey, client_secret: clientSecret, ...grant },
  });
  if (answer.kind === 'unreachable') return { kind: 'broken', because: `TikTok can not be reached: ${answer.because}` };
  const given = answer.status < 400 ? tokenAnswer.safeParse(answer.body) : undefined;
  if (given?.success) return { kind: 'found', tokens: given.data };
  const failed = oauthError.safeParse(answer.body);
  if (failed.success && answer.status < 500)
    return {
      kind: 'refused',
      because: `TikTok gives no access (${failed.data.error}: ${failed.data.error_description.slice(0, 200)})`,
    };
  return { kind: 'broken', because: `TikTok answered ${answer.status} with a body that makes no sense` };
}
