import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../validation/acknowledge.ts';

export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Needed for a resource that ends in a wildcard: why no name could take its place. */
  readonly wildcardBecause?: string;
}

/** A role that may do this and nothing else. Wildcards without a reason fail the synth. */
export function roleWith(scope: Construct, service: string, permissions: readonly Permission[]): Role {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal(service) });
  for (const { actions, resources, wildcardBecause } of permissions) {
    role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
    if (!wildcardBecause) continue;
    for (const resource of resources) acknowledgeWildcard(role, resource, wildcardBecause);
  }
  return role;
}

/** Tracing knows no resources: anybody who may trace may trace anything. */
export const tracing: Permission = {
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  resources: ['*'],
  wildcardBecause: 'X-Ray has no resource-level permissions for writing traces.',
};
