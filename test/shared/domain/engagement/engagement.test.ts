import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  engagementRates,
  engagementSources,
  hypeauditor12V1,
  modashMedianV1,
  phlanxV1,
  upfluence90dV1,
} from '#shared/domain/engagement/engagement.ts';
import type { Post } from '#shared/domain/influencer.ts';
import { aPost, at, days, somePosts } from '../builders.ts';

const hidden = (post: Post): Post => {
  const { likes: _, ...rest } = post;
  return rest;
};

describe('engagement rates', () => {
  it('phlanx.v1 is the mean of likes and comments over all posts, by followers', () => {
    const posts = [aPost({ likes: 90, comments: 10 }), aPost({ likes: 290, comments: 10 })];
    expect(phlanxV1(posts, 5000)).toEqual({ formula: 'phlanx.v1', value: 0.04, median: 0.04, sample: 2 });
  });

  it('hypeauditor-12.v1 looks at the latest twelve posts only', () => {
    const posts = [...somePosts(12, { likes: 100, comments: 0 }), ...somePosts(8, { likes: 9000, comments: 0 })];
    expect(hypeauditor12V1(posts, 1000)).toEqual({ formula: 'hypeauditor-12.v1', value: 0.1, median: 0.1, sample: 12 });
    expect(phlanxV1(posts, 1000).sample).toBe(20);
  });

  it('modash-median.v1 takes the median of likes in two months, unmoved by one viral post', () => {
    const posts = [10, 20, 9000].map(likes => aPost({ likes })).concat(aPost({ likes: 1, at: days(-61) }));
    expect(modashMedianV1(posts, 1000, at)).toEqual({
      formula: 'modash-median.v1',
      value: 0.02,
      median: 0.02,
      sample: 3,
    });
  });

  it('upfluence-90d.v1 takes the last 90 days', () => {
    const posts = [aPost({ likes: 30, comments: 10 }), aPost({ likes: 900, at: days(-91) })];
    expect(upfluence90dV1(posts, 1000, at)).toEqual({
      formula: 'upfluence-90d.v1',
      value: 0.04,
      median: 0.04,
      sample: 1,
    });
  });

  it('tells the median beside the mean, which one viral post does not move', () => {
    const posts = [10, 20, 9000].map(likes => aPost({ likes, comments: 0 }));
    expect(hypeauditor12V1(posts, 1000)).toMatchObject({ value: 3.01, median: 0.02 });
  });

  it('are scale-free: twice the followers with twice the likes and comments is the same rate', () => {
    const counts = fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e5)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 1e7 }),
        fc.integer({ min: 2, max: 50 }),
        (likes, followers, times) => {
          const of = (factor: number) =>
            engagementRates(
              likes.map(([like, comment]) => aPost({ likes: like * factor, comments: comment * factor })),
              followers * factor,
              at,
            );
          const scaled = of(times);
          for (const [index, { value, median }] of of(1).entries()) {
            expect(scaled[index]?.value).toBeCloseTo(value ?? Number.NaN, 9);
            expect(scaled[index]?.median).toBeCloseTo(median ?? Number.NaN, 9);
          }
        },
      ),
    );
  });

  it('names the source of each', () => {
    for (const { formula } of engagementRates(somePosts(2), 1000, at))
      expect(engagementSources[formula]).toMatch(/followers/);
  });

  it('hidden counts leave the sample and never count as zero', () => {
    const open = somePosts(3);
    const mixed = [...open, ...somePosts(3).map(hidden)];
    expect(phlanxV1(mixed, 5000)).toEqual(phlanxV1(open, 5000));
  });

  it.each([
    ['the number of followers is not known', somePosts(2), undefined],
    ['there are no followers', somePosts(2), 0],
    ['no recent posts are known', [], 5000],
    ['likes or comments are hidden on every recent post', somePosts(2).map(hidden), 5000],
  ])('has no value where %s', (because, posts, followers) => {
    expect(hypeauditor12V1(posts, followers)).toMatchObject({ value: null, sample: expect.any(Number), because });
  });

  it('more likes never lower a rate, and no rate is NaN or negative', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1e9 }), fc.nat(1000), (likes, followers, more) => {
        const of = (extra: number) => likes.map(count => aPost({ likes: count + extra }));
        for (const formula of [phlanxV1, hypeauditor12V1, modashMedianV1, upfluence90dV1]) {
          const before = formula(of(0), followers, at).value ?? Number.NaN;
          expect(before).toBeGreaterThanOrEqual(0);
          expect(formula(of(more), followers, at).value).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });
});
