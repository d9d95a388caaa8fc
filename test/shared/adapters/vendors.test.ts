import { describe, expect, test } from 'vitest';
import { hypeauditorReports } from '#shared/adapters/hypeauditor/report.ts';
import { unmetered } from '#shared/adapters/metered.ts';
import { modashReports } from '#shared/adapters/modash/report.ts';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import { serving } from './serving.ts';

const at = new Date('2026-11-23T10:00:00.000Z');
const ryan = { platform: 'instagram', handle: 'vancityreynolds' } as const;

/** HypeAuditor's own sample of a report, as far as it is documented. */
const ready = {
  result: {
    report_state: 'READY',
    user: {
      username: 'vancityreynolds',
      full_name: 'Ryan Reynolds',
      posts_count: 689,
      followers_count: 45294254,
      followings_count: 676,
      avg_likes: 672863,
      avg_comments: 3815,
      aqs: 93,
      er: { value: 1.52, avg: 1.1, title: 'Good' },
      audience_type: { real: 74.85, susp: 14.01, infs: 1.32, mass: 9.81 },
      demography: [
        { gender: 'F', value: 60 },
        { gender: 'M', value: 40 },
      ],
      demography_by_age: [
        {
          gender: 'F',
          by_age_group: [
            { group: 'age18-24', value: 30 },
            { group: 'age65-', value: 30 },
          ],
        },
        { gender: 'M', by_age_group: [{ group: 'age18-24', value: 40 }] },
      ],
      audience_geography: {
        countries: [
          { id: 1, code: 'in', value: 31.2 },
          { id: 2, code: '??', value: 1 },
        ],
        cities: [],
      },
      blogger_geo: { country: 'us', city: 5746545 },
      blogger_languages: ['en'],
    },
  },
};

describe('HypeAuditor', () => {
  const reports = (answer: unknown, status = 200, allowance: Allowance = unmetered()) => {
    const { fetch, asked } = serving(() => Response.json(answer, { status }));
    const source = hypeauditorReports({
      fetch,
      baseUrl: 'https://h.example/api/method/',
      clientId: '1',
      token: 't',
      allowance,
    });
    return { source, asked };
  };

  test('percentages become fractions, names and codes ours', async () => {
    const { source, asked } = reports(ready);
    const answer = await source.report(ryan, { at });
    expect(answer).toMatchObject({
      kind: 'found',
      metrics: {
        source: 'hypeauditor',
        name: 'Ryan Reynolds',
        country: 'US',
        language: 'en',
        followers: 45294254,
        reported: {
          engagementRate: 0.0152,
          averageLikes: 672863,
          audienceQuality: 93,
          countries: [{ code: 'IN', share: 0.312 }],
          femaleShare: 0.6,
          ages: [
            { from: 18, to: 24, share: expect.closeTo(0.7) },
            { from: 65, share: expect.closeTo(0.3) },
          ],
        },
      },
    });
    const types = answer.kind === 'found' ? answer.metrics.reported?.followerTypes : {};
    expect(types?.real).toBeCloseTo(0.7485);
    expect(types?.massFollowers).toBeCloseTo(0.0981);
    expect(asked[0]?.url.href).toBe('https://h.example/api/method/auditor.report/?username=vancityreynolds&v=2');
    expect(new Headers(asked[0]?.init.headers).get('x-auth-id')).toBe('1');
  });

  test('a report that is not ready is looked after, at first soon, then every hour', async () => {
    const { source } = reports({ result: { report_state: 'NOT_READY' } });
    const lookedAfter = async (minutes: number) => {
      const now = new Date(at.getTime() + minutes * 60_000);
      const answer = await source.report(ryan, { at: now, ...(minutes > 0 && { askedAt: at.toISOString() }) });
      return answer.kind === 'pending' && (Date.parse(answer.retryAt) - now.getTime()) / 60_000;
    };
    expect([await lookedAfter(0), await lookedAfter(5), await lookedAfter(10), await lookedAfter(600)]).toEqual([
      5, 5, 10, 60,
    ]);
  });

  test('a report costs one credit, looking after it none', async () => {
    const taken: number[] = [];
    const allowance: Allowance = {
      take: async cost => {
        taken.push(cost);
        return { kind: 'granted' };
      },
      close: async () => {},
    };
    const { source } = reports({ result: { report_state: 'NOT_READY' } }, 200, allowance);
    await source.report(ryan, { at });
    await source.report(ryan, { at, askedAt: at.toISOString() });
    expect(taken).toEqual([1, 0]);
  });

  test('what it is unsure of is said to be, and a missing score is no score', async () => {
    const { aqs: _, ...user } = ready.result.user;
    const { source } = reports({ result: { report_state: 'READY_LOW_CONFIDENCE', user } });
    const answer = await source.report(ryan, { at });
    expect(answer).toMatchObject({ metrics: { reported: { isUnsure: true } } });
    expect(answer.kind === 'found' && answer.metrics.reported).not.toHaveProperty('audienceQuality');
  });

  test('reports on TikTok have another shape and the same unit', async () => {
    const report = {
      basic: { title: 'Meera', description: 'Write to meera@cooks.in' },
      metrics: { subscribers_count: { value: 18230 }, er: { value: 4.5 }, views_avg: { value: 9000 } },
      features: {
        aqs: { data: { value: 81, mark: 'good' } },
        audience_by_type: { data: { real: 80, bots: 20 } },
        audience_geo: { data: [{ code: 'in', prc: 90 }] },
        audience_languages: { data: [{ title: 'Hindi', prc: 55 }] },
        audience_age_gender: null,
      },
    };
    const { source } = reports({ result: { report_state: 'READY', report } });
    expect(await source.report({ platform: 'tiktok', handle: 'meera.cooks' }, { at })).toMatchObject({
      metrics: {
        followers: 18230,
        publishedEmail: 'meera@cooks.in',
        reported: {
          engagementRate: 0.045,
          followerTypes: { real: 0.8, suspicious: 0.2 },
          countries: [{ code: 'IN', share: 0.9 }],
          languages: [{ code: 'hi', share: 0.55 }],
        },
      },
    });
  });

  test.each([
    [200, { error: { code: 'CHANNEL_NOT_FOUND', description: '' } }, 'missing'],
    [200, { error: { code: 'NO_VIDEOS' } }, 'missing'],
    [402, { error: { code: 'X', description: 'Not enough credits' } }, 'throttled'],
    [429, '', 'throttled'],
    [401, { error: 'Wrong token' }, 'refused'],
    [500, '<html>', 'broken'],
    [200, { result: { report_state: 'SOMETHING_NEW' } }, 'broken'],
  ])('%d %j is %s', async (status, body, kind) => {
    expect((await reports(body, status).source.report(ryan, { at })).kind).toBe(kind);
  });
});

describe('Modash', () => {
  const reports = (answer: unknown, status = 200) => {
    const { fetch, asked } = serving(() => Response.json(answer, { status }));
    return { source: modashReports({ fetch, baseUrl: 'https://m.example/v1', apiKey: 'k' }), asked };
  };
  const profile = {
    userId: '173560420',
    profile: { username: 'cristiano', fullname: 'Cristiano Ronaldo', followers: 661899681, engagementRate: 0.0128 },
    country: 'PT',
    language: { code: 'en', name: 'English' },
    postsCount: 3900,
    avgLikes: 8481938,
    avgViews: 0,
    contacts: [
      { type: 'email', value: 'team@cr.example.com' },
      { type: 'phone', value: '1' },
    ],
    recentPosts: [
      {
        id: 'a',
        url: 'https://www.instagram.com/p/a/',
        created: '2026-10-01T00:00:00Z',
        likes: 1,
        comments: 1,
        type: 'reel',
      },
      { id: 'b', created: '2026-11-01T00:00:00Z', likes: 3, type: 'carousel' },
      { id: 'c', created: 'some day' },
      'nonsense',
    ],
    audience: {
      credibility: 0.7791,
      audienceTypes: [
        { code: 'real', weight: 0.7791 },
        { code: 'mass_followers', weight: 0.0485 },
      ],
      genders: [
        { code: 'MALE', weight: 0.6 },
        { code: 'FEMALE', weight: 0.4 },
      ],
      ages: [
        { code: '18-24', weight: 0.4 },
        { code: '65-', weight: 0.1 },
      ],
      geoCountries: [
        { code: 'IN', name: 'India', weight: 0.2 },
        { code: 'PT', weight: 0.3 },
      ],
      languages: [{ code: 'en', weight: 0.3 }],
    },
  };

  test('fractions stay fractions, the doubled profile is one', async () => {
    const { source, asked } = reports({ error: false, profile });
    const answer = await source.report({ platform: 'instagram', handle: 'cristiano' }, { at });
    expect(answer).toMatchObject({
      kind: 'found',
      metrics: {
        source: 'modash',
        name: 'Cristiano Ronaldo',
        followers: 661899681,
        country: 'PT',
        posts: [
          { id: 'b', kind: 'carousel', likes: 3 },
          { id: 'a', kind: 'video', comments: 1 },
        ],
        reported: {
          engagementRate: 0.0128,
          followerTypes: { real: 0.7791, massFollowers: 0.0485 },
          countries: [
            { code: 'PT', share: 0.3 },
            { code: 'IN', share: 0.2 },
          ],
          ages: [
            { from: 18, to: 24, share: 0.4 },
            { from: 65, share: 0.1 },
          ],
          femaleShare: 0.4,
        },
      },
    });
    expect(answer.kind === 'found' && answer.metrics.reported).not.toHaveProperty('averageViews');
    expect(asked[0]?.url.href).toBe('https://m.example/v1/instagram/profile/cristiano/report');
  });

  test.each([
    [404, { error: true, code: 'account_not_found', message: '' }, 'missing'],
    [404, '', 'missing'],
    [400, { error: true, code: 'private_account', message: '' }, 'missing'],
    [401, { error: true, code: 'api_token_invalid', message: '' }, 'refused'],
    [403, { error: true, code: 'not_enough_credits', message: '' }, 'throttled'],
    [200, { error: true, code: 'rate_limit_exceeded', message: '' }, 'throttled'],
    [500, 'x', 'broken'],
    [200, { error: false }, 'broken'],
  ])('%d %j is %s', async (status, body, kind) => {
    expect((await reports(body, status).source.report(ryan, { at })).kind).toBe(kind);
  });
});
