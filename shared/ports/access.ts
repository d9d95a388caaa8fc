import type { Scope } from '../contracts/route.ts';

export interface ApiToken {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt?: string;
}

export interface TokenStore {
  create(token: ApiToken): Promise<void>;
  findByHash(hash: string): Promise<ApiToken | undefined>;
  /** False where there is no such token. The first revocation stays. */
  revoke(id: string, at: string): Promise<boolean>;
}

/** Answers kept by Idempotency-Key. */
export interface IdempotencyStore {
  begin(
    key: string,
    requestHash: string,
    at: string,
  ): Promise<
    { kind: 'new' } | { kind: 'running' } | { kind: 'done'; requestHash: string; status: number; body: string }
  >;
  finish(key: string, requestHash: string, answer: { status: number; body: string }): Promise<void>;
  abandon(key: string): Promise<void>;
}
