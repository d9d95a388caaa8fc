import * as z from 'zod';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';

/** What the HTTP API shows of each noun. */

export const id = z.string().min(1).max(64);
export const instant = z.iso.datetime({ offset: true });
export const amount = z.object({ minor: z.int(), currency: z.string().length(3) }).meta({ id: 'Money' });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

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

export const attention = z
  .object({
    campaignId: id,
    id: z.string(),
    raisedAt: instant,
    influencerId: id.optional(),
    name: z.string().optional(),
    because: z.string(),
    quote: z.string().optional(),
    options: z.array(z.string()),
    resolvedAt: instant.optional(),
  })
  .meta({ id: 'AttentionItem' });

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
  })
  .meta({ id: 'Campaign' });

const scorePart = z.object({
  name: z.string(),
  weight: z.number(),
  value: z.number().nullable(),
  formula: z.string(),
  reason: z.string(),
  inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});

export const candidateView = z
  .object({
    influencerId: id,
    name: z.string(),
    profiles: z.array(z.object({ platform: z.string(), handle: z.string(), url: z.string() })),
    sightings: z.array(z.object({ source: z.string(), line: z.int(), tag: z.string().optional() })),
    metrics: z.object({ state: z.string(), at: instant.optional(), because: z.string().optional() }),
    score: z
      .object({
        version: z.string(),
        at: instant,
        value: z.number(),
        parts: z.array(scorePart),
        exclusions: z.array(z.string()),
        followers: z.number().optional(),
        engagementRate: z.number().optional(),
        expectedEngagements: z.number().optional(),
        expectedFee: amount.optional(),
      })
      .optional(),
    shortlistRank: z.int().optional(),
  })
  .meta({ id: 'Candidate' });

export const collaborationView = z
  .object({
    influencerId: id,
    name: z.string(),
    profile: z.object({ platform: z.string(), handle: z.string(), url: z.string() }),
    status: z.enum(collaborationStatuses),
    since: instant,
    because: z.string().optional(),
    offer: z.object({ fee: amount, perSalePercent: z.number(), perLead: amount }),
    postUrl: z.string().optional(),
    link: z.string().optional(),
    coupon: z.string().optional(),
    call: z.object({ from: instant, to: instant }).optional(),
    heldForPerson: z.string().optional(),
    nextActionAt: instant.optional(),
  })
  .meta({ id: 'Collaboration' });

export const timelineEntry = z
  .object({
    at: instant,
    kind: z.enum(['event', 'message-out', 'message-in']),
    title: z.string(),
    detail: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

export type CampaignSummaryView = z.output<typeof campaignSummary>;
export type CampaignView = z.output<typeof campaignStatusView>;
export type CandidateView = z.output<typeof candidateView>;
export type CollaborationView = z.output<typeof collaborationView>;
export type TimelineView = z.output<typeof timelineEntry>;
