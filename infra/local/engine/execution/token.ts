import { randomUuid } from '../expressions/uuid.ts';
import type { Scope } from './execution.ts';
import type { Turn } from './turn.ts';

/** Leads back to the waiting scope, and cannot be guessed. */
export function newToken(turn: Turn, scope: Scope): string {
  const parts = [turn.execution.header.arn, scope.id, scope.attempt, randomUuid(turn.random)];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export function readToken(token: string): { executionArn: string; scopeId: number; attempt: number } | undefined {
  try {
    const [executionArn, scopeId, attempt] = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof executionArn !== 'string' || !Number.isInteger(scopeId) || !Number.isInteger(attempt)) return undefined;
    return { executionArn, scopeId, attempt };
  } catch {
    return undefined;
  }
}
