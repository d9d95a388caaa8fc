import type { Verdict } from '../no-answer.ts';
import type { GraphError } from './schema.ts';

/**
 * What an error code of the Graph API means for us. The code decides, never the HTTP status: limits come as 400 too
 * (developers.facebook.com/docs/graph-api/guides/error-handling). First fitting row wins.
 */
const verdicts: readonly (Verdict & {
  readonly codes: readonly [from: number, to: number];
  readonly subcode?: number;
})[] = [
  {
    codes: [110, 110],
    subcode: 2207013,
    kind: 'missing',
    because: 'no such account, or a personal one that Instagram shows to nobody',
  },
  { codes: [110, 110], kind: 'missing', because: 'no such account' },
  {
    codes: [100, 100],
    subcode: 2207013,
    kind: 'missing',
    because: 'no such account, or a personal one that Instagram shows to nobody',
  },
  { codes: [4, 4], kind: 'throttled', because: 'the app has used up its calls of this hour' },
  { codes: [17, 17], kind: 'throttled', because: 'the token has used up its calls of this hour' },
  { codes: [32, 32], kind: 'throttled', because: 'the page token has used up its calls of this hour' },
  { codes: [341, 341], kind: 'throttled', because: 'the app has reached a limit' },
  { codes: [613, 613], kind: 'throttled', because: 'calls come too fast' },
  { codes: [80_000, 80_014], kind: 'throttled', because: 'the business account has used up its calls' },
  { codes: [102, 102], kind: 'refused', because: 'the session has ended: make a new access token' },
  { codes: [190, 190], kind: 'refused', because: 'the access token is no longer valid: make a new one' },
  { codes: [3, 3], kind: 'refused', because: 'the app lacks this capability: check its products and permissions' },
  {
    codes: [10, 10],
    kind: 'refused',
    because: 'a permission is missing: instagram_basic, instagram_manage_insights, pages_read_engagement',
  },
  {
    codes: [200, 299],
    kind: 'refused',
    because: 'a permission is missing: instagram_basic, instagram_manage_insights, pages_read_engagement',
  },
  { codes: [368, 368], kind: 'refused', because: 'Meta has blocked the app for a policy: see its dashboard' },
  { codes: [1, 2], kind: 'broken', because: 'Instagram is out of order for the moment' },
  {
    codes: [100, 100],
    kind: 'broken',
    because: 'Instagram did not understand the call: check the configured API version',
  },
];

export function verdictOn(error: GraphError): Verdict {
  const row = verdicts.find(
    ({ codes: [from, to], subcode }) =>
      error.code >= from && error.code <= to && (subcode === undefined || subcode === error.error_subcode),
  );
  const because = `${row?.because ?? 'Instagram answered with an error'} (code ${error.code}: ${error.message.slice(0, 200)})`;
  return { kind: row?.kind ?? 'broken', because };
}
