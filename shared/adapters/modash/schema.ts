import * as z from 'zod';

/** Modash's own report, as far as we read it (docs.modash.io). Rates and weights are fractions. Whatever it leaves out is unknown. */

const count = z.number().nonnegative().optional().catch(undefined);
const text = z.string().min(1).optional().catch(undefined);

/** One unusable entry must not cost the others. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .transform(items => items.flatMap(entry => item.safeParse(entry).data ?? []))
    .default([])
    .catch([]);

const weighted = z.object({ code: z.string(), weight: z.number().min(0).max(1) });

const post = z.object({
  id: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  created: z.string(),
  text,
  type: text,
  likes: count,
  comments: count,
  views: count,
});
export type ModashPost = z.output<typeof post>;

export const modashReport = z.object({
  // Twice on purpose: the inner one is the account, the outer one what is known of it.
  profile: z.object({
    profile: z.object({
      username: text,
      fullname: text,
      picture: text,
      url: text,
      followers: count,
      engagementRate: count,
    }),
    bio: text,
    country: text,
    language: z.object({ code: text }).optional().catch(undefined),
    postsCount: count,
    avgLikes: count,
    avgComments: count,
    avgViews: count,
    contacts: list(z.object({ type: z.string(), value: z.string() })),
    recentPosts: list(post),
    audience: z
      .object({
        credibility: z.number().min(0).max(1).optional().catch(undefined),
        audienceTypes: list(weighted),
        genders: list(weighted),
        ages: list(weighted),
        geoCountries: list(weighted),
        languages: list(weighted),
      })
      .optional()
      .catch(undefined),
  }),
});
export type ModashReport = z.output<typeof modashReport>['profile'];

export const modashError = z.object({ error: z.literal(true), code: text, message: z.string().default('') });
