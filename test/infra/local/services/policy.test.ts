import { describe, expect, it } from 'vitest';
import { createGrantBook } from '#infra/local/services/permissions/grant-book.ts';
import {
  type AccessRequest,
  type Decision,
  policySchema,
  type Statement,
} from '#infra/local/services/permissions/policy.ts';

const bucket = 'arn:aws:s3:::files';
const read: AccessRequest = {
  action: 's3:GetObject',
  resource: `${bucket}/items/1`,
  context: { 'aws:SecureTransport': 'true' },
};
const allow = (more: object) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/items/*`, ...more });

const decide = (statements: readonly Statement[], request: AccessRequest): Decision =>
  createGrantBook([{ kind: 'resource', of: bucket, statements }]).judge('resource', bucket, request).decision;

const cases: [what: string, statements: object | object[], decision: Decision, request?: Partial<AccessRequest>][] = [
  ['a matching action and prefix', allow({}), 'allowed'],
  ['no statement', [], 'not allowed by any'],
  ['another action', allow({ Action: ['s3:PutObject', 's3:Get?'] }), 'not allowed by any'],
  ['an action by wildcard, in any case', allow({ Action: 'S3:get*' }), 'allowed'],
  ['another prefix', allow({ Resource: `${bucket}/mail/*` }), 'not allowed by any'],
  ['a dot is a dot', allow({ Resource: 'arn:aws:s3:::f.les/*' }), 'not allowed by any'],
  ['a deny beside an allow', [allow({}), { Effect: 'Deny', Action: '*', Resource: '*' }], 'denied by a statement'],
  ['NotAction', { Effect: 'Allow', NotAction: 's3:Delete*', Resource: '*' }, 'allowed'],
  ['NotResource', { Effect: 'Allow', Action: '*', NotResource: `${bucket}/*` }, 'not allowed by any'],
  [
    'a deny that holds only without TLS',
    [allow({}), { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': false } } }],
    'allowed',
  ],
  [
    'a condition on a key that is not there',
    allow({ Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }),
    'not allowed by any',
  ],
  ['the same, if it exists', allow({ Condition: { StringEqualsIfExists: { 'aws:SourceAccount': '1' } } }), 'allowed'],
  [
    'one of several values',
    allow({ Condition: { StringLike: { 'aws:SourceArn': ['x', 'arn:*:rule/a?'] } } }),
    'allowed',
    { context: { 'aws:SourceArn': 'arn:aws:rule/ab' } },
  ],
  [
    'none of several values',
    allow({ Condition: { StringNotEquals: { 'aws:SourceAccount': ['1', '2'] } } }),
    'not allowed by any',
    { context: { 'aws:SourceAccount': '2' } },
  ],
  [
    'a service named as principal',
    allow({ Principal: { Service: 'ses.amazonaws.com' } }),
    'allowed',
    { principal: { service: 'ses.amazonaws.com' } },
  ],
  [
    'another service',
    allow({ Principal: { Service: 'ses.amazonaws.com' } }),
    'not allowed by any',
    { principal: { service: 'events.amazonaws.com' } },
  ],
  [
    'everybody in the account',
    allow({ Principal: { AWS: 'arn:aws:iam::1:root' } }),
    'allowed',
    { principal: { roleArn: 'arn:aws:iam::1:role/r' } },
  ],
  [
    'a role of another account',
    allow({ Principal: { AWS: 'arn:aws:iam::2:root' } }),
    'not allowed by any',
    { principal: { roleArn: 'arn:aws:iam::1:role/r' } },
  ],
];

describe('an IAM policy', () => {
  it.each(cases)('%s', (_what, Statement, decision, request) => {
    expect(decide(policySchema.parse({ Statement }).Statement, { ...read, ...request })).toBe(decision);
  });

  it('with an unknown condition is an error and not a silent answer', () => {
    const { Statement } = policySchema.parse({
      Statement: allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
    });
    expect(() => decide(Statement, { ...read, context: { 'aws:SourceIp': '10.0.0.1' } })).toThrow('IpAddress');
  });
});
