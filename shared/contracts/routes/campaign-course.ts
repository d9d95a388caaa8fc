import * as z from 'zod';
import type { Routes } from '../route.ts';
import { campaignSummary } from '../views/campaigns.ts';
import { id } from '../views/common.ts';
import { inCampaign } from './parameters.ts';

const changes = z.strictObject({
  add: z.array(id).max(500).default([]).meta({ description: 'candidates to add to the shortlist' }),
  remove: z.array(id).max(5000).default([]).meta({ description: 'candidates to take off it' }),
});

export const campaignCourseRoutes = {
  approveShortlist: {
    method: 'POST',
    path: '/campaigns/{campaignId}/approve',
    function: 'serve-api',
    scope: 'approve',
    summary: 'Approve the shortlist, with additions and removals',
    params: inCampaign,
    body: changes,
    status: 200,
    answer: campaignSummary,
  },
  pauseCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/pause',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Stop all mail until resumed',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  resumeCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/resume',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Go on after a pause',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  cancelCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/cancel',
    function: 'serve-api',
    scope: 'launch',
    summary: 'End the campaign now and withdraw what is open',
    params: inCampaign,
    status: 200,
    answer: campaignSummary,
  },
  getReport: {
    method: 'GET',
    path: '/campaigns/{campaignId}/report',
    function: 'serve-api',
    scope: 'read',
    summary: 'The report as of now',
    params: inCampaign,
    query: z.object({ format: z.enum(['json', 'html', 'csv']).default('json') }),
    status: 200,
    answer: z.record(z.string(), z.unknown()),
    produces: ['application/json', 'text/html', 'text/csv'],
  },
} as const satisfies Routes;
