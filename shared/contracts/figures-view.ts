import * as z from 'zod';
import { accountKinds } from '#shared/domain/audience/classify-account.ts';

/** The figures of a profile as the HTTP API shows them: each with its formula, its inputs, its sample and how sure it is. */

const interval = z
  .tuple([z.number(), z.number()])
  .readonly()
  .nullable()
  .meta({ description: '80 %: the value lies in here four times out of five' });
const inputs = z.record(z.string(), z.union([z.number(), z.string(), z.null()])).readonly();

const engagementRate = z.object({
  formula: z.string(),
  source: z.string().meta({ description: 'whose definition it follows' }),
  value: z.number().nullable(),
  median: z.number().nullable().meta({ description: 'the same with the median post in place of the average one' }),
  sample: z.int().meta({ description: 'posts whose counts are known; hidden likes are unknown, never zero' }),
  because: z.string().optional(),
});

const estimate = z.object({
  formula: z.string(),
  value: z.number().nullable(),
  interval,
  sample: z.int(),
  hidden: z.int(),
  ownWeight: z.number().meta({ description: 'share of the value that is their own; the rest is usual for their size' }),
  expected: z
    .object({
      value: z.number(),
      interpolated: z.boolean().meta({ description: 'the benchmark has a gap here, which was filled in' }),
      source: z.string(),
    })
    .nullable(),
  because: z.string().optional(),
});

const quality = z.object({
  formula: z.string(),
  value: z.number().nullable().meta({ description: '1 to 100, null where no part is known' }),
  range: z.tuple([z.number(), z.number()]).readonly(),
  confidence: z.number(),
  parts: z
    .array(
      z.object({
        name: z.string(),
        formula: z.string(),
        weight: z.number(),
        value: z.number().nullable(),
        interval,
        sample: z.int(),
        confidence: z.number(),
        inputs,
        reason: z.string(),
      }),
    )
    .readonly(),
  flags: z.array(z.string()).readonly(),
  missing: z.array(z.string()).readonly().meta({ description: 'what is not known, and what it would take' }),
});

const account = z.object({
  kind: z.enum(accountKinds),
  formula: z.string(),
  suspicion: z.number(),
  confidence: z.number(),
  reasons: z.array(z.object({ field: z.string(), points: z.number(), says: z.string() })).readonly(),
  missing: z.array(z.string()).readonly(),
});

export const profileFiguresView = z
  .object({
    profile: z.object({ platform: z.string(), handle: z.string() }),
    at: z.iso.datetime({ offset: true }),
    sources: z.array(z.string()).readonly(),
    followers: z.number().nullable(),
    engagement: z.array(engagementRate).readonly(),
    estimate,
    quality,
    account,
  })
  .meta({ id: 'ProfileFigures' });
