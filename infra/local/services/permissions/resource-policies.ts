import * as z from 'zod';
import type { ResourceCatalog } from '../../assembly/resource.ts';
import type { Policy } from './grant-book.ts';
import { policySchema, type Statement } from './policy.ts';

const permissionSchema = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});
const bucketPolicySchema = z.object({ Bucket: z.string(), PolicyDocument: policySchema });
const queuePolicySchema = z.object({ Queues: z.array(z.string()), PolicyDocument: policySchema });

/** What the resources themselves say about who may use them: functions, buckets and queues. */
export function resourcePolicies(catalog: ResourceCatalog): Policy[] {
  const policies: Policy[] = [];
  const add = (of: string, statements: readonly Statement[]) => policies.push({ kind: 'resource', of, statements });

  const functionArns = new Map(
    catalog.ofType('AWS::Lambda::Function').map(one => [one.ref, String(one.attributes.Arn)]),
  );
  for (const resource of catalog.ofType('AWS::Lambda::Permission')) {
    const { FunctionName, ...permission } = permissionSchema.parse(resource.properties);
    const arn = functionArns.get(FunctionName) ?? FunctionName;
    add(arn, [permissionStatement(arn, permission)]);
  }
  for (const resource of catalog.ofType('AWS::S3::BucketPolicy')) {
    const { Bucket, PolicyDocument } = bucketPolicySchema.parse(resource.properties);
    add(`arn:aws:s3:::${Bucket}`, PolicyDocument.Statement);
  }
  const queueArns = new Map(catalog.ofType('AWS::SQS::Queue').map(one => [one.ref, String(one.attributes.Arn)]));
  for (const resource of catalog.ofType('AWS::SQS::QueuePolicy')) {
    const { Queues, PolicyDocument } = queuePolicySchema.parse(resource.properties);
    for (const queue of Queues) add(queueArns.get(queue) ?? queue, PolicyDocument.Statement);
  }
  return policies;
}

/** Whose policy decides about a resource: a bucket's about its objects too. */
export const policyOwner = (resource: string): string =>
  resource.startsWith('arn:aws:s3:::') ? (resource.split('/')[0] ?? '') : resource;

function permissionStatement(
  arn: string,
  { Action, Principal, SourceArn, SourceAccount }: Omit<z.infer<typeof permissionSchema>, 'FunctionName'>,
): Statement {
  const isService = Principal.endsWith('.amazonaws.com');
  return {
    Effect: 'Allow',
    Action: [Action],
    Resource: [arn],
    Principal: isService ? { Service: [Principal] } : { AWS: [Principal] },
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': [SourceArn] } }),
      ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': [SourceAccount] } }),
    },
  };
}
