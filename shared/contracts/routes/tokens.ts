import * as z from 'zod';
import { type Routes, scopes } from '../route.ts';
import { id, instant } from '../views/common.ts';

export const tokenRoutes = {
  createToken: {
    method: 'POST',
    path: '/tokens',
    function: 'serve-api',
    scope: 'admin',
    summary: 'Create an API token; it is shown once',
    answersSecret: true,
    body: z.strictObject({
      name: z.string().min(1).max(80),
      scopes: z.array(z.enum(scopes)).min(1),
      expiresInDays: z.int().min(1).max(365).default(90),
    }),
    status: 201,
    answer: z.object({ id, token: z.string(), name: z.string(), scopes: z.array(z.enum(scopes)), expiresAt: instant }),
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/{tokenId}',
    function: 'serve-api',
    scope: 'admin',
    summary: 'Revoke an API token',
    params: z.object({ tokenId: id }),
    status: 204,
  },
} as const satisfies Routes;
