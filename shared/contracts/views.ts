import * as z from 'zod';
import { decisionKinds } from '#shared/domain/attention.ts';
import { campaignStatuses } from '#shared/domain/campaign.ts';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { forecastFigures } from '#shared/domain/forecast/forecast.ts';
import { heldKinds } from '#shared/ports/erasures.ts';
import { profileFiguresView } from './figures-view.ts';

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
    resolvedBy: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'AttentionItem' });

const forecastFigure = z.object({
  id: z.enum(forecastFigures),
  label: z.string(),
  low: z.number(),
  median: z.number(),
  high: z.number(),
  currency: z.string().length(3).optional().meta({ description: 'the figure is money in minor units' }),
});

export type ForecastFigureView = z.output<typeof forecastFigure>;

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

export const attentionList = z
  .object({
    budgetLeft: amount,
    ceiling: amount.meta({ description: 'highest fee that needs no second thought' }),
    items: z.array(
      attention.extend({
        collaboration: collaborationView.optional(),
        asked: amount.optional().meta({ description: 'what they ask for' }),
        mails: z.array(timelineEntry).meta({ description: 'the last mails of the thread, oldest first' }),
      }),
    ),
  })
  .meta({ id: 'AttentionList' });

export const unmatchedMail = z
  .object({
    id: z.string(),
    at: instant,
    from: z.string(),
    subject: z.string(),
    text: z.string(),
    kind: z.string(),
    because: z.string().meta({ description: 'why it is in no thread' }),
  })
  .meta({ id: 'UnmatchedMail' });

export type UnmatchedMailView = z.output<typeof unmatchedMail>;
export type AttentionListView = z.output<typeof attentionList>;
const share = z.number().min(0).max(1);

export const forecastView = z
  .object({
    model: z.string().meta({ description: 'name and version of the simulation' }),
    seed: z.string(),
    runs: z.int(),
    opensOn: z.iso.date().meta({ description: 'the day on which the first mail is taken to go out' }),
    prospects: z.int().optional().meta({ description: 'people of the sources who may fit, where the lists are known' }),
    figures: z.array(forecastFigure).meta({ description: 'eight of ten such campaigns come out between low and high' }),
    inShort: z.string().meta({ description: 'how many people it takes to invite, in a sentence' }),
    chances: z.object({
      reachesWanted: share.meta({ description: 'as many agreements as are wanted, or more' }),
      staysInBudget: share.meta({ description: 'nobody is turned down because the budget is promised already' }),
    }),
    advice: z
      .array(
        z.object({
          field: z.string(),
          value: z.union([z.number(), z.string(), z.array(z.number())]),
          says: z.string(),
          reachesWanted: share,
        }),
      )
      .meta({ description: 'changes, each alone, and the chance to reach the number wanted with it; best first' }),
    warnings: z.array(z.string()),
    assumptions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.enum(['share', 'ratio', 'amount']),
        low: z.number(),
        typical: z.number(),
        high: z.number(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Forecast' });

const heldCounts = z.partialRecord(z.enum(heldKinds), z.int());

export const erasure = z
  .object({
    id,
    status: z.enum(['open', 'done']),
    askedAt: instant,
    askedBy: z.string().meta({ description: 'id of the token' }),
    influencerIds: z.array(id),
    erased: heldCounts.meta({ description: 'how many items of each kind were erased so far' }),
    doneAt: instant.optional(),
  })
  .meta({ id: 'Erasure' });

export const askedErasure = erasure.extend({
  held: heldCounts.meta({ description: 'what is held now and will be erased' }),
  owed: z.array(z.object({ campaignId: id, status: z.enum(collaborationStatuses), amount })).meta({
    description:
      'agreed with them: find out how to pay it before the next hour; the amounts are kept, the person is not',
  }),
  coupons: z
    .array(z.object({ shop: z.string(), code: z.string() }))
    .meta({ description: 'codes that only you can delete, in the shop' }),
});

export type ErasureView = z.output<typeof erasure>;
export type ForecastView = z.output<typeof forecastView>;
export type CampaignSummaryView = z.output<typeof campaignSummary>;
export type CampaignView = z.output<typeof campaignStatusView>;
export type CandidateView = z.output<typeof candidateView>;
export type CollaborationView = z.output<typeof collaborationView>;
export type TimelineView = z.output<typeof timelineEntry>;
