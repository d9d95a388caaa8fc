// Our own evaluator and not npm `@cloud-copilot/iam-simulate`: that answers asynchronously and looks up every action in a
// database of all AWS services, while each table access of a function has to be decided here, in microseconds.
import type { ResourceCatalog } from '../../assembly/resource.ts';
import { AwsError, type AwsRequest } from '../aws-protocol.ts';
import { decide } from './policy.ts';
import { resourcePolicies } from './resource-policies.ts';
import { createRoleGuard, type Grant, refusal } from './role-guard.ts';
import { type RolePolicies, rolePolicies } from './role-policies.ts';
import { unusedGrants } from './unused-grants.ts';

export interface ServiceAccess {
  readonly action: string;
  readonly resource: string;
  /** The role that the service acts as; without one the resource's own policy decides. */
  readonly roleArn: string | undefined;
  /** E.g. `events.amazonaws.com`. */
  readonly service: string;
  readonly sourceArn: string;
}

export interface Permissions {
  readonly roles: readonly RolePolicies[];
  /** Throws AccessDenied where the caller's role may not. */
  authorize(request: AwsRequest, action: string, resource: string): void;
  /** Whether it may, without a word. */
  may(request: AwsRequest, action: string, resource: string): boolean;
  /** The same for an AWS service that acts for a resource of the template. */
  allow(access: ServiceAccess): void;
  note(grant: Grant): void;
  noteRefusal(message: string): void;
  readonly report: PermissionReport;
}

export interface PermissionReport {
  /** What roles were allowed and did. */
  used(): Grant[];
  /** What a role was given and has not used so far: each action on each resource of its statements. */
  unused(): Grant[];
  /** Every refusal, in AWS's words. */
  refused(): readonly string[];
}

const keptRefusals = 1000;

/** Enforces the IAM policies of the template, and remembers which grants were used. */
export function createPermissions(catalog: ResourceCatalog, account: string, region: string): Permissions {
  const roles = rolePolicies(catalog);
  const policyOf = resourcePolicies(catalog);
  const used = new Map<string, Grant>();
  const refused: string[] = [];

  const note = (grant: Grant) => void used.set(JSON.stringify(grant), grant);
  const noteRefusal = (message: string) => {
    if (!refused.includes(message)) console.error(`AccessDenied: ${message}`);
    refused.push(message);
    if (refused.length > keptRefusals) refused.shift();
  };
  const guard = createRoleGuard(roles, region, note);
  const deny = (message: string): never => {
    noteRefusal(message);
    throw new AwsError('AccessDeniedException', message);
  };

  const decideForRole = (roleArn: string, action: string, resource: string) => {
    const own = guard.decide(roleArn, action, resource);
    const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': roleArn };
    const byResource = decide(policyOf(resource), { action, resource, principal: { roleArn }, context });
    if (own === 'denied by a statement' || byResource === 'denied by a statement') return 'denied by a statement';
    return byResource === 'allowed' ? 'allowed' : own;
  };

  const mayAssume = (roleArn: string, service: string, sourceArn: string) => {
    const context = { 'aws:SourceAccount': account, 'aws:SourceArn': sourceArn };
    const trust = roles.find(role => role.arn === roleArn)?.trust ?? [];
    return (
      decide(trust, { action: 'sts:AssumeRole', resource: roleArn, principal: { service }, context }) === 'allowed'
    );
  };

  return {
    roles,
    note,
    noteRefusal,
    may: ({ caller }, action, resource) =>
      caller.roleArn === undefined || decideForRole(caller.roleArn, action, resource) === 'allowed',
    authorize({ caller: { roleArn } }, action, resource) {
      if (roleArn === undefined) return;
      const decision = decideForRole(roleArn, action, resource);
      if (decision !== 'allowed') deny(refusal({ roleArn, action, resource }, decision));
    },
    allow({ action, resource, roleArn, service, sourceArn }) {
      if (roleArn !== undefined) {
        if (!mayAssume(roleArn, service, sourceArn)) {
          deny(`${service} (${sourceArn}) may not assume ${roleArn}: the role's trust policy does not allow it.`);
        }
        const decision = decideForRole(roleArn, action, resource);
        if (decision !== 'allowed') deny(refusal({ roleArn, action, resource }, decision));
        return;
      }
      const context = {
        'aws:SecureTransport': 'true',
        'aws:SourceArn': sourceArn,
        'aws:SourceAccount': account,
        'aws:Referer': account,
      };
      const decision = decide(policyOf(resource), { action, resource, principal: { service }, context });
      if (decision === 'allowed') return;
      deny(
        `${service} (${sourceArn}) is not authorized to perform: ${action} on resource: ${resource}: its policy does not allow it.`,
      );
    },
    report: {
      used: () => [...used.values()],
      refused: () => refused,
      unused: () => unusedGrants(roles, [...used.values()]),
    },
  };
}
