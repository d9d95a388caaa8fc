import type { Candidate } from '../candidate.ts';
import { firstOffer, impliedCostPerEngagement } from '../outreach/offer.ts';
import type { ScoringBrief } from './brief.ts';
import { changesThatMatter } from './changes.ts';
import { communityOf } from './community.ts';
import { exclusionsOf } from './exclusions.ts';
import { type Facts, factsOf } from './facts.ts';
import { audience } from './parts/audience.ts';
import { completeness } from './parts/completeness.ts';
import { engagement } from './parts/engagement.ts';
import { exclusivity } from './parts/exclusivity.ts';
import { freshness } from './parts/freshness.ts';
import { history } from './parts/history.ts';
import type { Judge, Yardstick } from './parts/judge.ts';
import { price } from './parts/price.ts';
import { reach } from './parts/reach.ts';
import { relevance } from './parts/relevance.ts';
import type { Score, ScorePart } from './score.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * Weights after the one published composite for influencer search (orthogonal-sh/skills#26: relevance 40, engagement 25, followers
 * 15, content 10, audience 10): exclusivity is a quarter of its relevance, price two fifths of its engagement, freshness and
 * completeness share its content. History is ours: it has a say only for those who worked with the brand before.
 */
const judges: readonly Judge[] = [
  relevance,
  engagement,
  audience,
  reach,
  price,
  exclusivity,
  freshness,
  completeness,
  history,
];

/**
 * `score.v2`: how well a candidate fits the brief, 0 to 100, from named parts that each give their reason. A part whose inputs
 * are missing has no say: its weight is spread over the others. More engagement never lowers a score.
 */
export function scoreCandidate(candidate: Candidate, brief: ScoringBrief, at: string): Score {
  const yardstick = preparedFor(brief, at);
  const facts = factsOf(candidate, brief, yardstick.vocabulary, yardstick.now);
  const { evidence } = facts.reading;
  const values = judges.map(judge => judge.value(facts, yardstick));
  const points = pointsIn(values);
  return {
    version: 'score.v2',
    at,
    value: points,
    parts: partsOf(facts, values, yardstick),
    exclusions: exclusionsOf(candidate, facts, brief),
    ...(evidence.length > 0 && { evidence }),
    changes: changesThatMatter(facts, judges, yardstick, points, (otherwise, judge) =>
      pointsIn(valuesOtherwise(otherwise, values, hanging[judge] ?? [], yardstick)),
    ),
    ...expectations(candidate, facts, brief),
    community: communityOf(facts, yardstick.vocabulary),
  };
}

const weights = judges.map(({ weight }) => weight);

type Values = readonly (number | null)[];

/** Of the shown score: one decimal. */
function pointsIn(values: Values): number {
  let [sum, judged] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const [value, weight] = [values[index] ?? null, weights[index] ?? 0];
    if (value === null) continue;
    sum += weight * value;
    judged += weight;
  }
  return Math.round((sum / judged) * 1000) / 10;
}

/** By part: the parts that look at what is otherwise where that part is better. */
const hanging = judges.map(({ moves }) =>
  [...judges.keys()].filter(index => judges[index]?.reads.some(name => moves.includes(name))),
);

/** Only the parts that look at what is otherwise are judged again. */
function valuesOtherwise(otherwise: Facts, values: Values, again: readonly number[], yardstick: Yardstick): Values {
  const others = values.slice();
  for (const index of again) others[index] = judges[index]?.value(otherwise, yardstick) ?? null;
  return others;
}

function partsOf(facts: Facts, values: Values, yardstick: Yardstick): ScorePart[] {
  const judged = judges.reduce((sum, { weight }, index) => sum + (values[index] === null ? 0 : weight), 0);
  return judges.map((judge, index) => {
    const value = values[index] ?? null;
    const { formula, reason, inputs } = judge.tell(facts, yardstick);
    return { name: judge.name, weight: value === null ? 0 : judge.weight / judged, value, formula, reason, inputs };
  });
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

/** Words are made ready once per brief, which takes milliseconds, and not once per candidate. */
const prepared = new WeakMap<ScoringBrief, Yardstick>();

function preparedFor(brief: ScoringBrief, at: string): Yardstick {
  const known = prepared.get(brief);
  if (known?.at === at) return known;
  const made = { ...(known ?? yardstickOf(brief)), at, now: Date.parse(at) };
  prepared.set(brief, made);
  return made;
}

function yardstickOf(brief: ScoringBrief): Omit<Yardstick, 'at' | 'now'> {
  const { compensation, followers: followerBand, budget, wanted } = brief;
  const targetCost =
    compensation.targetCostPerEngagement ??
    impliedCostPerEngagement({ ...compensation, followerBand, affordableFee: budget.minor / wanted });
  return { brief, vocabulary: vocabularyOf(brief), targetCost };
}
