import * as z from 'zod';
import { collaborationView, timelineEntry } from './collaborations.ts';
import { amount, id, instant } from './common.ts';

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
