import { createHash } from 'node:crypto';
import { openId, type TiktokPlan } from './tiktok.ts';
import type { WorldAnswer, WorldRequest } from './world-server.ts';

interface Asked {
  readonly handle: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly scope: string;
}

const dayMs = 86_400_000;

/** TikTok's Login Kit: who has allowed whom what. Codes and refresh tokens serve once. */
export function consentDesk({ clock, clientKey, clientSecret }: TiktokPlan) {
  const codes = new Map<string, Asked>();
  const refreshable = new Map<string, Asked>();
  const access = new Map<string, { readonly handle: string; readonly untilMs: number }>();
  let given = 0;

  const grant = (asked: Asked): WorldAnswer => {
    given += 1;
    const tokens = { access_token: `act.${asked.handle}.${given}`, refresh_token: `rft.${asked.handle}.${given}` };
    access.set(tokens.access_token, { handle: asked.handle, untilMs: clock.now() + dayMs });
    refreshable.set(tokens.refresh_token, asked);
    return {
      body: {
        ...tokens,
        open_id: openId(asked.handle),
        scope: asked.scope,
        expires_in: 86_400,
        refresh_expires_in: 31_536_000,
        token_type: 'Bearer',
      },
    };
  };
  const refused = (error: string, error_description: string): WorldAnswer => ({
    status: 400,
    body: { error, error_description, log_id: 'world' },
  });

  return {
    /** Somebody who is logged in presses "Continue", or anything else. */
    consent({ url, body }: WorldRequest): WorldAnswer {
      const query = url.searchParams;
      const form = new URLSearchParams(body);
      const redirectUri = query.get('redirect_uri') ?? '';
      if (query.get('client_key') !== clientKey || query.get('response_type') !== 'code' || !URL.canParse(redirectUri))
        return { status: 400, body: 'This app does not exist.' };
      const back = new URL(redirectUri);
      back.searchParams.set('state', query.get('state') ?? '');
      if (form.get('allow') === '1') {
        const code = `code-${codes.size + 1}`;
        codes.set(code, {
          handle: form.get('username') ?? '',
          challenge: query.get('code_challenge') ?? '',
          redirectUri,
          scope: query.get('scope') ?? '',
        });
        back.searchParams.set('code', code);
      } else back.searchParams.set('error', 'access_denied');
      return { status: 302, headers: { location: back.href } };
    },
    token(form: URLSearchParams): WorldAnswer {
      if (form.get('client_key') !== clientKey || form.get('client_secret') !== clientSecret)
        return refused('invalid_client', 'Client key or secret is incorrect.');
      if (form.get('grant_type') === 'refresh_token') {
        const token = form.get('refresh_token') ?? '';
        const asked = refreshable.get(token);
        refreshable.delete(token);
        return asked ? grant(asked) : refused('invalid_grant', 'Refresh token is invalid or expired.');
      }
      const code = form.get('code') ?? '';
      const asked = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('hex');
      if (!asked || asked.redirectUri !== form.get('redirect_uri') || asked.challenge !== challenge)
        return refused('invalid_grant', 'Authorization code is invalid or expired.');
      return grant(asked);
    },
    handleOf(token: string | undefined): string | undefined {
      const found = access.get(token ?? '');
      return found && found.untilMs > clock.now() ? found.handle : undefined;
    },
  };
}
