import { describe, expect, it } from 'vitest';
import { fetchMetrics } from '#functions/fetch-metrics/fetch-metrics.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { ProfileReportSource, ReportAnswer } from '#shared/ports/platforms.ts';
import { aCandidate, at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import {
  broken,
  type MemoryPlatform,
  memoryPlatform,
  profileFound,
  refused,
  throttled,
} from '#test/support/product/platforms.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';

/** As `identify-candidates` leaves them. */
function found(n: number, over: Partial<Candidate> = {}): Candidate {
  const {
    metrics: _,
    contact: __,
    country: ___,
    ...candidate
  } = aCandidate({
    influencerId: `i${n}`,
    name: `creator.${n}`,
    profiles: [{ platform: 'instagram', handle: `creator.${n}` }],
    languages: [],
    ...over,
  });
  return { ...candidate, ...over };
}

async function world(
  candidates: readonly Candidate[],
  instagram = memoryPlatform(),
  youtube = memoryPlatform('youtube'),
) {
  const product = await freshProduct();
  await withCampaign(product);
  await product.candidates.putAll(candidates);
  return { ...product, instagram, youtube, sources: { instagram, youtube } };
}
type World = Awaited<ReturnType<typeof world>>;

const fetch = (given: World, influencerIds: readonly string[], over: { at?: string } = {}) =>
  fetchMetrics(given)({ campaignId: 'c1', influencerIds: [...influencerIds], at, ...over });
const stored = async (given: World, id = 'i1') => (await given.candidates.getMany('c1', [id]))[0];
const metricsOf = async (given: World, id = 'i1') => (await stored(given, id))?.metrics;

describe('a profile that is found', () => {
  it('is stored with what was observed, and named where the source gave no name', async () => {
    const instagram = memoryPlatform('instagram', {
      'creator.1': profileFound({
        name: 'Meera Iyer',
        country: 'IN',
        language: 'hi',
        publishedEmail: 'meera@example.com',
        followers: 4321,
      }),
    });
    const given = await world([found(1)], instagram);
    expect(await fetch(given, ['i1'])).toEqual({ measured: 1, unreachable: 0, remaining: 0, retryAt: at });
    expect(await stored(given)).toMatchObject({
      name: 'Meera Iyer',
      country: 'IN',
      languages: ['hi'],
      metrics: { kind: 'measured', at, gaps: [], profiles: [{ followers: 4321 }] },
      contact: {
        email: 'meera@example.com',
        source: 'published at instagram:asha.glow',
        basis: 'published-business-address',
      },
    });
  });

  it('never overrules what the source says', async () => {
    const contact = { ...aCandidate().contact, email: 'agent@example.com' } as Candidate['contact'] & object;
    const profile = profileFound({ name: 'X', country: 'US', language: 'en', publishedEmail: 'x@example.com' });
    const given = await world(
      [found(1, { name: 'Meera', country: 'IN', languages: ['mr'], contact })],
      memoryPlatform('instagram', { 'creator.1': profile }),
    );
    await fetch(given, ['i1']);
    expect(await stored(given)).toMatchObject({ name: 'Meera', country: 'IN', languages: ['mr'], contact });
  });
});

describe('a throttled platform', () => {
  it('leaves its candidates for later and loses nobody; later only the missing ones are asked for', async () => {
    const instagram = memoryPlatform('instagram', {
      'creator.1': profileFound(),
      'creator.2': [throttled(days(0.1)), profileFound()],
      'creator.3': { kind: 'missing', because: 'it is private' },
    });
    const given = await world([found(1), found(2), found(3)], instagram);
    const ids = ['i1', 'i2', 'i3'];
    expect(await fetch(given, ids)).toEqual({ measured: 1, unreachable: 1, remaining: 1, retryAt: days(0.1) });
    instagram.asked.length = 0;
    expect(await fetch(given, ids, { at: days(0.1) })).toEqual({
      measured: 2,
      unreachable: 1,
      remaining: 0,
      retryAt: days(0.1),
    });
    expect(instagram.asked).toEqual(['creator.2']);
  });

  it('is not asked on and on for the rest of the batch', async () => {
    const many = Array.from({ length: 25 }, (_, n) => n + 1);
    const handles = Object.fromEntries(many.map(n => [`creator.${n}`, throttled(days(1))]));
    const given = await world(
      many.map(n => found(n)),
      memoryPlatform('instagram', handles),
    );
    expect(
      await fetch(
        given,
        many.map(n => `i${n}`),
      ),
    ).toMatchObject({ remaining: 25, retryAt: days(1) });
    // Thirteen at a time.
    expect(given.instagram.asked).toHaveLength(13);
  });

  it('is waited for as long as the campaign can wait, and everybody sees for what', async () => {
    const given = await world([found(1)], memoryPlatform('instagram', { 'creator.1': throttled(days(1)) }));
    for (let round = 0; round < 20; round += 1)
      expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1, unreachable: 0 });
    expect(await metricsOf(given)).toMatchObject({
      kind: 'waiting',
      at,
      because: 'instagram:creator.1: too many calls',
      disappointments: 0,
    });
  });

  it('that allows more too late is not waited for', async () => {
    const given = await world([found(1)], memoryPlatform('instagram', { 'creator.1': throttled(days(30)) }));
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 0, unreachable: 1 });
    expect(await metricsOf(given)).toEqual({
      kind: 'unreachable',
      at,
      because: 'instagram:creator.1: too many calls',
    });
  });

  it('does not keep those waiting who wait for another one', async () => {
    const profiles = [{ platform: 'youtube', handle: 'creatortwo' }] as const;
    const given = await world(
      [found(1), found(2, { profiles })],
      memoryPlatform('instagram', { 'creator.1': throttled(days(0.1)) }),
      memoryPlatform('youtube', { creatortwo: throttled(days(1)) }),
    );
    expect(await fetch(given, ['i1', 'i2'])).toMatchObject({ remaining: 2, retryAt: days(0.1) });
  });

  it('is asked at most once a minute', async () => {
    const given = await world([found(1)], memoryPlatform('instagram', { 'creator.1': throttled(at) }));
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1, retryAt: '2026-03-02T06:01:00.000Z' });
  });

  it('is waited for two rounds where another profile is known already, then left as a gap', async () => {
    const profiles = [
      { platform: 'instagram', handle: 'creator.1' },
      { platform: 'youtube', handle: 'creatorone' },
    ] as const;
    const given = await world(
      [found(1, { profiles })],
      memoryPlatform('instagram', { 'creator.1': throttled(days(1)) }),
      memoryPlatform('youtube', { creatorone: profileFound({ profile: profiles[1], source: 'memory-youtube' }) }),
    );
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1 });
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1 });
    expect(await metricsOf(given)).toMatchObject({ kind: 'waiting', profiles: [{ followers: 5000 }] });
    expect(await fetch(given, ['i1'])).toMatchObject({ measured: 1, remaining: 0 });
    expect(await metricsOf(given)).toMatchObject({ kind: 'measured', gaps: ['instagram:creator.1: too many calls'] });
    // Known from the first round.
    expect(given.youtube.asked).toHaveLength(1);
  });
});

describe('a platform that fails', () => {
  it('once does not cost the candidate their place', async () => {
    const given = await world([found(1)], memoryPlatform('instagram', { 'creator.1': [broken, profileFound()] }));
    expect(await fetch(given, ['i1'])).toEqual({
      measured: 0,
      unreachable: 0,
      remaining: 1,
      retryAt: '2026-03-02T06:15:00.000Z',
    });
    expect(await fetch(given, ['i1'])).toMatchObject({ measured: 1, remaining: 0 });
  });

  it('three times is given up, with the reason', async () => {
    const given = await world([found(1)], memoryPlatform('instagram', { 'creator.1': broken }));
    for (const _ of [0, 1]) expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1 });
    expect(await fetch(given, ['i1'])).toMatchObject({ unreachable: 1, remaining: 0 });
    expect(await metricsOf(given)).toEqual({
      kind: 'unreachable',
      at,
      because: 'instagram:creator.1: it answered 503',
    });
  });
});

describe('a candidate without metrics', () => {
  it.each([
    [
      'whose profile is missing',
      { 'creator.1': { kind: 'missing', because: 'it is private' } as const },
      'instagram:creator.1: it is private',
    ],
    ['whose platform refuses us', { 'creator.1': refused }, 'instagram:creator.1: the token expired'],
  ])('%s says why', async (_, answers, because) => {
    const given = await world([found(1)], memoryPlatform('instagram', answers));
    expect(await fetch(given, ['i1'])).toMatchObject({ unreachable: 1, remaining: 0 });
    expect(await metricsOf(given)).toEqual({ kind: 'unreachable', at, because });
  });

  it('who is on no platform of the campaign says so', async () => {
    const given = await world([found(1, { profiles: [{ platform: 'tiktok', handle: 'creator1' }] })]);
    await fetch(given, ['i1']);
    expect(await metricsOf(given)).toMatchObject({ because: 'none of their profiles is on instagram, youtube, blog' });
  });

  it('of a platform without credentials says so too', async () => {
    const given = await world([found(1)]);
    expect(await fetch({ ...given, sources: {} } as World, ['i1'])).toMatchObject({ unreachable: 1 });
    const because = 'instagram can not be asked: its credentials are not filled in';
    expect(await metricsOf(given)).toMatchObject({ because });
  });
});

describe('a batch', () => {
  it('of ids that are not there is nothing', async () => {
    const given = await world([]);
    expect(await fetch(given, ['i1', 'i2'])).toEqual({ measured: 0, unreachable: 0, remaining: 0, retryAt: at });
  });

  it('that dies keeps what it knew: nobody is asked for twice who was stored', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => n + 1);
    const ids = ten.map(n => `i${n}`);
    const platform = () =>
      memoryPlatform('instagram', Object.fromEntries(ten.map(n => [`creator.${n}`, profileFound()])));
    await killedEverywhere(
      () =>
        world(
          ten.map(n => found(n)),
          platform(),
        ),
      given => fetch(given, ids),
      async given => {
        given.instagram.asked.length = 0;
        const known = (await given.candidates.getMany('c1', ids)).filter(({ metrics }) => metrics !== undefined);
        expect(await fetch(given, ids)).toMatchObject({ measured: 10, remaining: 0 });
        expect(given.instagram.asked).toHaveLength(10 - known.length);
      },
    );
  });
});

describe('a campaign that buys reports', () => {
  const withVendor = async (candidates: readonly Candidate[], instagram: MemoryPlatform, answers: ReportAnswer[]) => {
    const product = await freshProduct();
    await withCampaign(product, aCampaign({ spec: { ...aSpec(), metrics: { vendor: 'modash' } } }));
    await product.candidates.putAll(candidates);
    const asked: { handle: string; askedAt?: string }[] = [];
    const modash: ProfileReportSource = {
      id: 'modash',
      platforms: ['instagram'],
      async report({ handle }, { askedAt }) {
        asked.push({ handle, ...(askedAt !== undefined && { askedAt }) });
        const [answer] = answers.length > 1 ? answers.splice(0, 1) : answers;
        return answer ?? { kind: 'missing', because: 'nothing' };
      },
    };
    const youtube = memoryPlatform('youtube');
    return { ...product, instagram, youtube, sources: { instagram, youtube }, vendors: { modash }, asked };
  };
  const profile = { platform: 'instagram', handle: 'creator.1' } as const;
  const own = (followers: number) => profileFound({ profile, source: 'memory-instagram', followers });
  const report: ReportAnswer = profileFound({
    profile,
    source: 'modash',
    posts: [],
    reported: { engagementRate: 0.03 },
  });
  const pending = (retryAt: string): ReportAnswer => ({ kind: 'pending', retryAt, because: 'being made' });

  it('waits for a report that is being made, and asks the platform only once', async () => {
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': own(4000) }), [
      pending(days(0.01)),
      report,
    ]);
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1, retryAt: days(0.01) });
    expect(await metricsOf(given)).toMatchObject({ kind: 'waiting', because: 'modash: being made', reportAskedAt: at });
    expect(await fetch(given, ['i1'], { at: days(0.01) })).toMatchObject({ measured: 1, remaining: 0 });
    expect(await metricsOf(given)).toMatchObject({
      kind: 'measured',
      profiles: [{ source: 'memory-instagram' }, { source: 'modash', reported: { engagementRate: 0.03 } }],
    });
    expect(given.instagram.asked).toHaveLength(1);
    expect(given.asked).toEqual([{ handle: 'creator.1' }, { handle: 'creator.1', askedAt: at }]);
  });

  it('gives up a report after a day, visibly', async () => {
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': own(4000) }), [
      pending(days(0.5)),
    ]);
    expect(await fetch(given, ['i1'])).toMatchObject({ remaining: 1 });
    expect(await fetch(given, ['i1'], { at: days(1) })).toMatchObject({ measured: 1, remaining: 0 });
    expect(await metricsOf(given)).toMatchObject({ gaps: ['modash: being made'] });
  });

  it.each([
    ['is of a size that the campaign can not take', own(900_000)],
    ['is not there', { kind: 'missing', because: 'it is private' } as const],
  ])('pays nothing for somebody who %s', async (_, answer) => {
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': answer }), [report]);
    await fetch(given, ['i1']);
    expect(given.asked).toEqual([]);
  });

  it('knows by it whom the platform does not show us', async () => {
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': refused }), [report]);
    expect(await fetch(given, ['i1'])).toMatchObject({ measured: 1 });
  });

  it('goes on without where the credits are used up until next month', async () => {
    const usedUp: ReportAnswer = { kind: 'throttled', retryAt: days(30), because: 'the credits are used up' };
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': own(4000) }), [usedUp]);
    expect(await fetch(given, ['i1'])).toMatchObject({ measured: 1, remaining: 0 });
    expect(await metricsOf(given)).toMatchObject({ gaps: ['modash: the credits are used up'] });
  });

  it('says so where the operator has no plan with the vendor', async () => {
    const given = await withVendor([found(1)], memoryPlatform('instagram', { 'creator.1': own(4000) }), [report]);
    await fetchMetrics({ ...given, vendors: {} })({ campaignId: 'c1', influencerIds: ['i1'], at });
    expect(await metricsOf(given)).toMatchObject({
      gaps: ['modash: the platform secret has no credentials for it'],
    });
  });
});
