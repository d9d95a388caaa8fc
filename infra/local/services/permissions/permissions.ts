import type { AwsRequest } from '../aws-protocol.ts';

export interface ServiceAccess {
  readonly action: string;
  readonly resource: string;
  /** The role that the service acts as; without one the resource's own policy decides. */
  readonly roleArn: string | undefined;
  readonly service: string;
  readonly sourceArn: string;
}

export interface Permissions {
  /** Throws AccessDenied where the caller's role may not. */
  authorize(request: AwsRequest, action: string, resource: string): void;
  /** The same for an AWS service that acts for a resource of the template. */
  allow(access: ServiceAccess): void;
}

export const everythingAllowed: Permissions = { authorize: () => {}, allow: () => {} };
