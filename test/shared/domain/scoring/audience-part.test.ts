import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { ScoringBrief } from '#shared/domain/scoring/brief.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { aCandidate, at, inr, someMetrics, somePosts } from '../builders.ts';

const brief: ScoringBrief = {
  keywords: ['skincare'],
  platforms: ['instagram'],
  followers: { min: 1000, max: 10_000 },
  countries: [],
  languages: [],
  competitors: [],
  compensation: { model: 'fixed', floor: inr(1000), ceiling: inr(8000) },
  budget: inr(100_000),
  wanted: 10,
};
const audienceOf = (candidate: Candidate) =>
  scoreCandidate(candidate, brief, at).parts.find(({ name }) => name === 'audience');
const kinds = (real: number, suspicious: number) => ({ real, suspicious, influencer: 0, 'mass-follower': 0 });

describe('the audience in the score', () => {
  it('has no say where nothing but the engagement is known', () => {
    expect(audienceOf(aCandidate())).toMatchObject({ value: null, weight: 0, formula: 'aqs-open.v1' });
  });

  it('is aqs-open.v1 as soon as more is known, a tenth of the whole', () => {
    const part = audienceOf(aCandidate({}, { followerKinds: kinds(190, 10) }));
    expect(part?.value).toBeGreaterThan(0.6);
    expect(part?.weight).toBeCloseTo(0.1, 1);
    expect(part?.reason).toContain('95.0 % of 200 followers looked at are real.');
  });

  it('takes what a vendor observed of the same profile into account', () => {
    const profiles = [
      someMetrics(),
      someMetrics({ source: 'hypeauditor', posts: [], reported: { followerTypes: { real: 0.62 } } }),
    ];
    const part = audienceOf(aCandidate({ metrics: { kind: 'measured', at, profiles, gaps: [] } }));
    expect(part?.inputs['real-audience']).toBe(0.62);
  });

  it('is the quality that a vendor or the list states, where nothing better is known', () => {
    const profiles = [
      someMetrics(),
      someMetrics({ source: 'hypeauditor', posts: [], reported: { audienceQuality: 81 } }),
    ];
    const reported = aCandidate({
      metrics: { kind: 'measured', at, profiles, gaps: [] },
      claimed: { audienceQuality: 40 },
    });
    expect(audienceOf(reported)).toMatchObject({
      value: 0.81,
      formula: 'reported.v1',
      reason: 'Audience quality is 81 of 100 as hypeauditor reports.',
    });
    expect(audienceOf(aCandidate({ claimed: { audienceQuality: 140 } }))).toMatchObject({
      value: 1,
      formula: 'claimed.v1',
    });
  });

  it('a better audience never lowers the score, nor does more engagement beside it', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(3000), (real, suspicious, more, likes) => {
        const of = (followersReal: number, count: number) =>
          scoreCandidate(
            aCandidate({}, { followerKinds: kinds(followersReal, suspicious), posts: somePosts(12, { likes: count }) }),
            brief,
            at,
          ).value;
        expect(of(real + 1 + more, likes)).toBeGreaterThanOrEqual(of(real + 1, likes));
        expect(of(real + 1, likes + more)).toBeGreaterThanOrEqual(of(real + 1, likes));
      }),
      { numRuns: 50 },
    );
  });
});
