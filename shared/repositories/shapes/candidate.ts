import * as z from 'zod';
import { accountKinds } from '#shared/domain/audience/classify-account.ts';
import { commentKinds } from '#shared/domain/audience/comments/judge-comments.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { ProfileMetrics } from '#shared/domain/influencer.ts';
import { partNames } from '#shared/domain/scoring/score.ts';
import { shape } from './shape.ts';
import { contact, money, number, optional, profile, status, text } from './values.ts';

const post = z.object({
  id: text,
  url: optional(text),
  at: text,
  kind: z.enum(['image', 'video', 'carousel', 'article']),
  text,
  likes: optional(number),
  comments: optional(number),
  views: optional(number),
});

const audienceShare = z.object({ code: text, share: number });

const reported = z.object({
  engagementRate: optional(number),
  averageLikes: optional(number),
  averageComments: optional(number),
  averageViews: optional(number),
  audienceQuality: optional(number),
  followerTypes: optional(
    z.object({
      real: optional(number),
      suspicious: optional(number),
      massFollowers: optional(number),
      influencers: optional(number),
    }),
  ),
  countries: optional(z.array(audienceShare)),
  languages: optional(z.array(audienceShare)),
  ages: optional(z.array(z.object({ from: number, to: optional(number), share: number }))),
  femaleShare: optional(number),
  isUnsure: optional(z.boolean()),
});

export const followerSnapshot = z.object({ at: text, followers: number, followings: optional(number) });

const counts = <K extends string>(kinds: readonly K[]) =>
  z.object(Object.fromEntries(kinds.map(kind => [kind, number])) as Record<K, typeof number>);

export const followerKinds = counts(accountKinds);

const profileMetrics = z.object({
  profile,
  observedAt: text,
  source: text,
  name: optional(text),
  bio: optional(text),
  website: optional(text),
  pictureUrl: optional(text),
  country: optional(text),
  language: optional(text),
  followers: optional(number),
  followings: optional(number),
  postCount: optional(number),
  posts: z.array(post),
  publishedEmail: optional(text),
  topics: optional(z.array(text)),
  reported: optional(reported),
  followerHistory: optional(z.array(followerSnapshot)),
  commentCounts: optional(counts(commentKinds)),
  followerKinds: optional(followerKinds),
});

const score = z.object({
  version: z.enum(['score.v1', 'score.v2']),
  at: text,
  value: number,
  parts: z.array(
    z.object({
      name: z.enum(partNames),
      weight: number,
      value: number.nullable(),
      formula: text,
      reason: text,
      inputs: z.record(text, z.union([number, text, z.null()])),
    }),
  ),
  exclusions: z.array(text),
  evidence: optional(
    z.array(
      z.object({
        effect: z.enum(['exclusion', 'penalty', 'doubt']),
        says: text,
        words: text,
        url: optional(text),
        at: optional(text),
      }),
    ),
  ),
  changes: optional(z.array(z.object({ part: z.enum(partNames), points: number, says: text }))),
  community: optional(text),
  followers: optional(number),
  engagementRate: optional(number),
  expectedEngagements: optional(number),
  expectedFee: optional(money),
});

const claimed = z.object({
  followers: optional(number),
  engagementRate: optional(number),
  averageLikes: optional(number),
  averageComments: optional(number),
  audienceQuality: optional(number),
  fee: optional(money),
  blogRank: optional(z.record(text, number)),
});

const sighting = z.object({ source: text, line: number, tag: optional(text) });

const history = z.array(
  z.object({
    campaignId: text,
    campaign: text,
    status: status,
    at: text,
    cost: optional(money),
    engagements: optional(number),
    orders: number,
    revenue: money,
    onTime: optional(z.boolean()),
  }),
);

const evidence = z.object({
  name: optional(text),
  profiles: z.array(profile),
  email: optional(text),
  feedUrl: optional(text),
  country: optional(text),
  city: optional(text),
  languages: z.array(text),
  topics: z.array(text),
  claimed,
  sighting,
  raw: z.record(text, text),
  basis: optional(contact.shape.basis),
  history: optional(history),
});

export const candidateShape = shape<Candidate>(
  'candidate',
  1,
  z.object({
    campaignId: text,
    influencerId: text,
    name: text,
    profiles: z.array(profile),
    feedUrl: optional(text),
    contact: optional(contact),
    country: optional(text),
    city: optional(text),
    languages: z.array(text),
    topics: z.array(text),
    claimed,
    sightings: z.array(sighting),
    raw: z.record(text, text),
    evidence: optional(z.array(evidence)),
    history: optional(history),
    metrics: optional(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('measured'), at: text, profiles: z.array(profileMetrics), gaps: z.array(text) }),
        z.object({ kind: z.literal('unreachable'), at: text, because: text }),
        z.object({
          kind: z.literal('waiting'),
          at: text,
          because: text,
          profiles: z.array(profileMetrics),
          gaps: z.array(z.object({ who: text, kind: z.enum(['missing', 'refused', 'partly']), because: text })),
          disappointments: number,
          reportAskedAt: optional(text),
        }),
      ]),
    ),
    score: optional(score),
    shortlistRank: optional(number),
    sharedFollowers: optional(
      z.array(z.object({ influencerId: text, share: number, basis: z.enum(['measured', 'estimated']) })),
    ),
  }),
);

/** Written once where the candidate is written three times, and read only where it is needed. */
export const candidateDetailsShape = shape<Details>(
  'candidate-details',
  1,
  z.object({
    influencerId: text,
    profiles: optional(z.array(profileMetrics)),
    evidence: optional(z.array(evidence)),
  }),
);

export interface Details extends Pick<Candidate, 'influencerId' | 'evidence'> {
  readonly profiles?: readonly ProfileMetrics[];
}
