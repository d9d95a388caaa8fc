import type { Candidate } from '../candidate.ts';
import { firstOffer } from '../outreach/offer.ts';
import type { ScoringBrief } from './brief.ts';
import { exclusionsOf } from './exclusions.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Keywords, prepareKeywords } from './keywords.ts';
import {
  completenessPart,
  engagementPart,
  freshnessPart,
  type RawPart,
  reachPart,
  relevancePart,
  weights,
} from './parts.ts';
import type { Score, ScorePart } from './score.ts';

/**
 * `score.v1`: how well a candidate fits the brief, 0 to 100, from named parts that each give their reason. A part whose inputs
 * are missing has no say: its weight is spread over the others. More engagement never lowers a score.
 */
export function scoreCandidate(candidate: Candidate, brief: ScoringBrief, at: string): Score {
  const { keywords, competitors } = prepared(brief);
  const now = Date.parse(at);
  const facts = factsOf(candidate, brief, now);
  const parts = weighted([
    relevancePart(facts, keywords),
    engagementPart(facts, at),
    reachPart(facts, brief),
    freshnessPart(facts),
    completenessPart(facts),
  ]);
  const value = parts.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0);
  const expected = expectations(candidate, facts, brief);
  return {
    version: 'score.v1',
    at,
    value: Math.round(value * 1000) / 10,
    parts,
    exclusions: exclusionsOf(candidate, facts, brief, competitors, now),
    ...expected,
  };
}

function weighted(parts: readonly RawPart[]): ScorePart[] {
  const judged = parts.reduce((sum, part) => sum + (part.value === null ? 0 : weights[part.name]), 0);
  return parts.map(part => ({ ...part, weight: part.value === null ? 0 : weights[part.name] / judged }));
}

/** What one post should bring and what we would pay for it. */
function expectations(
  { claimed }: Candidate,
  { followers, rate }: Facts,
  brief: ScoringBrief,
): Pick<Score, 'followers' | 'engagementRate' | 'expectedEngagements' | 'expectedFee'> {
  const expectedEngagements =
    rate.value === null || followers === undefined ? undefined : Math.round(rate.value * followers);
  const { compensation, budget } = brief;
  const knownFee = claimed.fee?.currency === compensation.ceiling.currency ? claimed.fee.minor : undefined;
  const expectedFee = firstOffer({
    ...compensation,
    expectedEngagements,
    followers,
    followerBand: brief.followers,
    affordableFee: budget.minor / brief.wanted,
    knownFee,
  });
  return {
    ...(followers !== undefined && { followers }),
    ...(rate.value !== null && { engagementRate: rate.value }),
    ...(expectedEngagements !== undefined && { expectedEngagements }),
    expectedFee,
  };
}

interface Prepared {
  readonly keywords: Keywords;
  readonly competitors: Keywords;
}

/** Keywords are made ready once per brief, not once per candidate. */
const preparedBriefs = new WeakMap<ScoringBrief, Prepared>();

function prepared(brief: ScoringBrief): Prepared {
  const known = preparedBriefs.get(brief);
  if (known) return known;
  const made = { keywords: prepareKeywords(brief.keywords), competitors: prepareKeywords(brief.competitors) };
  preparedBriefs.set(brief, made);
  return made;
}
