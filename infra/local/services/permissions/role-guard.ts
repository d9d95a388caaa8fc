import type { GrantBook, Verdict } from './grant-book.ts';
import type { Decision } from './policy.ts';

/** Verdicts remembered; object keys make ever new resources, so the memory is emptied when it is full. */
const mostRemembered = 20_000;

export interface RoleGuard {
  judge(roleArn: string, action: string, resource: string): Verdict;
}

/** Answers what a role may do, from its own policies alone. Used in the database's thread as well. */
export function createRoleGuard(book: GrantBook, region: string): RoleGuard {
  const remembered = new Map<string, Verdict>();
  return {
    judge(roleArn, action, resource) {
      const key = `${roleArn} ${action} ${resource}`;
      const known = remembered.get(key);
      if (known) return known;
      if (remembered.size >= mostRemembered) remembered.clear();
      const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': roleArn, 'aws:RequestedRegion': region };
      const verdict = book.judge('role', roleArn, { action, resource, context });
      remembered.set(key, verdict);
      return verdict;
    },
  };
}

export interface RoleAccess {
  readonly roleArn: string;
  readonly action: string;
  readonly resource: string;
}

/** The text of AWS. */
export function refusal({ roleArn, action, resource }: RoleAccess, decision: Decision): string {
  const [, , , , account, role = ''] = roleArn.split(':');
  const who = `User: arn:aws:sts::${account}:assumed-role/${role.split('/').at(-1)}/local`;
  const why =
    decision === 'denied by a statement'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return `${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
