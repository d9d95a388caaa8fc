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
      'advertises for a competitor: Glowmate ("Glowmate", 2026-02-28)',
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

describe('exclusivity', () => {
  const exclusive = { ...brief, brand: { name: 'Meadow', category: 'skincare' }, exclusivityDays: 30 };
  const looked = (text: string, over: Partial<ScoringBrief> = {}, age = 3) =>
    scoreCandidate(
      aCandidate(
        {},
        {
          posts: [
            aPost({ at: days(-1), text: 'hello' }),
            aPost({ url: 'https://x.example/p/1', at: days(-age), text }),
          ],
        },
      ),
      { ...exclusive, ...over },
      at,
    );
  const value = (text: string, over: Partial<ScoringBrief> = {}, age = 3) =>
    looked(text, over, age).parts.find(({ name }) => name === 'exclusivity')?.value;

  it('an advertisement for a competitor excludes, with the post, its date and the words', () => {
    const { exclusions, evidence } = looked('#ad loving my @glowmate.in serum');
    expect(exclusions).toEqual([
      'advertises for a competitor: Glowmate ("@glowmate", 2026-02-27, https://x.example/p/1)',
    ]);
    expect(evidence).toMatchObject([
      { effect: 'exclusion', url: 'https://x.example/p/1', at: days(-3), words: '@glowmate' },
    ]);
    expect(value('#ad loving my @glowmate.in serum')).toBe(0);
  });

  it('a competitor that is named without being paid costs points and excludes nobody', () => {
    const { exclusions, evidence } = looked('Glowmate broke my skin out');
    expect(exclusions).toEqual([]);
    expect(evidence).toMatchObject([{ effect: 'penalty', says: 'names a competitor: Glowmate' }]);
    expect(value('Glowmate broke my skin out')).toBe(0.3);
  });

  it('an advertisement for another brand of the category costs points; for our own or another category nothing', () => {
    expect(value('#ad skincare by @dewandco')).toBe(0.3);
    expect(looked('#ad skincare by @dewandco').evidence?.[0]?.words).toBe('skincare, @dewandco');
    expect(value('#ad skincare by Meadow, thanks @meadow')).toBe(1);
    expect(value('#ad my new phone by @telephones')).toBe(1);
    expect(value('skincare tips, thanks @asha.sister')).toBe(1);
  });

  it('outside the window nothing counts', () => {
    expect(value('#ad @glowmate serum', {}, 31)).toBe(1);
    expect(value('#ad @glowmate serum', { exclusivityDays: 60 }, 31)).toBe(0);
    expect(value('#ad @glowmate serum', { exclusivityDays: 0 }, 1)).toBe(1);
  });

  it('a name that is also a word needs a capital or a tag', () => {
    expect(value('#ad a plum cake', { competitors: ['Plum'] })).toBe(1);
    expect(looked('#ad my Plum toner', { competitors: ['Plum'] }).exclusions).toHaveLength(1);
    expect(looked('#ad #plumgoodness', { competitors: ['Plum'] }).exclusions).toHaveLength(1);
  });
});

describe('brand safety asks a person', () => {
  const doubts = (texts: readonly string[], over: Partial<ScoringBrief> = {}) => {
    const posts = texts.map((text, n) => aPost({ text, url: `https://x.example/p/${n}` }));
    const { evidence = [], exclusions } = scoreCandidate(aCandidate({}, { posts }), { ...brief, ...over }, at);
    expect(exclusions).toEqual([]);
    return evidence.filter(({ effect }) => effect === 'doubt').map(({ says, words }) => `${says}: ${words}`);
  };

  it.each([
    ['join my betting app today', 'may be gambling: betting app'],
    ['आज का सट्टा', 'may be gambling: सट्टा'],
    ['teen patti khelo', 'may be gambling: teen patti'],
    ['follow me on OnlyFans', 'may be adult content: OnlyFans'],
    ['vibes and hookah', 'may be drugs and tobacco: hookah'],
  ])('%s', (text, says) => expect(doubts([text])).toEqual([says]));

  it.each([
    'nude lipstick shades for us',
    'a bath bomb for Sunday',
    'no smoking, no cigarettes please',
    'cigarette free for a year',
    '#foodporn at home',
    'weed out your wardrobe and garden',
    'a bombastic day',
  ])('nothing in %j', text => expect(doubts([text])).toEqual([]));

  it('what slips out once is let pass, twice is not', () => {
    expect(doubts(['wtf', 'lovely'])).toEqual([]);
    expect(doubts(['wtf is this', 'shit happens'])).toEqual(['may be swearing: wtf']);
  });

  it('what the brand itself sells is no doubt', () => {
    expect(doubts(['wine night', 'red wine again'])).toHaveLength(1);
    expect(doubts(['wine night', 'red wine again'], { brand: { name: 'Vines', category: 'wine' } })).toEqual([]);
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
