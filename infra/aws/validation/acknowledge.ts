import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/** A finding that stands, and why. A finding without such a reason fails the synth. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}

/** A policy resource that ends in a wildcard, and why no name could take its place. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  const asCdkNagWritesIt = flattenCfnReference(Stack.of(construct).resolve(resource));
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${asCdkNagWritesIt}]`, reason);
}
