import * as z from 'zod';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { profileFiguresView } from '../figures-view.ts';
import { amount, id, instant } from './common.ts';

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
    merged: z
      .array(z.object({ by: z.string(), in: z.array(z.string()) }))
      .optional()
      .meta({ description: 'why rows were taken for one person; POST .../split takes a wrong one back' }),
    history: z
      .object({
        value: z.number().optional(),
        reason: z.string().optional(),
        collaborations: z.array(
          z.object({
            campaignId: id,
            campaign: z.string(),
            status: z.enum(collaborationStatuses),
            at: instant,
            cost: amount.optional(),
            engagements: z.number().optional(),
            costPerEngagement: amount.optional(),
            orders: z.number(),
            revenue: amount,
            onTime: z.boolean().optional(),
          }),
        ),
      })
      .optional()
      .meta({ description: 'what they did for this brand before' }),
    metrics: z.object({ state: z.string(), at: instant.optional(), because: z.string().optional() }),
    score: z
      .object({
        version: z.string(),
        at: instant,
        value: z.number(),
        parts: z.array(scorePart),
        exclusions: z.array(z.string()),
        evidence: z
          .array(
            z.object({
              effect: z.enum(['exclusion', 'penalty', 'doubt']),
              says: z.string(),
              words: z.string(),
              url: z.string().optional(),
              at: z.string().optional(),
            }),
          )
          .optional()
          .meta({ description: 'what was found against them; a doubt is read by a person before anybody writes' }),
        changes: z
          .array(z.object({ part: z.string(), points: z.number(), says: z.string() }))
          .optional()
          .meta({ description: 'the two changes that would have moved the score most' }),
        community: z.string().optional(),
        followers: z.number().optional(),
        engagementRate: z.number().optional(),
        expectedEngagements: z.number().optional(),
        expectedFee: amount.optional(),
      })
      .optional(),
    figures: z.array(profileFiguresView).optional().meta({ description: 'of each profile that was measured' }),
    shortlistRank: z.int().optional(),
    sharedFollowers: z
      .array(z.object({ influencerId: id, share: z.number(), basis: z.enum(['measured', 'estimated']) }))
      .optional()
      .meta({
        description:
          'with whom on the shortlist they share most followers, of the smaller audience: measured where both have a list of followers, else estimated from platform, country and subject',
      }),
  })
  .meta({ id: 'Candidate' });

export type CandidateView = z.output<typeof candidateView>;
