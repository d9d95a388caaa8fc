import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, aPost, at, days, inr, someMetrics, somePosts } from '../builders.ts';

const brief: ScoringBrief = {
  keywords: ['skincare', 'serum', 'sunscreen'],
  platforms: ['instagram', 'blog'],
  followers: { min: 1000, max: 10_000 },
  countries: ['IN'],
  languages: ['en', 'hi'],
  competitors: ['Glowmate'],
  compensation: { model: 'fixed', floor: inr(1000), ceiling: inr(10_000), targetCostPerEngagement: 2000 },
  budget: inr(100_000),
  wanted: 20,
};

const part = (name: string, candidate = aCandidate(), of = brief) => {
  const found = scoreCandidate(candidate, of, at).parts.find(each => each.name === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
const exclusions = (candidate: ReturnType<typeof aCandidate>, of = brief) =>
  scoreCandidate(candidate, of, at).exclusions;
const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value;
  return rest;
};

describe('a fitting candidate', () => {
  const score = scoreCandidate(aCandidate(), brief, at);

  it('is eligible, with what can be expected and what we would offer', () => {
    expect(score).toMatchObject({
      version: 'score.v1',
      at,
      exclusions: [],
      followers: 5000,
      engagementRate: 0.04,
      expectedEngagements: 200,
      expectedFee: inr(4000),
    });
  });

  it('is judged by five named parts whose weights sum to 1, each with its reason', () => {
    expect(score.parts.map(({ name }) => name)).toEqual([
      'relevance',
      'engagement',
      'reach',
      'freshness',
      'completeness',
    ]);
    expect(score.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    for (const { reason, formula } of score.parts) expect([reason, formula]).not.toContain('');
    const sum = score.parts.reduce((total, { weight, value }) => total + weight * (value ?? 0), 0);
    expect(score.value).toBeCloseTo(sum * 100, 1);
  });
});

describe('engagement', () => {
  it('half-way at what the tier usually reaches', () => {
    expect(part('engagement')).toMatchObject({ value: 0.5, formula: 'hypeauditor-12.v1' });
    expect(part('engagement').reason).toBe('Engagement is 4.0 % over 12 posts; 4.0 % is usual for this size.');
    expect(part('engagement').inputs).toMatchObject({ benchmark: 0.04, benchmarkSource: 'markerly-2016' });
    expect(part('engagement').inputs).toMatchObject({
      'phlanx.v1': 0.04,
      'modash-median.v1': 0.036,
      'upfluence-90d.v1': 0.04,
    });
  });

  it('says where the benchmark had to be interpolated', () => {
    expect(part('engagement', aCandidate({}, { followers: 300_000 })).reason).toContain('(interpolated)');
  });

  it('hidden likes give no say and no exclusion', () => {
    const shy = aCandidate({}, { posts: somePosts(12).map(post => without(post, 'likes')) });
    expect(part('engagement', shy)).toMatchObject({ value: null, weight: 0 });
    expect(part('engagement', shy).reason).toContain('hidden');
    expect(exclusions(shy)).toEqual([]);
    expect(scoreCandidate(shy, brief, at)).not.toHaveProperty('expectedEngagements');
  });

  it('uses what a list claims only where nothing was measured', () => {
    const claimed = { followers: 4000, engagementRate: 0.09 };
    expect(part('engagement', aCandidate({ claimed })).formula).toBe('hypeauditor-12.v1');
    const unreachable = { kind: 'unreachable', at, because: 'tiktok has no adapter' } as const;
    const listed = aCandidate({ claimed, metrics: unreachable });
    expect(part('engagement', listed)).toMatchObject({ formula: 'claimed.v1', inputs: { rate: 0.09 } });
    expect(part('engagement', listed).reason).toContain('as the list claims, not measured');
    expect(exclusions(listed)).toEqual([]);
    const averages = aCandidate({ claimed: { followers: 4000, averageLikes: 200 }, metrics: unreachable });
    expect(part('engagement', averages).inputs).toMatchObject({ rate: 0.05 });
    const both = aCandidate({
      claimed: { followers: 4000, averageLikes: 200, averageComments: 40 },
      metrics: unreachable,
    });
    expect(part('engagement', both).inputs).toMatchObject({ rate: 0.06 });
  });

  it('a claimed rate of an unknown number of followers says nothing', () => {
    const rateOnly = aCandidate({
      claimed: { engagementRate: 0.05 },
      metrics: { kind: 'unreachable', at, because: 'private' },
    });
    expect(part('engagement', rateOnly)).toMatchObject({
      value: null,
      reason: 'Engagement is unknown: the number of followers is not known.',
    });
  });

  it('more engagement never lowers a score', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 1e6 }), (likes, more, followers) => {
        const of = (count: number) =>
          scoreCandidate(aCandidate({}, { followers, posts: somePosts(6, { likes: count }) }), brief, at).value;
        expect(of(likes + more)).toBeGreaterThanOrEqual(of(likes));
      }),
    );
  });
});

describe('relevance', () => {
  it('counts posts that speak of the niche, how much of it, and what the profile says of itself', () => {
    const all = somePosts(4, { text: 'skincare: serum, then sunscreen' });
    expect(part('relevance', aCandidate({}, { posts: all })).value).toBe(1);
    const quarter = [aPost({ text: 'my serum' }), ...somePosts(3, { text: 'a walk' })];
    const little = aCandidate({ topics: [] }, { bio: 'Mum of two', posts: quarter });
    expect(part('relevance', little).value).toBeCloseTo(0.5 * 0.5 + 0.3 / 3);
    expect(part('relevance', little).reason).toBe('Speaks of serum in 1 of 4 posts.');
  });

  it('judges by what there is: posts alone, or a bio alone', () => {
    const posts = aCandidate({ topics: [] }, { bio: '', posts: [aPost({ text: 'skincare serum sunscreen' })] });
    expect(part('relevance', posts).value).toBe(1);
    const bio = aCandidate({ topics: ['sunscreen'] }, { bio: 'skincare and serum', posts: [] });
    expect(part('relevance', bio).value).toBe(1);
    const strange = aCandidate({ topics: ['football'] }, { bio: '', posts: [] });
    expect(part('relevance', strange)).toMatchObject({
      value: 0,
      reason: 'Speaks of none of the keywords in 0 of 0 posts.',
    });
  });

  it('has no say without text or keywords', () => {
    expect(part('relevance', aCandidate({ topics: [] }, { bio: '', posts: [] })).value).toBeNull();
    expect(part('relevance', aCandidate(), { ...brief, keywords: ['?'] }).value).toBeNull();
  });
});

describe('reach', () => {
  it('is the place in the band', () => {
    const reach = (followers: number) => part('reach', aCandidate({}, { followers })).value;
    expect([reach(1000), reach(10_000), reach(100), reach(1e6)]).toEqual([0, 1, 0, 1]);
    expect(reach(3162)).toBeCloseTo(0.5, 3);
  });

  it('has no say for a blog without followers, which is not excluded', () => {
    const blog = { platform: 'blog', handle: 'asha.example' } as const;
    const blogger = aCandidate({
      profiles: [blog],
      metrics: { kind: 'measured', at, profiles: [without(someMetrics({ profile: blog }), 'followers')], gaps: [] },
    });
    expect(part('reach', blogger).value).toBeNull();
    expect(part('engagement', blogger).value).toBeNull();
    expect(exclusions(blogger)).toEqual([]);
  });

  it('knows bands of one size', () => {
    const one = { ...brief, followers: { min: 5000, max: 5000 } };
    expect(part('reach', aCandidate(), one).value).toBe(1);
    expect(part('reach', aCandidate({}, { followers: 4999 }), one).value).toBe(0);
  });
});

describe('freshness', () => {
  it('is full for a post of this week at one post a week', () => {
    expect(part('freshness').value).toBe(1);
  });

  it('falls with the age of the last post and with the pace', () => {
    const old = somePosts(3).map((post, index) => ({ ...post, at: days(-48.5 - 28 * index) }));
    expect(part('freshness', aCandidate({}, { posts: old })).value).toBeCloseTo(0.7 * 0.5 + 0.3 * 0.25);
    expect(part('freshness', aCandidate({}, { posts: [aPost({ at: days(-48.5) })] })).value).toBeCloseTo(0.5);
  });

  it('has no say without posts or with a date that is none', () => {
    expect(part('freshness', aCandidate({}, { posts: [] })).value).toBeNull();
    expect(part('freshness', aCandidate({}, { posts: [aPost({ at: 'yesterday' })] })).value).toBeNull();
  });
});

describe('completeness', () => {
  it('names what is missing', () => {
    expect(part('completeness')).toMatchObject({ value: 1, reason: 'Everything we look for is known.' });
    const vague = without(aCandidate({ languages: [], topics: [] }, { bio: '', posts: somePosts(2) }), 'country');
    expect(part('completeness', vague)).toMatchObject({
      value: 2 / 6,
      reason: 'Not known: six posts, bio or topics, country, language.',
    });
  });

  it('takes country and language from the profile where the list has none', () => {
    const listed = without(aCandidate({ languages: [] }, { country: 'US', language: 'en' }), 'country');
    expect(part('completeness', listed).value).toBe(1);
    expect(exclusions(listed)).toEqual(['in another country: US, wanted IN']);
  });
});

describe('exclusions say why', () => {
  const reachable = aCandidate();
  const gone = { kind: 'unreachable', at, because: 'the profile is private' } as const;
  it.each([
    ['no address to write to', without(reachable, 'contact')],
    ['outside the follower band: 52,300 of 1,000 to 10,000', aCandidate({}, { followers: 52_300 })],
    ['outside the follower band: 999 of 1,000 to 10,000', aCandidate({}, { followers: 999 })],
    ['in another country: US, wanted IN', aCandidate({ country: 'US' })],
    ['in another language: fr, wanted en, hi', aCandidate({ languages: ['fr'] })],
    ['no metrics: not fetched yet', without(reachable, 'metrics')],
    ['no metrics: the profile is private', aCandidate({ metrics: gone })],
    ['no metrics: the profile is private', aCandidate({ metrics: gone, claimed: { followers: 5000 } })],
    [
      'no metrics: instagram asked us to wait',
      aCandidate({ metrics: { kind: 'measured', at, profiles: [], gaps: ['instagram asked us to wait'] } }),
    ],
    [
      'no metrics: the profile was not measured',
      aCandidate({ metrics: { kind: 'measured', at, profiles: [], gaps: [] } }),
    ],
    ['not active: the last post is 91 days old', aCandidate({}, { posts: [aPost({ at: days(-91) })] })],
    ['no posts: the profile has never published', aCandidate({}, { postCount: 0, posts: [] })],
    [
      'not on the platforms wanted: instagram, blog',
      aCandidate({ profiles: [{ platform: 'youtube', handle: 'asha' }] }),
    ],
    [
      'advertises for a competitor: Glowmate',
      aCandidate({}, { posts: [aPost({ text: '#ad my new Glowmate serum' })] }),
    ],
  ])('%s', (reason, candidate) => {
    expect(exclusions(candidate)).toEqual([reason]);
  });

  it('does not exclude for what is unknown, old or harmless', () => {
    expect(exclusions(without(aCandidate({ languages: [] }), 'country'))).toEqual([]);
    expect(exclusions(aCandidate({}, { posts: [aPost({ text: 'Glowmate broke my skin out' })] }))).toEqual([]);
    const longAgo = [aPost(), aPost({ at: days(-100), text: '#ad Glowmate' })];
    expect(exclusions(aCandidate({}, { posts: longAgo }))).toEqual([]);
    const anywhere = { ...brief, countries: [], languages: [], competitors: [] };
    expect(exclusions(aCandidate({ country: 'US', languages: ['fr'] }), anywhere)).toEqual([]);
  });
});

describe('which profile counts', () => {
  const youtube = { platform: 'youtube', handle: 'asha' } as const;
  const instagram = { platform: 'instagram', handle: 'asha.glow' } as const;

  it('the first measured one on a platform that the campaign wants', () => {
    const candidate = aCandidate({
      profiles: [youtube, { platform: 'instagram', handle: 'asha.old' }, instagram],
      metrics: {
        kind: 'measured',
        at,
        profiles: [someMetrics({ profile: youtube, followers: 90_000 }), someMetrics({ followers: 2500 })],
        gaps: ['asha.old is gone'],
      },
    });
    expect(scoreCandidate(candidate, brief, at).followers).toBe(2500);
  });
});

describe('the expected fee', () => {
  it('respects a known fee in the campaign’s currency only', () => {
    expect(scoreCandidate(aCandidate({ claimed: { fee: inr(2500) } }), brief, at).expectedFee).toEqual(inr(2500));
    expect(scoreCandidate(aCandidate({ claimed: { fee: money(10, 'USD') } }), brief, at).expectedFee).toEqual(
      inr(4000),
    );
  });
});

it('every score is between 0 and 100 whatever is known', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  fc.assert(
    fc.property(
      maybe(fc.nat(1e8)),
      fc.array(fc.record({ text: fc.string(), age: fc.integer({ min: -5, max: 400 }), likes: maybe(fc.nat()) })),
      fc.array(fc.string(), { maxLength: 5 }),
      (followers, posts, keywords) => {
        const measured = posts.map(({ text, age, likes }) => {
          const post = aPost({ text, at: days(-age) });
          return likes === undefined ? without(post, 'likes') : { ...post, likes };
        });
        const metrics = without(someMetrics({ posts: measured }), 'followers');
        const profile = followers === undefined ? metrics : { ...metrics, followers };
        const candidate = aCandidate({ metrics: { kind: 'measured', at, profiles: [profile], gaps: [] } });
        const score = scoreCandidate(candidate, { ...brief, keywords }, at);
        expect(score.value).toBeGreaterThanOrEqual(0);
        expect(score.value).toBeLessThanOrEqual(100);
        for (const { value } of score.parts) if (value !== null) expect(Math.min(1, Math.max(0, value))).toBe(value);
      },
    ),
  );
});
