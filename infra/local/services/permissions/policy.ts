import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform(value => [value].flat());
const conditionValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const conditionValues = z.union([conditionValue, z.array(conditionValue)]).transform(value => [value].flat());

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMore)]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).default({}),
});

export const policySchema = z.object({
  Statement: z.union([statementSchema, z.array(statementSchema)]).transform(value => [value].flat()),
});

export type Statement = z.infer<typeof statementSchema>;

export interface AccessRequest {
  /** E.g. `s3:GetObject`. */
  readonly action: string;
  readonly resource: string;
  /** Of a service or role that calls; only policies of resources name principals. */
  readonly principal?: { readonly service?: string; readonly roleArn?: string };
  /** Condition keys, e.g. `aws:SourceArn`. */
  readonly context: Readonly<Record<string, string | undefined>>;
}

export type Decision = 'allowed' | 'denied by a statement' | 'not allowed by any';

/** Whether the statement is about this request. */
export function applies(statement: Statement, { action, resource, principal, context }: AccessRequest): boolean {
  const { Action, NotAction, Resource, NotResource, Principal, Condition } = statement;
  const isAction = (pattern: string) => like(pattern.toLowerCase(), action.toLowerCase());
  const isResource = (pattern: string) => like(pattern, resource);
  if (Action && !Action.some(isAction)) return false;
  if (NotAction?.some(isAction)) return false;
  if (Resource && !Resource.some(isResource)) return false;
  if (NotResource?.some(isResource)) return false;
  if (Principal !== undefined && !isPrincipal(Principal, principal)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, context[key], values)),
  );
}

function isPrincipal(named: NonNullable<Statement['Principal']>, principal: AccessRequest['principal']): boolean {
  if (named === '*') return true;
  const { service, roleArn } = principal ?? {};
  const account = roleArn?.split(':')[4];
  const roles = [roleArn, account, `arn:aws:iam::${account}:root`, '*'];
  return (
    (named.AWS ?? []).some(one => one === '*' || (roleArn && roles.includes(one))) ||
    (named.Service ?? []).includes(service ?? '')
  );
}

type Test = (value: string, wanted: string) => boolean;

const not =
  (test: Test): Test =>
  (value, wanted) =>
    !test(value, wanted);
const equals: Test = (value, wanted) => value === wanted;
const equalsIgnoringCase: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const isLike: Test = (value, wanted) => like(wanted, value);

/** Tests by operator; those that begin with "Not" want every value to differ. */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: equals,
  StringNotEquals: not(equals),
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringNotEqualsIgnoreCase: not(equalsIgnoringCase),
  StringLike: isLike,
  StringNotLike: not(isLike),
  ArnEquals: isLike,
  ArnLike: isLike,
  ArnNotEquals: not(isLike),
  ArnNotLike: not(isLike),
  Bool: equalsIgnoringCase,
  NumericEquals: (value, wanted) => Number(value) === Number(wanted),
  NumericLessThan: (value, wanted) => Number(value) < Number(wanted),
  NumericLessThanEquals: (value, wanted) => Number(value) <= Number(wanted),
  NumericGreaterThan: (value, wanted) => Number(value) > Number(wanted),
  NumericGreaterThanEquals: (value, wanted) => Number(value) >= Number(wanted),
};

function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  const name = operator.replace(/^ForA(ny|ll)Values?:/, '').replace(/IfExists$/, '');
  if (name === 'Null') return wanted.includes(String(value === undefined));
  const test = tests[name];
  if (!test) throw new Error(`The local cloud does not know the policy condition ${operator}.`);
  const negated = name.includes('Not');
  if (value === undefined) return operator.endsWith('IfExists') || operator.startsWith('ForAll') || negated;
  return negated ? wanted.every(one => test(value, one)) : wanted.some(one => test(value, one));
}

const expressions = new Map<string, RegExp>();

/** `*` is any text and `?` any character. */
function like(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  if (!/[*?]/.test(pattern)) return false;
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    expression = new RegExp(`^${source}$`, 's');
    expressions.set(pattern, expression);
  }
  return expression.test(text);
}
