import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '#shared/domain/scoring/score.ts';
import { drawShortlist } from '#shared/domain/scoring/shortlist.ts';
import { at, inr } from '../builders.ts';

const scored = (influencerId: string, value: number, fee = 1000, over: Partial<Score> = {}) => ({
  influencerId,
  score: { version: 'score.v1', at, value, parts: [], exclusions: [], expectedFee: inr(fee), ...over } as const,
});
const rules = { wanted: 2, contactFactor: 2, budget: inr(100_000) };
const ids = (candidates: Parameters<typeof drawShortlist>[0], over: Partial<typeof rules> = {}) =>
  drawShortlist(candidates, { ...rules, ...over }).chosen.map(({ influencerId }) => influencerId);

describe('the shortlist', () => {
  it('takes the best, as many as are to be contacted, ranked from 1', () => {
    const many = [scored('a', 10), scored('b', 90), scored('c', 50), scored('d', 70), scored('e', 60)];
    expect(drawShortlist(many, rules)).toMatchObject({
      version: 'shortlist.v2',
      chosen: [
        { influencerId: 'b', rank: 1 },
        { influencerId: 'd', rank: 2 },
        { influencerId: 'e', rank: 3 },
        { influencerId: 'c', rank: 4 },
      ],
      considered: 5,
      eligible: 5,
      reasons: [{ because: 'below the best 4 that fit the budget', count: 1 }],
    });
  });

  it('leaves out who is excluded or not scored, and says why for how many', () => {
    const outside = (influencers: string) =>
      scored(influencers, 99, 1, { exclusions: [`outside the follower band: ${influencers}`] });
    const { chosen, reasons, eligible } = drawShortlist(
      [
        outside('1'),
        { influencerId: 'x' },
        outside('2'),
        scored('ok', 1),
        scored('usd', 5, 1, { expectedFee: { minor: 1, currency: 'USD' } }),
      ],
      rules,
    );
    expect(chosen).toEqual([{ influencerId: 'ok', rank: 1 }]);
    expect(eligible).toBe(1);
    expect(reasons).toEqual([
      { because: 'outside the follower band', count: 2 },
      { because: 'no fee in INR to expect', count: 1 },
      { because: 'not scored', count: 1 },
    ]);
  });

  it('names equally frequent reasons in the order of the alphabet', () => {
    const out = ['b', 'a', 'c', 'd'].map(reason => scored(reason, 1, 1, { exclusions: [reason] }));
    expect(drawShortlist(out, rules).reasons.map(({ because }) => because)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('prefers several good ones to one excellent one that eats the budget', () => {
    const many = [scored('star', 95, 9000), scored('a', 80, 2000), scored('b', 79, 2000), scored('c', 78, 2000)];
    expect(ids(many, { wanted: 3, contactFactor: 1, budget: inr(9000) })).toEqual(['a', 'b', 'c']);
  });

  it('budgets for the acceptances to expect, not for everyone who is written to', () => {
    const four = ['a', 'b', 'c', 'd'].map((id, index) => scored(id, 50 - index, 1000));
    expect(ids(four, { budget: inr(2000) })).toEqual(['a', 'b', 'c', 'd']);
    const tight = drawShortlist(four, { ...rules, budget: inr(1000) });
    expect(tight.chosen).toHaveLength(2);
    expect(tight.reasons).toEqual([{ because: 'the budget carries no more', count: 2 }]);
  });

  it('fills what the budget leaves with who still fits', () => {
    const many = [scored('a', 90, 6000), scored('b', 80, 6000), scored('c', 10, 3000)];
    expect(ids(many, { wanted: 3, contactFactor: 1, budget: inr(10_000) })).toEqual(['a', 'c']);
  });

  it('breaks ties by fee, then by id', () => {
    expect(ids([scored('b', 50), scored('a', 50), scored('c', 50, 900)])).toEqual(['c', 'a', 'b']);
  });

  it('of nobody is empty', () => {
    expect(drawShortlist([], rules)).toMatchObject({
      chosen: [],
      considered: 0,
      eligible: 0,
      reasons: [],
      value: 0,
      atMost: 0,
    });
  });
});

/** Every subset, by the formula as it is documented. */
function bestByTrying(
  list: readonly ReturnType<typeof scored>[],
  { places, money }: { places: number; money: number },
  contactFactor: number,
  known: readonly { a: string; b: string; share: number }[],
): number {
  const pool = 60 / 0.02;
  const brings = ({ score }: ReturnType<typeof scored>) =>
    ((score.expectedEngagements ?? 1) * score.value) / 100 / contactFactor;
  const communityOf = ({ score }: ReturnType<typeof scored>) => score.community ?? '';
  let best = 0;
  for (let mask = 0; mask < 1 << list.length; mask += 1) {
    const subset = list.filter((_, index) => mask & (1 << index));
    if (subset.length > places || subset.reduce((sum, { score }) => sum + score.expectedFee.minor, 0) > money) continue;
    const sums = new Map<string, number>();
    for (const each of subset) sums.set(communityOf(each), (sums.get(communityOf(each)) ?? 0) + brings(each));
    let value = [...sums.values()].reduce((total, sum) => total + pool * (1 - Math.exp(-sum / pool)), 0);
    for (const { a, b, share } of known) {
      const [one, other] = [a, b].map(id => subset.find(({ influencerId }) => influencerId === id));
      if (!one || !other || one === other) continue;
      const assumed = communityOf(one) === communityOf(other) ? Math.max(brings(one), brings(other)) / pool : 0;
      value -= Math.max(0, share - assumed) * Math.min(brings(one), brings(other));
    }
    best = Math.max(best, value);
  }
  return best;
}

describe('laws of the shortlist', () => {
  const crowd = fc.record({
    value: fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10),
    fee: fc.nat(20),
    engaged: fc.integer({ min: 0, max: 3000 }),
    community: fc.constantFrom('x', 'y', 'z'),
  });
  const named = (list: readonly { value: number; fee: number; engaged: number; community: string }[]) =>
    list.map(({ value, fee, engaged, community }, n) =>
      scored(`i${n}`, value, fee, { expectedEngagements: engaged, community }),
    );
  const crowds = fc.array(crowd, { maxLength: 10 }).map(named);
  const one = crowd.map(({ value, fee, engaged, community }) =>
    scored('new', value, fee, { expectedEngagements: engaged, community }),
  );
  const shares = fc.uniqueArray(
    fc.record({
      a: fc.constantFrom('i0', 'i1', 'i2', 'new'),
      b: fc.constantFrom('i3', 'i4', 'i5'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 4, selector: ({ a, b }) => `${a}${b}` },
  );
  const option = fc.record({ value: fc.integer({ min: 0, max: 1000 }).map(tenths => tenths / 10), fee: fc.nat(20) });
  const options = fc
    .array(option, { maxLength: 9 })
    .map(list => list.map(({ value, fee }, index) => scored(`i${index}`, value, fee)));
  const anyRules = fc.record({
    wanted: fc.integer({ min: 1, max: 6 }),
    contactFactor: fc.constantFrom(1, 1.5, 2, 3),
    budget: fc.nat(60).map(inr),
  });
  const feeOf = (list: ReturnType<typeof scored>[], id: string) =>
    list.find(({ influencerId }) => influencerId === id)?.score.expectedFee?.minor ?? 0;

  it('never exceeds the number or the budget, nor names anybody twice', () => {
    fc.assert(
      fc.property(options, anyRules, (list, given) => {
        const chosen = ids(list, given);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.length).toBeLessThanOrEqual(Math.ceil(given.wanted * given.contactFactor));
        const expected = chosen.reduce((sum, id) => sum + feeOf(list, id), 0) / given.contactFactor;
        expect(expected).toBeLessThanOrEqual(given.budget.minor + 1e-6);
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    const shuffled = options.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, anyRules, ([list, other], given) => {
        expect(ids(other, given)).toEqual(ids(list, given));
      }),
    );
  });

  it('of few candidates is the best of all choices, overlap and known shares included', () => {
    fc.assert(
      fc.property(crowds, anyRules, shares, (list, given, knownShares) => {
        const limits = {
          places: Math.ceil(given.wanted * given.contactFactor),
          money: given.budget.minor * given.contactFactor,
        };
        const { value, atMost } = drawShortlist(list, { ...given, topEngagements: 60, knownShares });
        const best = bestByTrying(list, limits, given.contactFactor, knownShares);
        expect(value).toBeCloseTo(best, 6);
        expect(atMost).toBeCloseTo(best, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('is never worth less with one candidate more', () => {
    fc.assert(
      fc.property(crowds, one, anyRules, shares, (list, more, given, knownShares) => {
        const all = { ...given, topEngagements: 60, knownShares };
        const before = drawShortlist(list, all).value;
        expect(drawShortlist([...list, more], all).value).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('is never worth less with more money or more places', () => {
    fc.assert(
      fc.property(crowds, anyRules, (list, given) => {
        const all = { ...given, topEngagements: 60 };
        const { value } = drawShortlist(list, all);
        const richer = { ...all, budget: inr(given.budget.minor / 100 + 5) };
        expect(drawShortlist(list, richer).value).toBeGreaterThanOrEqual(value - 1e-9);
        expect(
          drawShortlist(list, { ...all, budget: inr(1e6), wanted: given.wanted + 1 }).value,
        ).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });

  it('of many candidates loses, with one more, at most what its bound admits', () => {
    const large = fc.array(crowd, { minLength: 60, maxLength: 120 }).map(named);
    fc.assert(
      fc.property(large, one, fc.integer({ min: 2, max: 12 }), (list, more, wanted) => {
        const given = { wanted, contactFactor: 2, budget: inr(wanted * 12), topEngagements: 60 };
        const before = drawShortlist(list, given);
        const after = drawShortlist([...list, more], given);
        expect(after.atMost).toBeGreaterThanOrEqual(after.value);
        expect(after.value).toBeGreaterThanOrEqual(before.value - (after.atMost - after.value) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it('spreads over communities, and over people who are known to share few followers', () => {
    const crowdOf = (id: string, community: string, score: number) =>
      scored(id, score, 1000, { expectedEngagements: 1000, community });
    const three = [crowdOf('a', 'x', 90), crowdOf('b', 'x', 89), crowdOf('c', 'y', 80)];
    const two = { wanted: 2, contactFactor: 1 };
    expect(ids(three, two)).toEqual(['a', 'b']);
    expect(
      drawShortlist(three, { ...rules, ...two, topEngagements: 60 }).chosen.map(({ influencerId }) => influencerId),
    ).toEqual(['a', 'c']);
    const apart = three.map(each => ({ ...each, score: { ...each.score, community: each.influencerId } }));
    const knownShares = [{ a: 'b', b: 'a', share: 0.5 }];
    expect(
      drawShortlist(apart, { ...rules, ...two, knownShares }).chosen.map(({ influencerId }) => influencerId),
    ).toEqual(['a', 'c']);
  });

  it('is drawn from 20,000 candidates in a moment', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      scored(`i${index}`, ((index * 7919) % 1000) / 10, 500 + ((index * 104_729) % 9000)),
    );
    expect(ids(many, { wanted: 500, budget: inr(1_000_000) }).length).toBeGreaterThan(500);
  });
});
