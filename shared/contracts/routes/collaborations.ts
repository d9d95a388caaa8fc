import * as z from 'zod';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { decision } from '../decisions.ts';
import type { Routes } from '../route.ts';
import { collaborationView, timelineEntry } from '../views/collaborations.ts';
import { page } from '../views/common.ts';
import { inCampaign, inCollaboration, paged } from './parameters.ts';

export const collaborationRoutes = {
  listCollaborations: {
    method: 'GET',
    path: '/campaigns/{campaignId}/collaborations',
    function: 'serve-api',
    scope: 'read',
    summary: 'Collaborations of a campaign',
    params: inCampaign,
    query: z.object({ status: z.enum(collaborationStatuses).optional(), ...paged }),
    status: 200,
    answer: page(collaborationView),
  },
  getTimeline: {
    method: 'GET',
    path: '/campaigns/{campaignId}/collaborations/{influencerId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'Everything that happened in one collaboration',
    params: inCollaboration,
    status: 200,
    answer: z.object({ collaboration: collaborationView, timeline: z.array(timelineEntry) }),
  },
  decideCollaboration: {
    method: 'POST',
    path: '/campaigns/{campaignId}/collaborations/{influencerId}/decision',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Decide about a collaboration: what waits for a person, and what chase does next',
    params: inCollaboration,
    body: decision,
    status: 200,
    answer: collaborationView,
  },
} as const satisfies Routes;
