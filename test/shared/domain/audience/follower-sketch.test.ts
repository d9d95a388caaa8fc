import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOverlap } from '#shared/domain/audience/follower-lists.ts';
import { followerSketch, openSketch, sharedFollowers } from '#shared/domain/audience/follower-sketch.ts';

const sign = (text: string) => createHmac('sha256', 'a key').update(text).digest();
const people = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `person.${from + n}`);
const sketched = (handles: readonly string[]) => openSketch(followerSketch('instagram', handles, sign));
const shared = (a: readonly string[], b: readonly string[]) => sharedFollowers(sketched(a), sketched(b));

describe('shared followers of two kept lists', () => {
  it('are exact where both are whole, whatever the lists', () => {
    const list = fc.uniqueArray(
      fc.integer({ min: 0, max: 60 }).map(n => `p${n}`),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(shared(a, b)).toBe(audienceOverlap(new Set(a), new Set(b)).ofSmaller);
      }),
      { numRuns: 100 },
    );
  });

  it('are a share of the smaller one, in either order', () => {
    expect(shared(people(0, 100), people(75, 1075))).toBe(0.25);
    expect(shared(people(75, 1075), people(0, 100))).toBe(0.25);
  });

  it('of lists too long to keep whole are told by the same random part of both', () => {
    const [a, b] = [people(0, 24_000), people(16_000, 56_000)];
    expect(followerSketch('instagram', a, sign).hashes.length).toBe(80_000);
    expect(shared(a, b)).toBeCloseTo(1 / 3, 1);
    expect(shared(a, a)).toBe(1);
  });

  it('are not told of nobody, nor where too few are left to look at', () => {
    expect(shared([], people(0, 10))).toBeUndefined();
    expect(shared(people(0, 90), people(0, 40_000))).toBeUndefined();
  });

  it('are hashes that change with the key and the platform', () => {
    const other = (text: string) => createHmac('sha256', 'another').update(text).digest();
    const of = (key: typeof sign, platform: 'instagram' | 'tiktok') => followerSketch(platform, ['anu'], key).hashes;
    expect(new Set([of(sign, 'instagram'), of(other, 'instagram'), of(sign, 'tiktok')]).size).toBe(3);
  });
});
