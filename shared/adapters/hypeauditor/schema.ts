import * as z from 'zod';

/**
 * HypeAuditor's own reports, as far as we read them (hypeauditor.readme.io): one shape for Instagram, another for YouTube and TikTok.
 * Percentages are 0 to 100. Whatever it leaves out is unknown: small accounts have no quality score, new ones no demography.
 */

const number = z.number().optional().catch(undefined);
const count = z.number().nonnegative().optional().catch(undefined);
const text = z.string().min(1).optional().catch(undefined);
const percent = z.number().min(0).max(100);

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .transform(items => items.flatMap(entry => item.safeParse(entry).data ?? []))
    .default([])
    .catch([]);
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const value = maybe(z.object({ value: count }));

export const reportState = z.enum(['READY', 'READY_LOW_CONFIDENCE', 'NOT_READY']);

/** What every report says of itself. */
export const anyReport = z.object({ result: z.object({ report_state: z.string() }) });

const audienceTypes = z.object({
  real: percent.optional().catch(undefined),
  susp: percent.optional().catch(undefined),
  bots: percent.optional().catch(undefined),
  mass: percent.optional().catch(undefined),
  infs: percent.optional().catch(undefined),
});
export type AudienceTypes = z.output<typeof audienceTypes>;

export const instagramReport = z.object({
  result: z.object({
    user: z.object({
      full_name: text,
      about: text,
      photo_url: text,
      posts_count: count,
      followers_count: count,
      followings_count: count,
      avg_likes: count,
      avg_comments: count,
      aqs: number,
      er: value,
      audience_type: maybe(audienceTypes),
      demography: list(z.object({ gender: z.string(), value: percent })),
      demography_by_age: list(
        z.object({ gender: text, by_age_group: list(z.object({ group: z.string(), value: percent })) }),
      ),
      audience_geography: maybe(z.object({ countries: list(z.object({ code: z.string(), value: percent })) })),
      audience_languages: list(z.object({ code: z.string(), value: percent })),
      blogger_geo: maybe(z.object({ country: text })),
      blogger_languages: list(z.string()),
    }),
  }),
});
export type InstagramReport = z.output<typeof instagramReport>['result']['user'];

const feature = <T extends z.ZodType>(data: T) => maybe(z.object({ data }));

export const channelReport = z.object({
  result: z.object({
    report: z.object({
      basic: maybe(z.object({ title: text, description: text, avatar_url: text })),
      metrics: z.object({
        subscribers_count: value,
        er: value,
        views_avg: value,
        likes_count: value,
      }),
      features: maybe(
        z.object({
          aqs: feature(z.object({ value: number })),
          audience_by_type: feature(audienceTypes),
          audience_geo: feature(list(z.object({ code: z.string(), prc: percent }))),
          audience_languages: feature(list(z.object({ title: z.string(), prc: percent }))),
          blogger_geo: feature(z.object({ country: text })),
        }),
      ),
    }),
  }),
});
export type ChannelReport = z.output<typeof channelReport>['result']['report'];

export const hypeauditorError = z.object({
  error: z.union([
    z.object({ code: z.union([z.string(), z.number()]).transform(String), description: z.string().default('') }),
    z.string().transform(code => ({ code, description: '' })),
  ]),
});
