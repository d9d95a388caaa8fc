import type { Verdict } from '../no-answer.ts';

/** What an error means for us. Three codes are documented; the rest is told by its words, then by the HTTP status. First fit wins. */
const byCode: Readonly<Record<string, Verdict>> = {
  CHANNEL_NOT_FOUND: { kind: 'missing', because: 'HypeAuditor knows no such account' },
  NO_VIDEOS: { kind: 'missing', because: 'the account has published no video' },
  NO_VIEWS: { kind: 'missing', because: 'nobody has seen the videos of the account' },
};
const byWords: readonly (readonly [RegExp, Verdict])[] = [
  [
    /not[\s_]?found|no such|unknown (?:user|account)/i,
    { kind: 'missing', because: 'HypeAuditor knows no such account' },
  ],
  [/private|deleted|banned/i, { kind: 'missing', because: 'the account is private or gone' }],
  [
    /credit|balance|not enough|rest ?tokens|limit exceeded|payment/i,
    { kind: 'throttled', because: 'the credits of the HypeAuditor plan are used up' },
  ],
  [/too many|rate|throttl/i, { kind: 'throttled', because: 'HypeAuditor is asked too fast' }],
  [
    /auth|token|access|forbidden|permission/i,
    { kind: 'refused', because: 'HypeAuditor does not take the credentials' },
  ],
];
const byStatus: Readonly<Record<number, Verdict>> = {
  401: { kind: 'refused', because: 'HypeAuditor does not take the credentials' },
  402: { kind: 'throttled', because: 'the credits of the HypeAuditor plan are used up' },
  403: { kind: 'refused', because: 'HypeAuditor does not take the credentials' },
  404: { kind: 'missing', because: 'HypeAuditor knows no such account' },
  429: { kind: 'throttled', because: 'HypeAuditor is asked too fast' },
};

export function verdictOn(
  error: { readonly code: string; readonly description: string } | undefined,
  status: number,
): Verdict {
  const words = error && `${error.code} ${error.description}`;
  const told = error && (byCode[error.code] ?? byWords.find(([pattern]) => pattern.test(words ?? ''))?.[1]);
  return (
    told ??
    byStatus[status] ?? { kind: 'broken', because: `HypeAuditor answered ${words?.trim().slice(0, 200) || status}` }
  );
}
