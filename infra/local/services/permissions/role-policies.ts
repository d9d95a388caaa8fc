import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import type { Policy } from './grant-book.ts';
import { policySchema } from './policy.ts';

const roleSchema = z.object({
  AssumeRolePolicyDocument: policySchema,
  Policies: z.array(z.object({ PolicyDocument: policySchema })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});

const policyResourceSchema = z.object({
  PolicyDocument: policySchema,
  Roles: z.array(z.string()).default([]),
});

/** AWS's own policies that give nothing but what the local cloud neither has nor checks (logs, traces). */
const harmless = new Set(
  [
    'service-role/AWSLambdaBasicExecutionRole',
    'AWSXRayDaemonWriteAccess',
    'AWSXrayWriteOnlyAccess',
    'CloudWatchLambdaInsightsExecutionRolePolicy',
  ].map(name => `arn:aws:iam::aws:policy/${name}`),
);

/** What each role of the template may do, from its own, its attached and its managed policies, and who may act as it. */
export function rolePolicies(catalog: ResourceCatalog): Policy[] {
  const attached = catalog.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map(policy => ({
    arn: policy.ref,
    ...policyResourceSchema.parse(policy.properties),
  }));
  return catalog.ofType('AWS::IAM::Role').flatMap((role): Policy[] => {
    const { AssumeRolePolicyDocument, Policies, ManagedPolicyArns } = roleSchema.parse(role.properties);
    refuseUnknown(
      role,
      ManagedPolicyArns,
      attached.map(policy => policy.arn),
    );
    const own = attached.filter(policy => policy.Roles.includes(role.ref) || ManagedPolicyArns.includes(policy.arn));
    const of = String(role.attributes.Arn);
    const statements = [...Policies, ...own].flatMap(policy => policy.PolicyDocument.Statement);
    return [
      { kind: 'role', of, statements },
      { kind: 'trust', of, statements: AssumeRolePolicyDocument.Statement },
    ];
  });
}

function refuseUnknown(role: Resource, managed: readonly string[], own: readonly string[]): void {
  const unknown = managed.find(arn => !own.includes(arn) && !harmless.has(arn));
  if (unknown)
    throw new Error(
      `${role.logicalId}: the local cloud does not know what ${unknown} allows; write a policy of your own.`,
    );
}
