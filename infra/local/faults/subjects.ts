import { createHash } from 'node:crypto';
import type { AwsRequest } from '../services/aws-protocol.ts';

/** A call to a function as it is named in every run: what differs from run to run (request ids, tokens) is left out. */
export function functionSubject(functionName: string, payload: string): string {
  const steady = payload.replace(/"(taskToken|requestId|messageId|id|time|timeEpoch|x-[\w-]+)":("[^"]*"|\d+)/g, '');
  return `${functionName} ${createHash('sha256').update(steady).digest('hex').slice(0, 12)}`;
}

/** A table call with the keys it is about. */
export function tableSubject(operation: string, body: string): string {
  const keys = body
    .matchAll(/"(?:PK|SK|:pk|:sk)":\{"S":"([^"]*)"\}/g)
    .take(2)
    .map(([, key]) => key);
  return [operation, ...keys].join(' ');
}

/** A call to another AWS service, by operation and object. */
export const requestSubject = (service: string, { method, path, headers }: AwsRequest): string =>
  [service, method, headers['x-amz-target'] ?? path].join(' ');
