import * as z from 'zod';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { forecastFigures } from '#shared/domain/forecast/forecast.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { shape } from './shape.ts';
import { money, number, optional, text } from './values.ts';

const count = optional(number);

const tally = z.object({ sent: number, decided: number, successes: number });

export const campaignShape = shape<Campaign>(
  'campaign',
  1,
  z.object({
    campaignId: text,
    spec: campaignSpec,
    status: z.enum(campaignStatuses),
    paused: z.boolean(),
    createdAt: text,
    endsAt: text,
    budget: money,
    commitments: z.object({ committed: number, byInfluencer: z.record(text, number) }),
    counts: z.object({
      rows: count,
      rejectedRows: count,
      duplicates: count,
      candidates: count,
      measured: count,
      unreachable: count,
      eligible: count,
      shortlisted: count,
    }),
    rejectedRows: z.array(z.object({ source: text, line: number, because: text })),
    executionArn: optional(text),
    approval: optional(z.object({ deadline: text, taskToken: optional(text), decidedAt: optional(text) })),
    lastReportAt: optional(text),
    failure: optional(text),
    experiment: optional(z.object({ a: tally, b: tally, evidence: number, winner: optional(z.enum(['a', 'b'])) })),
    forecast: optional(
      z.object({
        model: text,
        figures: z.array(z.object({ id: z.enum(forecastFigures), low: number, median: number, high: number })),
      }),
    ),
  }),
);
