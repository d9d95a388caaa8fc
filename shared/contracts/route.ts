import type * as z from 'zod';
import type { FunctionName } from './functions.ts';

/** What an API token may do; `admin` includes the others. */
export const scopes = ['read', 'launch', 'approve', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly function: FunctionName;
  /** Scope that the bearer token must have; `public` routes carry their own proof (signed link, HMAC) or need none. */
  readonly scope: Scope | 'public';
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: number;
  readonly answer?: z.ZodType;
  /** Media types of the answer; JSON unless said. */
  readonly produces?: readonly string[];
  /** A POST that changes nothing, or nothing more when it is sent again: it is simply answered again. */
  readonly changesNothing?: true;
  /** The answer holds a secret, which is kept nowhere: a repeated request is a new one. */
  readonly answersSecret?: true;
}

export type Routes = Readonly<Record<string, Route>>;

/** Whether a repeated request with the same Idempotency-Key gets the first answer again. */
export const isRepeatable = ({ method, scope, answersSecret, changesNothing }: Route): boolean =>
  method === 'POST' && scope !== 'public' && !answersSecret && !changesNothing;
