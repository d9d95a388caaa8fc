import type { Verdict } from '../no-answer.ts';

/** What a code of TikTok means for us (tiktok-api-v2-error-handling). */
const verdicts: Readonly<Record<string, Verdict>> = {
  access_token_invalid: { kind: 'refused', because: 'the access has ended: they must connect their account again' },
  scope_not_authorized: { kind: 'refused', because: 'they did not allow us to see this' },
  scope_permission_missed: { kind: 'refused', because: 'they did not allow us to see this' },
  invalid_params: { kind: 'broken', because: 'TikTok did not understand the call' },
  invalid_file_upload: { kind: 'broken', because: 'TikTok did not understand the call' },
  rate_limit_exceeded: { kind: 'throttled', because: 'calls come too fast' },
  internal_error: { kind: 'broken', because: 'TikTok is out of order for the moment' },
};
const byStatus: Readonly<Record<number, Verdict>> = {
  401: { kind: 'refused', because: 'the access has ended: they must connect their account again' },
  403: { kind: 'refused', because: 'TikTok does not allow the app this' },
  429: { kind: 'throttled', because: 'calls come too fast' },
};

/** The code decides, also on HTTP 200; undefined is success. */
export function verdictOn(code: string | undefined, message: string, status: number): Verdict | undefined {
  if (code === 'ok' && status < 400) return undefined;
  const verdict = verdicts[code ?? ''] ?? byStatus[status];
  const detail = code === undefined ? `TikTok answered ${status}` : `${code}: ${message.slice(0, 200)}`;
  return verdict ? { ...verdict, because: `${verdict.because} (${detail})` } : { kind: 'broken', because: detail };
}
