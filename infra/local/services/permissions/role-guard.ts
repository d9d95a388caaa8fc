import { type Decision, decide } from './policy.ts';
import type { RolePolicies } from './role-policies.ts';

/** Decisions remembered; object keys make ever new resources, so the memory is emptied when it is full. */
const mostRemembered = 20_000;

export interface RoleGuard {
  decide(roleArn: string, action: string, resource: string): Decision;
}

/** Answers what a role may do, from its policies alone. Used in the database's thread as well, so it takes plain data. */
export function createRoleGuard(
  roles: readonly RolePolicies[],
  region: string,
  onFirstUse: (key: Grant) => void,
): RoleGuard {
  const byArn = new Map(roles.map(role => [role.arn, role.statements]));
  const remembered = new Map<string, Decision>();
  return {
    decide(roleArn, action, resource) {
      const key = `${roleArn} ${action} ${resource}`;
      const known = remembered.get(key);
      if (known) return known;
      if (remembered.size >= mostRemembered) remembered.clear();
      const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': roleArn, 'aws:RequestedRegion': region };
      const decision = decide(byArn.get(roleArn) ?? [], { action, resource, context });
      remembered.set(key, decision);
      if (decision === 'allowed') onFirstUse({ roleArn, action, resource });
      return decision;
    },
  };
}

export interface Grant {
  readonly roleArn: string;
  readonly action: string;
  readonly resource: string;
}

/** The text of AWS. */
export function refusal({ roleArn, action, resource }: Grant, decision: Decision): string {
  const [, , , , account, role = ''] = roleArn.split(':');
  const who = `User: arn:aws:sts::${account}:assumed-role/${role.split('/').at(-1)}/local`;
  const why =
    decision === 'denied by a statement'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return `${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
