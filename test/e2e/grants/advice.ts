import type { ResourceCatalog } from '#infra/local/assembly/resource.ts';
import { grantWords } from '#infra/local/services/permissions/grant-words.ts';
import type { GrantUse } from '#infra/local/services/permissions/permissions.ts';

/** Where a grant of a function comes from, by its action: the first that fits. */
const sources: readonly [action: RegExp, source: string][] = [
  [/^dynamodb:/, '`table` (or `indexes`, for a Query on an index)'],
  [/^s3:PutObject/, '`writesFiles`'],
  [/^s3:/, '`readsFiles` or `readsMail`'],
  [/^states:SendTask/, '`completesWaits`'],
  [/^states:/, '`runsCampaigns`'],
  [/^ses:GetSendQuota/, '`asksSendQuota`'],
  [/^sqs:/, '`asynchronous`'],
  [/^(secretsmanager|ses):/, 'nothing: a variable of its row in shared/contracts/functions.ts implies it'],
];

/** What to do about each grant that no call needed. */
export function adviceOn(grants: readonly GrantUse[], catalog: ResourceCatalog): string[] {
  const words = grantWords(catalog);
  return grants.map(grant => {
    const { action, used } = grant;
    const what = [words.holder(grant), 'may', action, 'on', words.resource(grant), words.terms(grant)].filter(Boolean);
    return `${what.join(' ')}: ${used > 0 ? 'other grants allow every one of its calls' : 'nothing did this'}. ${remedy(grant, words.holder(grant))}`;
  });
}

function remedy({ kind, action }: GrantUse, holder: string): string {
  const [, name] = /^function (.+)$/.exec(holder) ?? [];
  const exercise =
    'If it is needed on a path that is not taken here, take it in test/e2e/grants/steps.ts (one step by hand)';
  if (kind === 'role' && name !== undefined) {
    const source = sources.find(([pattern]) => pattern.test(action))?.[1] ?? 'infra/aws/constructs/grants.ts';
    return `Take it out of the row '${name}' in infra/aws/needs.ts (${source}). ${exercise}, or in campaigns.ts, people.ts or misfortunes.ts beside it.`;
  }
  const place =
    kind === 'resource' ? 'the policy of that resource in infra/aws' : `the role of ${holder} in infra/aws/constructs`;
  return `Take it out of ${place}. ${exercise}, campaigns.ts, people.ts, misfortunes.ts or routes.ts.`;
}
