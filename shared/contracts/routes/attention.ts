import * as z from 'zod';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import type { Routes } from '../route.ts';
import { attention, attentionList, unmatchedMail } from '../views/attention.ts';
import { inCampaign, inCollaboration, paged } from './parameters.ts';

const aMail = z.object({ mailId: z.string().min(1).max(200) });

export const attentionRoutes = {
  listAttention: {
    method: 'GET',
    path: '/campaigns/{campaignId}/attention',
    function: 'serve-api',
    scope: 'read',
    summary: 'What waits for a person, with everything needed to decide it',
    params: inCampaign,
    status: 200,
    answer: attentionList,
  },
  resolveAttention: {
    method: 'POST',
    path: '/campaigns/{campaignId}/attention/{itemId}/resolve',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Say that an item is done; what holds a collaboration is decided there instead',
    params: inCampaign.extend({ itemId: z.string().min(1).max(200) }),
    body: z.strictObject({ note: z.string().trim().min(1).max(500).optional() }),
    status: 200,
    answer: attention,
  },
  listUnmatchedMail: {
    method: 'GET',
    path: '/unmatched-mail',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Mail that belongs to no thread and waits for a person, newest first',
    query: z.object({ limit: paged.limit }),
    status: 200,
    answer: z.object({ items: z.array(unmatchedMail) }),
  },
  assignMail: {
    method: 'POST',
    path: '/unmatched-mail/{mailId}/assign',
    function: 'assign-mail',
    scope: 'approve',
    summary: 'Say whose mail it is; it is then understood and acted on like any mail of that thread',
    params: aMail,
    body: inCollaboration,
    changesNothing: true,
    status: 200,
    answer: z.object({
      status: z.enum(collaborationStatuses),
      heldForPerson: z.string().optional(),
    }),
  },
  dismissMail: {
    method: 'POST',
    path: '/unmatched-mail/{mailId}/dismiss',
    function: 'assign-mail',
    scope: 'approve',
    summary: 'Say that a mail belongs nowhere',
    params: aMail,
    changesNothing: true,
    status: 204,
  },
} as const satisfies Routes;
