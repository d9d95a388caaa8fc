import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aqsOpenV1, qualityParts } from '#shared/domain/audience/aqs-weights.ts';
import { audienceEvidence, audienceQuality, audienceScorePart } from '#shared/domain/audience/audience-quality.ts';
import type { AudienceEvidence } from '#shared/domain/audience/quality-parts.ts';
import { aPost, days, someMetrics, somePosts } from '../builders.ts';

const steady = Array.from({ length: 12 }, (_, week) => ({ at: days(7 * week), followers: 5000 + 20 * week }));
const comments = { authentic: 60, generic: 25, 'emoji-only': 15, promotion: 0, template: 0, 'same-author': 0 };
const followerKinds = { real: 170, influencer: 10, suspicious: 12, 'mass-follower': 8 };
const whole: AudienceEvidence = {
  followers: 5000,
  posts: somePosts(12),
  followerKinds,
  history: steady,
  commentCounts: comments,
};
const partOf = (evidence: AudienceEvidence, name: string) =>
  audienceQuality(evidence).parts.find(part => part.name === name);

describe('aqs-open.v1', () => {
  it('is made of the four parts that HypeAuditor names, each with formula, sample and reason', () => {
    const { value, parts, missing, confidence } = audienceQuality(whole);
    expect(parts.map(({ name }) => name)).toEqual([...qualityParts]);
    expect(parts.map(({ formula }) => formula)).toEqual([
      'shrunk-engagement.v1',
      'account-card.v1',
      'growth-anomalies.v1',
      'comment-authenticity.v1',
    ]);
    for (const { sample, reason, weight } of parts) {
      expect(sample).toBeGreaterThan(0);
      expect(reason).toMatch(/\.$/);
      expect(weight).toBe(0.25);
    }
    expect(value).toBe(Math.round(25 * parts.reduce((sum, part) => sum + (part.value ?? 0), 0)));
    expect(missing).toEqual([]);
    expect(confidence).toBe(1);
  });

  it('says what is missing and what it would need, spreads its weight, and is less sure', () => {
    const { value, missing, confidence, range, parts } = audienceQuality({ followers: 5000, posts: somePosts(12) });
    expect(missing).toEqual([
      'real-audience, needs a list of followers with their public counts, or a vendor’s report',
      'growth, needs 4 snapshots over 14 days, has 0 over 0',
      'comments, needs comments that can be read (YouTube gives them, Instagram does not)',
    ]);
    expect(parts[0]?.weight).toBe(1);
    expect(confidence).toBe(0.25);
    expect(range[0]).toBeLessThan(20);
    expect(range[1]).toBeGreaterThan(80);
    expect(value).toBe(50);
  });

  it('has no value where nothing is known', () => {
    expect(audienceQuality({ posts: [] })).toMatchObject({ value: null, range: [1, 100], confidence: 0, flags: [] });
  });

  it('is at most 50 where too many followers are suspicious or mass followers, and says so', () => {
    const bought = audienceQuality({
      ...whole,
      posts: somePosts(12, { likes: 4000 }),
      followerKinds: { real: 120, influencer: 0, suspicious: 60, 'mass-follower': 20 },
    });
    expect(bought.value).toBe(aqsOpenV1.cap);
    expect(bought.flags).toEqual([
      'more than 25 % of the followers are suspicious or mass followers: at most 50',
      'only 60 % of the followers are real, often a sign of fraud',
    ]);
  });

  it('takes a vendor’s word where we have no list, and less of it where the vendor is unsure', () => {
    const followerTypes = { real: 0.7, influencers: 0.02, suspicious: 0.2, massFollowers: 0.08 };
    const part = partOf({ ...whole, followerKinds: undefined, followerTypes }, 'real-audience');
    expect(part).toMatchObject({ formula: 'reported.v1', value: 0.72, confidence: 0.8, interval: null });
    expect(part?.inputs.unwanted).toBeCloseTo(0.28);
    const unsure = { ...whole, followerKinds: undefined, followerTypes: { real: 0.7 }, isVendorUnsure: true };
    expect(partOf(unsure, 'real-audience')).toMatchObject({ confidence: 0.4, inputs: { unwanted: null } });
    expect(partOf({ ...whole, followerTypes }, 'real-audience')?.formula).toBe('account-card.v1');
    const none = { real: 0, influencer: 0, suspicious: 0, 'mass-follower': 0 };
    expect(partOf({ ...whole, followerKinds: none }, 'real-audience')?.value).toBeNull();
  });

  it('names the days of a sudden change', () => {
    const jump = steady.map((one, week) => ({ ...one, followers: one.followers + (week > 5 ? 2000 : 0) }));
    const quality = audienceQuality({ ...whole, history: jump });
    expect(quality.flags).toEqual(['the number of followers changed suddenly']);
    expect(quality.parts[2]?.reason).toMatch(
      /1 sudden change, the first from 2026-04-06 to 2026-04-13: 2,0\d\d followers/,
    );
    expect(
      partOf({ ...whole, history: jump.map((one, week) => (week > 8 ? { ...one, followers: 4000 } : one)) }, 'growth')
        ?.reason,
    ).toMatch(/2 sudden changes/);
  });

  it('more engagement never lowers it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 12 }), fc.nat(2000), (likes, more) => {
        const of = (extra: number) =>
          audienceQuality({ ...whole, posts: likes.map(count => aPost({ likes: count + extra })) }).value ?? 0;
        expect(of(more)).toBeGreaterThanOrEqual(of(0));
      }),
    );
  });

  it('more real followers and more authentic comments never lower it', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (real, authentic, more) => {
        const of = (extra: number) =>
          audienceQuality({
            ...whole,
            followerKinds: { ...followerKinds, real: real + extra },
            commentCounts: { ...comments, authentic: authentic + extra },
          }).value ?? 0;
        expect(of(more)).toBeGreaterThanOrEqual(of(0));
      }),
    );
  });

  it('lies inside its range, between 1 and 100, whatever is missing', () => {
    const some = fc.record(
      {
        followers: fc.integer({ min: 1, max: 1e7 }),
        followerKinds: fc.record({
          real: fc.nat(99),
          influencer: fc.nat(9),
          suspicious: fc.nat(99),
          'mass-follower': fc.nat(99),
        }),
        history: fc
          .array(fc.integer({ min: 1, max: 1e6 }), { maxLength: 9 })
          .map(counts => counts.map((followers, week) => ({ at: days(7 * week), followers }))),
        commentCounts: fc.nat(50).map(generic => ({ ...comments, generic })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, fc.nat(12), (evidence, posts) => {
        const { value, range, confidence } = audienceQuality({ ...evidence, posts: somePosts(posts) });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(range[0]).toBeGreaterThanOrEqual(1);
        expect(range[1]).toBeLessThanOrEqual(100);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(range[0]);
        expect(value).toBeLessThanOrEqual(range[1]);
      }),
    );
  });
});

describe('audienceEvidence', () => {
  it('takes each fact from the first who knows it', () => {
    const vendor = someMetrics({
      source: 'modash',
      posts: [],
      reported: { followerTypes: { real: 0.9 }, isUnsure: true },
    });
    expect(audienceEvidence([someMetrics({ commentCounts: comments }), vendor])).toMatchObject({
      followers: 5000,
      commentCounts: comments,
      followerTypes: { real: 0.9 },
      isVendorUnsure: true,
    });
    expect(audienceEvidence([someMetrics()]).posts).toHaveLength(12);
    expect(audienceEvidence([])).toMatchObject({ posts: [], followers: undefined });
  });
});

describe('the audience as a part of a score', () => {
  it('is the quality between 0 and 1 with its reasons', () => {
    const quality = audienceQuality(whole);
    const part = audienceScorePart(quality);
    expect(part.value).toBe((quality.value ?? 0) / 100);
    expect(part.reason).toContain('90.0 % of 200 followers looked at are real.');
    expect(part.inputs).toMatchObject({ growth: 1, comments: 0.6 });
  });

  it('has no say where only the engagement is known', () => {
    expect(audienceScorePart(audienceQuality({ followers: 5000, posts: somePosts(9) })).value).toBeNull();
  });
});
