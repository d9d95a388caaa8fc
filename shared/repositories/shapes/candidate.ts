import * as z from 'zod';
import type { Candidate } from '#shared/domain/candidate.ts';
import { shape } from './shape.ts';
import { contact, money, number, optional, profile, text } from './values.ts';

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
});

const score = z.object({
  version: z.literal('score.v1'),
  at: text,
  value: number,
  parts: z.array(
    z.object({
      name: z.enum(['engagement', 'relevance', 'reach', 'freshness', 'completeness']),
      weight: number,
      value: number.nullable(),
      formula: text,
      reason: text,
      inputs: z.record(text, z.union([number, text, z.null()])),
    }),
  ),
  exclusions: z.array(text),
  followers: optional(number),
  engagementRate: optional(number),
  expectedEngagements: optional(number),
  expectedFee: optional(money),
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
    claimed: z.object({
      followers: optional(number),
      engagementRate: optional(number),
      averageLikes: optional(number),
      averageComments: optional(number),
      audienceQuality: optional(number),
      fee: optional(money),
      blogRank: optional(z.record(text, number)),
    }),
    sightings: z.array(z.object({ source: text, line: number, tag: optional(text) })),
    raw: z.record(text, text),
    metrics: optional(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('measured'), at: text, profiles: z.array(profileMetrics), gaps: z.array(text) }),
        z.object({ kind: z.literal('unreachable'), at: text, because: text }),
      ]),
    ),
    score: optional(score),
    shortlistRank: optional(number),
  }),
);
