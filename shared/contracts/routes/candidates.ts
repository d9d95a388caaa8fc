import * as z from 'zod';
import { accountKinds } from '#shared/domain/audience/classify-account.ts';
import { platforms } from '#shared/domain/influencer.ts';
import type { Routes } from '../route.ts';
import { candidateView } from '../views/candidates.ts';
import { page } from '../views/common.ts';
import { inCampaign, inCollaboration, paged } from './parameters.ts';

export const candidateRoutes = {
  listCandidates: {
    method: 'GET',
    path: '/campaigns/{campaignId}/candidates',
    function: 'serve-api',
    scope: 'read',
    summary: 'Candidates, best score first, each with why',
    params: inCampaign,
    query: z.object(paged),
    status: 200,
    answer: page(candidateView),
  },
  getCandidate: {
    method: 'GET',
    path: '/campaigns/{campaignId}/candidates/{influencerId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One candidate, with all that its score rests on and what would have changed it',
    params: inCollaboration,
    status: 200,
    answer: candidateView,
  },
  splitCandidate: {
    method: 'POST',
    path: '/campaigns/{campaignId}/candidates/{influencerId}/split',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Take a wrong merge back: these profiles are somebody else, now and in every later import',
    params: inCollaboration,
    body: z.strictObject({
      profiles: z
        .array(z.strictObject({ platform: z.enum(platforms), handle: z.string().min(1).max(200) }))
        .min(1)
        .max(20),
    }),
    status: 200,
    answer: z.object({ stays: candidateView, leaves: candidateView }),
  },
  judgeFollowers: {
    method: 'POST',
    path: '/campaigns/{campaignId}/candidates/{influencerId}/followers',
    function: 'serve-api',
    scope: 'launch',
    summary:
      'Judge an uploaded list of their followers by its public counts; kept are the numbers of each kind, and keyed hashes that count shared followers',
    params: inCollaboration,
    body: z.strictObject({
      upload: z.string().min(1).max(100).meta({ description: 'what POST /uploads answered' }),
      platform: z.enum(platforms).default('instagram'),
    }),
    status: 200,
    answer: z.object({
      followers: z.int(),
      judged: z.int().meta({ description: 'those with public counts in the list' }),
      unreadable: z.int().meta({ description: 'entries that name no account' }),
      kinds: z.record(z.enum(accountKinds), z.int()),
      candidate: candidateView,
    }),
  },
} as const satisfies Routes;
