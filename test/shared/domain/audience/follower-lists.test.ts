import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  audienceGrowth,
  audienceOverlap,
  combinedReach,
  followerHash,
} from '#shared/domain/audience/follower-lists.ts';

const set = (...names: readonly string[]): ReadonlySet<string> => new Set(names);
const people = fc.uniqueArray(fc.nat(60).map(String)).map(names => new Set(names));
const signWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();

describe('follower hashes', () => {
  it('are the same for one handle, other for every other, and other under another key', () => {
    const sign = signWith('k');
    expect(followerHash('instagram', 'asha', sign)).toBe(followerHash('instagram', 'asha', sign));
    expect(followerHash('instagram', 'asha', sign)).toHaveLength(16);
    const others = [
      followerHash('instagram', 'meera', sign),
      followerHash('tiktok', 'asha', sign),
      followerHash('instagram', 'asha', signWith('l')),
    ];
    expect(others).not.toContain(followerHash('instagram', 'asha', sign));
  });

  it('meet exactly where handles meet', () => {
    const sign = signWith('k');
    const hashed = (names: ReadonlySet<string>) =>
      new Set([...names].map(name => followerHash('instagram', name, sign)));
    fc.assert(
      fc.property(people, people, (a, b) => {
        expect(audienceOverlap(hashed(a), hashed(b))).toEqual(audienceOverlap(a, b));
      }),
      { numRuns: 30 },
    );
  });
});

describe('audience-overlap.v1', () => {
  it('is exact, the same both ways, and a share of the smaller audience', () => {
    expect(audienceOverlap(set('a', 'b', 'c', 'd'), set('c', 'd', 'e'))).toEqual({
      formula: 'audience-overlap.v1',
      common: 2,
      sizes: [4, 3],
      ofSmaller: 2 / 3,
    });
    expect(audienceOverlap(set(), set('a')).ofSmaller).toBeNull();
    fc.assert(
      fc.property(people, people, (a, b) => {
        const { common, ofSmaller } = audienceOverlap(a, b);
        expect(audienceOverlap(b, a)).toMatchObject({ common, ofSmaller });
        expect(common).toBe([...a].filter(one => b.has(one)).length);
      }),
    );
  });
});

describe('combined-reach.v1', () => {
  it('counts people once: eight follows of five people, three of whom follow one account only', () => {
    const reach = combinedReach([
      { name: 'x', audience: set('1', '2', '3') },
      { name: 'y', audience: set('2', '3', '4') },
      { name: 'z', audience: set('3', '5') },
    ]);
    expect(reach).toMatchObject({ total: 8, distinct: 5, frequency: 1.6, inAll: 1 });
    expect(reach.members.map(({ exclusive }) => exclusive)).toEqual([1, 1, 1]);
    expect(reach.pairs.map(({ a, b, common }) => `${a}${b}${common}`)).toEqual(['xy2', 'xz1', 'yz1']);
  });

  it('never reaches more people than it counts follows, nor fewer than its largest list', () => {
    fc.assert(
      fc.property(fc.array(people, { maxLength: 6 }), audiences => {
        const lists = audiences.map((audience, at) => ({ name: String(at), audience }));
        const { total, distinct, members, inAll } = combinedReach(lists);
        expect(distinct).toBeLessThanOrEqual(total);
        expect(distinct).toBeGreaterThanOrEqual(Math.max(0, ...audiences.map(({ size }) => size)));
        expect(members.reduce((sum, { exclusive }) => sum + exclusive, 0)).toBeLessThanOrEqual(distinct);
        expect(inAll).toBeLessThanOrEqual(distinct);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(combinedReach([])).toMatchObject({ total: 0, distinct: 0, frequency: null, pairs: [] });
  });
});

describe('audience-growth.v1', () => {
  it('tells who came and who left', () => {
    expect(audienceGrowth(set('a', 'b', 'c', 'd'), set('b', 'c', 'd', 'e', 'f'))).toEqual({
      formula: 'audience-growth.v1',
      before: 4,
      after: 5,
      gained: 2,
      lost: 1,
      growth: 0.25,
    });
    expect(audienceGrowth(set(), set('a')).growth).toBeNull();
  });

  it('adds up', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        const { gained, lost } = audienceGrowth(before, after);
        expect(before.size + gained - lost).toBe(after.size);
      }),
    );
  });
});
