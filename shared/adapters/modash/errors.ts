import type { Verdict } from '../no-answer.ts';

/** What a code of Modash means for us (docs.modash.io); where the body is none of theirs, the HTTP status decides. */
const verdicts: Readonly<Record<string, Verdict>> = {
  account_not_found: { kind: 'missing', because: 'Modash knows no such account' },
  handle_not_found: { kind: 'missing', because: 'Modash knows no such account' },
  private_account: { kind: 'missing', because: 'the account is private' },
  api_token_invalid: { kind: 'refused', because: 'the Modash key is not valid' },
  not_enough_credits: { kind: 'throttled', because: 'the credits of the Modash plan are used up' },
  rate_limit_exceeded: { kind: 'throttled', because: 'Modash is asked too fast' },
};

const byStatus: Readonly<Record<number, Verdict>> = {
  400: { kind: 'missing', because: 'Modash did not take the handle' },
  401: { kind: 'refused', because: 'the Modash key is not valid' },
  402: { kind: 'throttled', because: 'the credits of the Modash plan are used up' },
  403: { kind: 'refused', because: 'the Modash plan does not include this' },
  404: { kind: 'missing', because: 'Modash knows no such account' },
  429: { kind: 'throttled', because: 'Modash is asked too fast' },
};

export const verdictOn = (code: string | undefined, status: number): Verdict =>
  verdicts[code ?? ''] ?? byStatus[status] ?? { kind: 'broken', because: `Modash answered ${status}` };
