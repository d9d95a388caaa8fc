import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FollowerCount, followerLift } from '#shared/domain/tracking/lift.ts';
import { at, days } from '../builders.ts';

/** Daily counts from `from` to `to` days around the first post (day 0). */
const counts = (from: number, to: number, followersOn: (day: number) => number): FollowerCount[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    at: days(from + index),
    followers: followersOn(from + index),
  }));
const trend = (day: number) => 10_000 + 10 * day;
const lift = (list: FollowerCount[], firstPostAt: string | undefined = at) => followerLift(list, firstPostAt, days(30));

describe('the follower lift', () => {
  it('is what came on top of the brand’s own trend', () => {
    const won = counts(-28, 10, day => trend(day) + (day > 0 ? 25 * day : 0));
    const { figure, note } = lift(won);
    expect(figure).toMatchObject({ value: 250, interval: [250, 250], formula: 'follower-lift.v1', unit: 'count' });
    expect(figure.inputs).toEqual({ growth: 350, dailyTrend: 10, days: 10, baselineDays: 28 });
    expect(note).toBeUndefined();
  });

  it('is nothing where growth went on as before', () => {
    expect(lift(counts(-28, 10, trend)).figure.value).toBe(0);
  });

  it('is not fooled by one viral day before the campaign', () => {
    const viral = counts(-28, 10, day => trend(day) + (day >= -9 ? 5000 : 0));
    expect(lift(viral).figure.value).toBe(0);
  });

  it('has a wider interval where the days differ more', () => {
    const noisy = (size: number) => counts(-28, 10, day => trend(day) + size * ((day * 7 + 70) % 5));
    const widthOf = (size: number) => {
      const [low = 0, high = 0] = lift(noisy(size)).figure.interval ?? [];
      return high - low;
    };
    expect(widthOf(5)).toBeGreaterThan(0);
    expect(widthOf(20)).toBeGreaterThan(widthOf(5));
  });

  it('says so where the baseline is short, and names no interval from two slopes', () => {
    const { figure, note } = lift(counts(-2, 5, trend));
    expect(figure.value).toBe(0);
    expect(figure).not.toHaveProperty('interval');
    expect(note).toBe('The follower lift rests on 2 days of baseline: low confidence below 14.');
  });

  it('looks back four weeks only', () => {
    const slowedDown = counts(-90, 7, day => (day < -28 ? trend(day) * 3 : trend(day)));
    expect(lift(slowedDown).figure.value).toBe(0);
  });

  it.each([
    ['The follower lift is known once a post is up.', counts(-5, 5, trend), undefined],
    ['The follower lift is not known yet: no count since the first post.', counts(-5, 0, trend), at],
    [
      'The follower lift is not known: the brand’s followers were not counted on two days before the first post.',
      counts(0, 5, trend),
      at,
    ],
    [
      'The follower lift is not known: the brand’s followers were not counted on two days before the first post.',
      [],
      at,
    ],
  ])('is a dash: %s', (note, list, firstPostAt) => {
    const answer = followerLift(list, firstPostAt, days(30));
    expect(answer.figure.value).toBeNull();
    expect(answer.note).toBe(note);
  });

  it('two counts at one time are no slope', () => {
    const twice = [...counts(-3, 0, trend), { at, followers: 99_999 }];
    expect(Number.isFinite(lift([...twice, { at: days(2), followers: 10_020 }]).figure.value)).toBe(true);
  });

  it('every follower more at the end is one follower more of lift; order of the counts does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 6, maxLength: 40 }), fc.nat(1e6), (followers, more) => {
        const list = followers.map((count, index) => ({ at: days(index - 4), followers: count }));
        const last = list.at(-1);
        if (!last) return;
        const grown = [{ ...last, followers: last.followers + more }, ...list.slice(0, -1)];
        const [one, other] = [lift(list).figure.value ?? 0, lift(grown).figure.value ?? 0];
        expect(other - one).toBeCloseTo(more, 4);
      }),
    );
  });
});
