import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, aPost, at, days, inr, someMetrics, somePosts } from '../builders.ts';
import { brief, exclusions, part, without } from './scored.ts';

describe('history with the brand', () => {
  const earlier = (over: object = {}) => ({
    campaignId: 'c0',
    campaign: 'Monsoon Glow',
    status: 'settled' as const,
    at,
    orders: 3,
    revenue: inr(9000),
    onTime: true,
    ...over,
  });
  const valueWith = (history: readonly ReturnType<typeof earlier>[]) =>
    scoreCandidate(aCandidate({ history }), brief, at);

  it('speaks for whoever delivered, with what came of it, and against whoever did not', () => {
    const plain = scoreCandidate(aCandidate(), brief, at).value;
    const good = valueWith([earlier()]);
    expect(good.value).toBeGreaterThan(plain);
    expect(good.parts.find(({ name }) => name === 'history')).toMatchObject({
      value: 1,
      formula: 'history.v1',
      reason: 'Worked with us before: settled in Monsoon Glow, 3 orders, on time.',
    });
    expect(valueWith([earlier({ status: 'withdrawn', orders: 0 })]).value).toBeLessThan(plain);
  });

  it('has no say for whoever is new', () => {
    const { parts } = scoreCandidate(aCandidate(), brief, at);
    expect(parts.find(({ name }) => name === 'history')).toMatchObject({ value: null, weight: 0 });
  });
});

describe('engagement', () => {
  it('half-way at what the tier usually reaches', () => {
    expect(part('engagement')).toMatchObject({ value: 0.5, formula: 'hypeauditor-12.v1' });
    expect(part('engagement').reason).toBe('Engagement is 4.0 % over 12 posts; 4.0 % is usual for this size.');
    expect(part('engagement').inputs).toMatchObject({ benchmark: 0.04, benchmarkSource: 'markerly-2016' });
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
    // 15 of 16 parts of what each keyword can say, since it stands in four posts.
    expect(part('relevance', aCandidate({}, { posts: all })).value).toBeCloseTo((0.4 + 0.3 * (15 / 16) + 0.2) / 0.9);
    const quarter = [aPost({ text: 'my serum' }), ...somePosts(3, { text: 'a walk' })];
    const little = aCandidate({ topics: [] }, { bio: 'Mum of two', posts: quarter });
    expect(part('relevance', little).value).toBeCloseTo((0.4 * 0.5 + 0.3 * (0.5 / 3)) / 0.9);
    expect(part('relevance', little).reason).toBe('Speaks of serum (1) in 1 of 4 posts.');
  });

  it('judges by what there is: posts alone, or a bio alone', () => {
    const posts = aCandidate({ topics: [] }, { bio: '', posts: [aPost({ text: 'skincare serum sunscreen' })] });
    expect(part('relevance', posts).value).toBeCloseTo((0.4 + 0.3 / 2) / 0.7);
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

describe('relevance in other words', () => {
  it('words of the brief’s summary count for a little, and only where there is one', () => {
    const withSummary = { ...brief, summary: 'Show your monsoon humidity ritual with our lightweight gel' };
    const posts = somePosts(4, { text: 'skincare against monsoon humidity' });
    const of = (summary: ScoringBrief) => part('relevance', aCandidate({}, { posts }), summary);
    expect(of(withSummary).inputs).toMatchObject({ summaryWords: 2 });
    expect(of(withSummary).value).toBeLessThan(of(brief).value ?? 0);
    expect(of(brief).inputs).toMatchObject({ summaryWords: 0 });
  });

  it('a keyword said over and over in one post counts once', () => {
    const once = part('relevance', aCandidate({}, { posts: [aPost({ text: 'serum' }), aPost({ text: 'a walk' })] }));
    const often = part(
      'relevance',
      aCandidate({}, { posts: [aPost({ text: 'serum '.repeat(40) }), aPost({ text: 'a walk' })] }),
    );
    expect(often.value).toBe(once.value);
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

describe('price', () => {
  const fee = (amount: ReturnType<typeof inr>) => part('price', aCandidate({ claimed: { fee: amount } }));

  it('is half-way at the cost per engagement that is meant, better below it', () => {
    expect(fee(inr(4000))).toMatchObject({
      value: 0.5,
      inputs: { costPerEngagement: 2000, feeFrom: 'asked', target: 2000 },
    });
    expect(fee(inr(2000)).value).toBe(0.75);
    expect(fee(inr(4000)).reason).toBe(
      'INR 4,000 a post is what they ask: INR 20.00 per engagement, INR 20.00 is meant.',
    );
  });

  it('falls back to the table of usual fees, dearer for a video', () => {
    const usual = part('price');
    expect(usual.inputs).toMatchObject({ feeFrom: 'india-2025' });
    expect(usual.reason).toContain('usual (india-2025)');
    expect(part('price', aCandidate(), { ...brief, wantsVideo: true }).value).toBeLessThan(usual.value ?? 0);
  });

  it('has no say without a fee or an engagement to go by', () => {
    const usd = {
      ...brief,
      compensation: { ...brief.compensation, floor: money(1000, 'EUR'), ceiling: money(9000, 'EUR') },
    };
    expect(part('price', aCandidate(), usd)).toMatchObject({ value: null, weight: 0 });
    const silent = aCandidate({}, { posts: [] });
    expect(part('price', silent).value).toBeNull();
  });
});
