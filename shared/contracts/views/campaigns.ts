import * as z from 'zod';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { attention } from './attention.ts';
import { amount, id, instant } from './common.ts';
import { forecastFigure } from './forecast.ts';

export const campaignSummary = z
  .object({
    id,
    name: z.string(),
    brand: z.string(),
    status: z.enum(campaignStatuses),
    paused: z.boolean(),
    createdAt: instant,
    endsAt: instant,
    budget: amount,
    committed: amount,
  })
  .meta({ id: 'CampaignSummary' });

const tally = z.object({ sent: z.int(), decided: z.int(), successes: z.int() });

export const campaignStatusView = campaignSummary
  .extend({
    counts: z.record(z.string(), z.number()),
    funnel: z
      .array(z.object({ name: z.string(), count: z.int() }))
      .meta({ description: 'how many came at least that far' }),
    standing: z
      .partialRecord(z.enum(collaborationStatuses), z.int())
      .meta({ description: 'collaborations by their status now' }),
    rejectedRows: z.array(z.object({ source: z.string(), line: z.int(), because: z.string() })),
    attention: z.array(attention),
    approval: z.object({ deadline: instant, decidedAt: instant.optional() }).optional(),
    failure: z.string().optional(),
    forecast: z
      .object({ model: z.string(), figures: z.array(forecastFigure) })
      .optional()
      .meta({ description: 'what was forecast at the launch' }),
    experiment: z
      .object({ a: tally, b: tally, evidence: z.number(), winner: z.enum(['a', 'b']).optional() })
      .optional()
      .meta({ description: 'two ways to write the invitation; one has won when the evidence reaches 20' }),
  })
  .meta({ id: 'Campaign' });

export type CampaignSummaryView = z.output<typeof campaignSummary>;

export type CampaignView = z.output<typeof campaignStatusView>;
