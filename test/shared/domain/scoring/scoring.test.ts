import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, aPost, at, days, inr, someMetrics, somePosts } from '../builders.ts';
import { brief, without } from './scored.ts';

describe('a fitting candidate', () => {
  const score = scoreCandidate(aCandidate(), brief, at);

  it('is eligible, with what can be expected and what we would offer', () => {
    expect(score).toMatchObject({
      version: 'score.v2',
      at,
      exclusions: [],
      followers: 5000,
      engagementRate: 0.04,
      expectedEngagements: 200,
      expectedFee: inr(4000),
    });
  });

  it('is judged by named parts whose weights sum to 1, each with its reason', () => {
    expect(score.parts.map(({ name }) => name)).toEqual([
      'relevance',
      'engagement',
      'audience',
      'reach',
      'price',
      'exclusivity',
      'freshness',
      'completeness',
      'history',
    ]);
    expect(score.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    for (const { reason, formula } of score.parts) expect([reason, formula]).not.toContain('');
    const sum = score.parts.reduce((total, { weight, value }) => total + weight * (value ?? 0), 0);
    expect(score.value).toBeCloseTo(sum * 100, 1);
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

describe('the changes that would have moved it most', () => {
  it('are the two largest of all single changes, said in words with what they would have brought', () => {
    const weak = aCandidate({}, { posts: somePosts(12, { likes: 50, comments: 10 }) });
    const { changes = [], value } = scoreCandidate(weak, brief, at);
    expect(changes).toHaveLength(2);
    const [first, second] = changes;
    expect(Math.abs(first?.points ?? 0)).toBeGreaterThanOrEqual(Math.abs(second?.points ?? 0));
    expect(first?.says).toBe(
      `An engagement rate of 8.0 % instead of 1.2 % would have added ${first?.points.toFixed(1)} points.`,
    );
    // The same candidate with that rate, which makes the usual fee cheaper too.
    const strong = scoreCandidate(aCandidate({}, { posts: somePosts(12, { likes: 390, comments: 10 }) }), brief, at);
    expect(strong.value).toBeCloseTo(value + (first?.points ?? 0), 1);
  });

  it('say what an unknown would have done, also where that is less', () => {
    const shy = aCandidate({}, { posts: somePosts(12).map(post => without(post, 'likes')) });
    const { changes = [] } = scoreCandidate(shy, brief, at);
    expect(changes.map(({ says }) => says).join(' ')).toMatch(/instead of none that is known would have taken/);
  });
});

describe('the same inputs, byte for byte', () => {
  it('give the same scores in any order of the candidates, whatever was scored before', () => {
    const texts = ['skincare #ad @glowmate', '𝗦𝗸𝗶𝗻 serum ﬁ', 'त्वचा', 'wtf 🌿 shit', 'कुछ नहीं', 'İstanbul sunscreen'];
    const all = texts.map((text, n) => aCandidate({ influencerId: `i${n}` }, { posts: somePosts(4, { text }) }));
    const scoredIn = (order: readonly (typeof all)[number][]) =>
      JSON.stringify(
        order
          .map(candidate => [candidate.influencerId, scoreCandidate(candidate, { ...brief }, at)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
        expect(scoredIn(shuffled)).toBe(scoredIn(all));
      }),
      { numRuns: 20 },
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
