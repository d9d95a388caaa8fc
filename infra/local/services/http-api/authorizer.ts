import * as z from 'zod';
import type { Resource } from '../../assembly/resource.ts';
import { functionArnOf } from './lambda-uri.ts';
import type { ApiRequest } from './payload.ts';

const schema = z.object({
  AuthorizerType: z.literal('REQUEST'),
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  EnableSimpleResponses: z.boolean().default(false),
  IdentitySource: z.array(z.string()).default([]),
  AuthorizerResultTtlInSeconds: z.coerce.number().optional(),
});

/** API Gateway keeps an answer for five minutes where an identity source is named and nothing else is said. */
const defaultTtlSeconds = 300;

export interface Authorizer {
  readonly id: string;
  readonly functionArn: string;
  readonly simpleResponses: boolean;
  readonly identitySource: readonly string[];
  readonly ttlMs: number;
}

export type Decision =
  | { readonly allowed: true; readonly context: Readonly<Record<string, unknown>> }
  | { readonly allowed: false };

export function authorizerOf(resource: Resource): Authorizer {
  const parsed = schema.safeParse(resource.properties);
  if (!parsed.success)
    throw new Error(
      `${resource.logicalId}: only Lambda authorizers with payload 2.0 run here. ${parsed.error.message}`,
    );
  const { AuthorizerUri, EnableSimpleResponses, IdentitySource, AuthorizerResultTtlInSeconds } = parsed.data;
  const ttlSeconds = AuthorizerResultTtlInSeconds ?? (IdentitySource.length > 0 ? defaultTtlSeconds : 0);
  return {
    id: resource.ref,
    functionArn: functionArnOf(AuthorizerUri),
    simpleResponses: EnableSimpleResponses,
    identitySource: IdentitySource,
    ttlMs: ttlSeconds * 1000,
  };
}

/** The values that identify the caller; nothing where one of them is missing, which API Gateway refuses by itself. */
export function identityOf(authorizer: Authorizer, request: ApiRequest, routeKey: string): string[] | undefined {
  const query = new URLSearchParams(request.query);
  const values = authorizer.identitySource.map(source => {
    const [, place, name = ''] = source.match(/^\$(request\.header|request\.querystring|context)\.(.+)$/) ?? [];
    if (place === 'request.header') return request.headers[name.toLowerCase()];
    if (place === 'request.querystring') return query.get(name) ?? undefined;
    return name === 'routeKey' ? routeKey : undefined;
  });
  return values.every(value => value !== undefined && value !== '') ? (values as string[]) : undefined;
}

/** Reads the authorizer's answer: `{ isAuthorized, context }`, or an IAM policy for the one action there is. */
export function decisionOf(authorizer: Authorizer, payload: string): Decision | undefined {
  const answer = JSON.parse(payload) as Record<string, unknown> | null;
  const context = (answer?.context ?? {}) as Record<string, unknown>;
  if (authorizer.simpleResponses) {
    if (typeof answer?.isAuthorized !== 'boolean') return undefined;
    return answer.isAuthorized ? { allowed: true, context } : { allowed: false };
  }
  const policy = answer?.policyDocument as { Statement?: { Effect: string }[] } | undefined;
  if (!policy?.Statement) return undefined;
  const allowed = policy.Statement.length > 0 && policy.Statement.every(statement => statement.Effect === 'Allow');
  return allowed ? { allowed, context } : { allowed: false };
}
