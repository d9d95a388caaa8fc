import * as z from 'zod';
import type { Routes } from '../route.ts';
import { id, page } from '../views/common.ts';
import { askedErasure, erasure } from '../views/erasures.ts';
import { paged } from './parameters.ts';

export const privacyRoutes = {
  suppressAddresses: {
    method: 'POST',
    path: '/suppressions',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Never write to these addresses again, in any campaign',
    body: z.strictObject({
      addresses: z.array(z.string().min(1).max(320)).min(1).max(1000),
      because: z
        .enum(['imported', 'unsubscribe', 'complaint', 'erasure'])
        .default('imported')
        .meta({ description: '`unsubscribe`: they told us elsewhere; `erasure`: they asked to be forgotten' }),
    }),
    status: 200,
    answer: z.object({
      suppressed: z.int(),
      refused: z.array(z.object({ index: z.int(), because: z.string() })).meta({
        description: 'positions in `addresses` of what is no address',
      }),
    }),
  },
  askErasure: {
    method: 'POST',
    path: '/erasures',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Erase what is held about a person who asks for it; answers what that is, and is done within two hours',
    // Coupons name the person, and a repeated request is the same erasure.
    answersSecret: true,
    body: z
      .strictObject({ address: z.string().min(1).max(320).optional(), influencerId: id.optional() })
      .refine(({ address, influencerId }) => address !== undefined || influencerId !== undefined, {
        error: 'give an `address`, an `influencerId`, or both',
        path: ['address'],
      }),
    status: 202,
    answer: askedErasure,
  },
  listErasures: {
    method: 'GET',
    path: '/erasures',
    function: 'serve-api',
    scope: 'read',
    summary: 'Erasures, newest first: who asked, when, and how much went',
    query: z.object(paged),
    status: 200,
    answer: page(erasure),
  },
  getErasure: {
    method: 'GET',
    path: '/erasures/{erasureId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One erasure',
    params: z.object({ erasureId: id }),
    status: 200,
    answer: erasure,
  },
} as const satisfies Routes;
