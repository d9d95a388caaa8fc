import * as z from 'zod';
import { decisionKinds } from '#shared/domain/attention.ts';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { amount, id, instant } from './common.ts';

const nextStep = z
  .object({
    what: z.string(),
    at: instant.optional().meta({ description: 'absent where it waits for somebody' }),
    because: z.string(),
    timeZone: z.string().meta({ description: "the influencer's own" }),
  })
  .meta({ id: 'NextStep', description: 'what happens next, unless somebody acts before' });

export const collaborationView = z
  .object({
    influencerId: id,
    name: z.string(),
    profile: z.object({ platform: z.string(), handle: z.string(), url: z.string() }),
    status: z.enum(collaborationStatuses),
    since: instant,
    because: z.string().optional(),
    offer: z.object({
      fee: amount,
      lines: z
        .array(z.object({ what: z.enum(['content', 'exclusivity', 'usage-rights']), amount }))
        .optional()
        .meta({ description: 'what of the fee pays for what, where rights are priced' }),
      perSalePercent: z.number(),
      perLead: amount,
    }),
    postUrl: z.string().optional(),
    link: z.string().optional(),
    coupon: z.string().optional(),
    call: z.object({ from: instant, to: instant }).optional(),
    draft: z
      .object({
        state: z.enum(['asked', 'handed-in', 'changes-asked', 'approved']),
        since: instant,
        dueAt: instant.meta({ description: 'by when they hand in' }),
        round: z.int().meta({ description: '1, and one more each time changes were asked for' }),
        link: z.string().optional().meta({ description: 'what they handed in last' }),
        text: z.string().optional(),
        words: z.string().optional().meta({ description: 'what a person wrote to them about it last' }),
      })
      .optional()
      .meta({ description: 'where the campaign wants to see one before the post' }),
    heldForPerson: z.string().optional(),
    owner: z.string().optional().meta({ description: 'who has taken it over' }),
    snooze: z.object({ until: instant, because: z.string() }).optional(),
    nextActionAt: instant.optional(),
    next: nextStep,
    decisions: z.array(z.enum(decisionKinds)).meta({ description: 'what a person can decide now' }),
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

export type CollaborationView = z.output<typeof collaborationView>;

export type TimelineView = z.output<typeof timelineEntry>;
