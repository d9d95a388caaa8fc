import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrantBook, type Policy, singleStatements } from '#infra/local/services/permissions/grant-book.ts';
import { ledgerMemory, openLedger } from '#infra/local/services/permissions/ledger.ts';
import { type AccessRequest, applies, policySchema, type Statement } from '#infra/local/services/permissions/policy.ts';

const of = 'arn:aws:iam::1:role/r';
const actions = ['s3:GetObject', 's3:PutObject', 's3:*', 'sqs:SendMessage'];
const resources = ['arn:aws:s3:::a/1', 'arn:aws:s3:::a/*', 'arn:aws:sqs:x:1:q', '*'];
const someOf = (all: string[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  Action: someOf(actions),
  Resource: someOf(resources),
});
const statements = fc.array(statement, { maxLength: 4 }).map(Statement => policySchema.parse({ Statement }).Statement);
const request = fc.record({
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'sqs:ReceiveMessage'),
  resource: fc.constantFrom('arn:aws:s3:::a/1', 'arn:aws:s3:::a/2', 'arn:aws:sqs:x:1:q'),
  context: fc.constant({}),
});
/** IAM's rule once more, statement by statement. */
function decide(list: readonly Statement[], asked: AccessRequest): string {
  const about = list.filter(one => applies(one, asked));
  if (about.some(one => one.Effect === 'Deny')) return 'denied by a statement';
  return about.length > 0 ? 'allowed' : 'not allowed by any';
}

const policy = (list: readonly Statement[]): Policy => ({ kind: 'role', of, statements: list });

describe('a book of grants', () => {
  it('decides as the policies do', () => {
    fc.assert(
      fc.property(statements, request, (list, asked) => {
        expect(createGrantBook([policy(list)]).judge('role', of, asked).decision).toBe(decide(list, asked));
      }),
    );
  });

  it('counts as needed exactly those grants without which a call would be refused', () => {
    fc.assert(
      fc.property(statements, request, (list, asked) => {
        const book = createGrantBook([policy(list)]);
        const ledger = openLedger(ledgerMemory(book.grants.length));
        const { by } = book.judge('role', of, asked);
        ledger.note(by);
        const single = list.flatMap(one => (one.Effect === 'Deny' ? [one] : singleStatements(one)));
        for (const [number, { action, resource }] of book.grants.entries()) {
          const isIt = (one: Statement) =>
            one.Effect === 'Allow' && one.Action?.[0] === action && one.Resource?.[0] === resource;
          const without = decide(
            single.filter(one => !isIt(one)),
            asked,
          );
          const matters = decide(list, asked) === 'allowed' && without !== 'allowed';
          expect(ledger.needed(number) === 1, `${action} on ${resource}`).toBe(matters);
        }
      }),
    );
  });

  it('names principals and conditions, and says once what is said twice', () => {
    const allow = {
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:f',
      Principal: { Service: ['events.amazonaws.com', 'ses.amazonaws.com'] },
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:rule' } },
    };
    const { Statement } = policySchema.parse({ Statement: [allow, allow] });
    const common = { kind: 'resource', of: 'arn:f', action: 'lambda:InvokeFunction', resource: 'arn:f' };
    const condition = 'aws:SourceArn ArnLike arn:rule';
    expect(createGrantBook([{ kind: 'resource', of: 'arn:f', statements: Statement }]).grants).toEqual([
      { ...common, principal: 'events.amazonaws.com', condition },
      { ...common, principal: 'ses.amazonaws.com', condition },
    ]);
  });
});
