import type { Candidate } from '#shared/domain/candidate.ts';
import type { Collaboration, Progress } from '#shared/domain/collaboration.ts';
import type { Post, ProfileMetrics } from '#shared/domain/influencer.ts';
import { type Money, money } from '#shared/domain/money.ts';
import type { Terms } from '#shared/domain/outreach/terms.ts';

/** Builders of ordinary things; a test names only what matters to it. */

export const inr = (rupees: number): Money => money(rupees * 100, 'INR');

export const at = '2026-03-02T06:00:00.000Z';

const dayMs = 86_400_000;
/** `days` after (or, negative, before) `from`. */
export const days = (count: number, from = at): string => new Date(Date.parse(from) + count * dayMs).toISOString();

export const aPost = (over: Partial<Post> = {}): Post => ({
  id: 'p1',
  at: days(-2),
  kind: 'image',
  text: 'Morning skincare routine for dry skin',
  likes: 180,
  comments: 20,
  ...over,
});

export const somePosts = (count: number, over: Partial<Post> = {}): Post[] =>
  Array.from({ length: count }, (_, index) => aPost({ id: `p${index}`, at: days(-2 - 3 * index), ...over }));

export const someMetrics = (over: Partial<ProfileMetrics> = {}): ProfileMetrics => ({
  profile: { platform: 'instagram', handle: 'asha.glow' },
  observedAt: at,
  source: 'instagram-business-discovery',
  bio: 'Skincare and slow living',
  followers: 5000,
  postCount: 320,
  posts: somePosts(12),
  ...over,
});

export const aCandidate = (over: Partial<Candidate> = {}, measured: Partial<ProfileMetrics> = {}): Candidate => ({
  campaignId: 'c1',
  influencerId: 'i1',
  name: 'Asha Rao',
  profiles: [{ platform: 'instagram', handle: 'asha.glow' }],
  contact: {
    email: 'asha@example.com',
    source: 'candidates.csv line 2',
    obtainedAt: at,
    basis: 'published-business-address',
  },
  country: 'IN',
  languages: ['en'],
  topics: ['beauty'],
  claimed: {},
  sightings: [{ source: 'candidates.csv', line: 2 }],
  raw: {},
  metrics: { kind: 'measured', at, profiles: [someMetrics(measured)], gaps: [] },
  ...over,
});

export const someTerms = (over: Partial<Terms> = {}): Terms => ({
  model: 'fixed',
  fee: inr(4000),
  perSalePercent: 0,
  perLead: inr(0),
  exclusivityDays: 30,
  usageRights: 'organic, 6 months',
  ...over,
});

const standing = {
  threadId: 't1',
  campaignId: 'c1',
  influencerId: 'i1',
  name: 'Asha Rao',
  score: 70,
  version: 1,
  addressHash: 'h1',
};

/** Every status with what its standing rests on. */
export const progressIn = (status: Collaboration['status'], since = at): Progress => {
  const terms = someTerms();
  const post = {
    url: 'https://example.com/p',
    publishedAt: since,
    checkedAt: since,
    disclosure: { found: true, label: '#ad', problems: [] },
    mentionsLinkOrCoupon: true,
  };
  switch (status) {
    case 'shortlisted':
    case 'invited':
      return { status, since };
    case 'negotiating':
      return { status, since, about: 'the fee', ask: inr(6000) };
    case 'accepted':
    case 'briefed':
    case 'confirmed':
      return { status, since, terms };
    case 'published':
      return { status, since, terms, postUrl: post.url };
    case 'verified':
      return { status, since, terms, post };
    case 'settled':
      return { status, since, terms, post, payout: terms.fee };
    default:
      return { status, since, because: `ended as ${status}` };
  }
};

export const aCollaboration = (
  progress: Collaboration['status'] | Progress = 'invited',
  over: Partial<Omit<Collaboration, keyof Progress>> = {},
): Collaboration => ({
  ...standing,
  contact: {
    email: 'asha@example.com',
    source: 'candidates.csv line 2',
    obtainedAt: at,
    basis: 'published-business-address',
  },
  profile: { platform: 'instagram', handle: 'asha.glow' },
  language: 'en',
  timeZone: 'Asia/Kolkata',
  offer: someTerms(),
  sent: [],
  pending: [],
  ...(typeof progress === 'string' ? progressIn(progress) : progress),
  ...over,
});
