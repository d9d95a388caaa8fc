import * as z from 'zod';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { campaignSpec } from '../campaign-spec.ts';
import type { Routes } from '../route.ts';
import { campaignStatusView, campaignSummary } from '../views/campaigns.ts';
import { page } from '../views/common.ts';
import { forecastView } from '../views/forecast.ts';
import { inCampaign, paged } from './parameters.ts';

export const campaignRoutes = {
  launchCampaign: {
    method: 'POST',
    path: '/campaigns',
    function: 'serve-api',
    scope: 'launch',
    summary: 'Launch a campaign',
    body: campaignSpec,
    status: 201,
    answer: campaignSummary,
  },
  forecastCampaign: {
    method: 'POST',
    path: '/campaigns/forecast',
    function: 'serve-api',
    scope: 'read',
    summary: 'What a campaign may come to, before it is launched; stores nothing',
    changesNothing: true,
    query: z.object({
      seed: z
        .string()
        .min(1)
        .max(80)
        .optional()
        .meta({ description: 'of the simulation; the campaign itself unless given' }),
    }),
    body: campaignSpec,
    status: 200,
    answer: forecastView,
  },
  parseCampaign: {
    method: 'POST',
    path: '/campaigns/parse',
    function: 'serve-api',
    scope: 'read',
    summary:
      'A campaign file (YAML or JSON) as the JSON that a launch takes, and the lists that it names; stores nothing',
    changesNothing: true,
    body: z.strictObject({ text: z.string().min(1).max(400_000) }),
    status: 200,
    answer: z.object({
      campaign: z.record(z.string(), z.unknown()).meta({ description: 'as written: nothing of it is checked' }),
      files: z
        .array(z.object({ source: z.int(), file: z.string() }))
        .meta({ description: 'lists beside the file: a launch takes `text` or `upload` in place of `file`' }),
    }),
  },
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    function: 'serve-api',
    scope: 'read',
    summary: 'Campaigns, newest first',
    query: z.object({ status: z.enum(campaignStatuses).optional(), ...paged }),
    status: 200,
    answer: page(campaignSummary),
  },
  getCampaign: {
    method: 'GET',
    path: '/campaigns/{campaignId}',
    function: 'serve-api',
    scope: 'read',
    summary: 'One campaign with its funnel and what waits for a person',
    params: inCampaign,
    status: 200,
    answer: campaignStatusView,
  },
} as const satisfies Routes;
