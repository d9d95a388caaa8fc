import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engagementEstimate, tierPosts } from '#shared/domain/engagement/estimate.ts';
import type { Post } from '#shared/domain/influencer.ts';
import { aPost, somePosts } from '../builders.ts';

const hidden = ({ likes: _, ...post }: Post): Post => post;
const withLikes = (likes: readonly number[]): Post[] => likes.map(count => aPost({ likes: count, comments: 0 }));
const counts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 });

describe('shrunk-engagement.v1', () => {
  it('draws a small sample toward the tier, a full one much less', () => {
    // 5,000 followers: 4 % is usual; these posts reach 20 %.
    const two = engagementEstimate(somePosts(2, { likes: 1000, comments: 0 }), 5000);
    const twelve = engagementEstimate(somePosts(12, { likes: 1000, comments: 0 }), 5000);
    expect(two.value).toBeCloseTo((2 * 0.2 + tierPosts * 0.04) / (2 + tierPosts));
    expect(two.ownWeight).toBe(0.4);
    expect(twelve.ownWeight).toBe(0.8);
    expect(twelve.value ?? 0).toBeGreaterThan(two.value ?? 1);
  });

  it('is surer the more posts there are', () => {
    const widths = [1, 3, 12].map(count => {
      const [low, high] = engagementEstimate(somePosts(count), 5000).interval ?? [0, 0];
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(new Set(widths).size).toBe(3);
  });

  it('hidden likes are unknown: they leave the sample and pull nothing down', () => {
    const open = engagementEstimate(somePosts(4), 5000);
    const mixed = engagementEstimate([...somePosts(4), ...somePosts(4).map(hidden)], 5000);
    expect(mixed).toEqual({ ...open, hidden: 4 });
  });

  it('looks at the latest twelve posts only', () => {
    expect(engagementEstimate([...somePosts(12), ...somePosts(9, { likes: 9e6 })], 5000)).toEqual(
      engagementEstimate(somePosts(12), 5000),
    );
  });

  it.each([
    ['the number of followers is not known', somePosts(2), undefined],
    ['the number of followers is not known', somePosts(2), 0],
    ['no recent posts are known', [], 5000],
    ['likes or comments are hidden on every recent post', somePosts(2).map(hidden), 5000],
  ])('has no value where %s', (because, posts, followers) => {
    expect(engagementEstimate(posts, followers)).toMatchObject({ value: null, interval: null, ownWeight: 0, because });
  });

  it('says what is usual for the size, and whether that was filled in', () => {
    expect(engagementEstimate([], 5000).expected).toEqual({
      value: 0.04,
      interpolated: false,
      source: 'markerly-2016',
    });
    expect(engagementEstimate([], 300_000).expected?.interpolated).toBe(true);
  });

  it('more engagement never lowers it, and it lies inside its interval', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1e7 }), fc.nat(500), (likes, followers, more) => {
        const before = engagementEstimate(withLikes(likes), followers);
        const after = engagementEstimate(withLikes(likes.map(count => count + more)), followers);
        expect(after.value ?? -1).toBeGreaterThanOrEqual(before.value ?? Number.NaN);
        const [low, high] = before.interval ?? [1, 0];
        expect(low).toBeLessThanOrEqual(before.value ?? -1);
        expect(high).toBeGreaterThanOrEqual(before.value ?? Number.NaN);
      }),
    );
  });

  it('is scale-free in followers and likes together, as long as the tier stays the same', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1000, max: 1999 }),
        fc.integer({ min: 2, max: 5 }),
        (likes, followers, times) => {
          const scaled = engagementEstimate(withLikes(likes.map(count => count * times)), followers * times);
          expect(scaled.value).toBeCloseTo(engagementEstimate(withLikes(likes), followers).value ?? Number.NaN, 9);
        },
      ),
    );
  });
});
