// Our own evaluator and not npm `@cloud-copilot/iam-simulate`: that answers asynchronously and looks up every action in a
// database of all AWS services, while each table access of a function has to be decided here, in microseconds.
import type { ResourceCatalog } from '../../assembly/resource.ts';
import { AwsError, type AwsRequest } from '../aws-protocol.ts';
import { beyondLocal } from './beyond-local.ts';
import { createGrantBook, type Grant, type Policy, type Verdict } from './grant-book.ts';
import { type LedgerMemory, ledgerMemory, openLedger } from './ledger.ts';
import { policyOwner, resourcePolicies } from './resource-policies.ts';
import { createRoleGuard, refusal } from './role-guard.ts';
import { rolePolicies } from './role-policies.ts';

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
  readonly policies: readonly Policy[];
  /** Where uses are counted, for a thread that decides by itself. */
  readonly ledger: LedgerMemory;
  /** Throws AccessDenied where the caller's role may not. */
  authorize(request: AwsRequest, action: string, resource: string): void;
  /** Whether it may, without a word. */
  may(request: AwsRequest, action: string, resource: string): boolean;
  /** The same for an AWS service that acts for a resource of the template. */
  allow(access: ServiceAccess): void;
  /** Throws where the role does not trust the service. */
  assume(access: { readonly roleArn: string; readonly service: string; readonly sourceArn: string }): void;
  noteRefusal(message: string): void;
  readonly report: PermissionReport;
}

export interface GrantUse extends Grant {
  readonly used: number;
  /** Calls that no other grant allowed: what would have been refused without this one. */
  readonly needed: number;
  /** Why nothing on this machine can use it. */
  readonly beyondLocal?: string;
}

export interface PermissionReport {
  /** Every single grant of the template, with what was made of it. */
  grants(): GrantUse[];
  /** Every refusal, in AWS's words. */
  refused(): readonly string[];
}

const keptRefusals = 1000;

/** Enforces the IAM policies of the template, and counts what each of their grants was used for. */
export function createPermissions(catalog: ResourceCatalog, account: string, region: string): Permissions {
  const policies = [...rolePolicies(catalog), ...resourcePolicies(catalog)];
  const book = createGrantBook(policies);
  const memory = ledgerMemory(book.grants.length);
  const ledger = openLedger(memory);
  const guard = createRoleGuard(book, region);
  const refused: string[] = [];

  const noteRefusal = (message: string) => {
    if (!refused.includes(message)) console.error(`AccessDenied: ${message}`);
    refused.push(message);
    if (refused.length > keptRefusals) refused.shift();
  };
  const deny = (message: string): never => {
    noteRefusal(message);
    throw new AwsError('AccessDeniedException', message);
  };
  const noted = ({ decision, by }: Verdict) => {
    if (decision === 'allowed') ledger.note(by);
    return decision;
  };

  /** Within one account either side may allow, and either side may deny. */
  const decideForRole = (roleArn: string, action: string, resource: string) => {
    const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': roleArn };
    const request = { action, resource, principal: { roleArn }, context };
    const sides = [guard.judge(roleArn, action, resource), book.judge('resource', policyOwner(resource), request)];
    const denied = sides.find(({ decision }) => decision === 'denied by a statement');
    if (denied) return denied.decision;
    const by = sides.flatMap(side => side.by);
    return noted({ decision: by.length > 0 ? 'allowed' : 'not allowed by any', by });
  };
  const authorizeRole = (roleArn: string, action: string, resource: string) => {
    const decision = decideForRole(roleArn, action, resource);
    if (decision !== 'allowed') deny(refusal({ roleArn, action, resource }, decision));
  };

  const assume: Permissions['assume'] = ({ roleArn, service, sourceArn }) => {
    const context = { 'aws:SourceAccount': account, 'aws:SourceArn': sourceArn };
    const request = { action: 'sts:AssumeRole', resource: roleArn, principal: { service }, context };
    if (noted(book.judge('trust', roleArn, request)) === 'allowed') return;
    deny(`${service} (${sourceArn}) may not assume ${roleArn}: the role's trust policy does not allow it.`);
  };

  return {
    policies,
    ledger: memory,
    noteRefusal,
    assume,
    may: ({ caller: { roleArn } }, action, resource) =>
      roleArn === undefined || decideForRole(roleArn, action, resource) === 'allowed',
    authorize({ caller: { roleArn } }, action, resource) {
      if (roleArn !== undefined) authorizeRole(roleArn, action, resource);
    },
    allow({ action, resource, roleArn, service, sourceArn }) {
      if (roleArn !== undefined) {
        assume({ roleArn, service, sourceArn });
        return authorizeRole(roleArn, action, resource);
      }
      const context = {
        'aws:SecureTransport': 'true',
        'aws:SourceArn': sourceArn,
        'aws:SourceAccount': account,
        'aws:Referer': account,
      };
      const request = { action, resource, principal: { service }, context };
      if (noted(book.judge('resource', policyOwner(resource), request)) === 'allowed') return;
      deny(
        `${service} (${sourceArn}) is not authorized to perform: ${action} on resource: ${resource}: its policy does not allow it.`,
      );
    },
    report: {
      refused: () => refused,
      grants: () =>
        book.grants.map((grant, number) => {
          const because = beyondLocal(grant);
          const uses = { used: ledger.used(number), needed: ledger.needed(number) };
          return { ...grant, ...uses, ...(because !== undefined && { beyondLocal: because }) };
        }),
    },
  };
}
