import type { Candidate } from '../candidate.ts';
import { expectedEngagementRate } from '../engagement/tiers.ts';
import type { Money } from '../money.ts';
import { upperBound } from './shortlist/bound.ts';
import { bestChoice } from './shortlist/exact.ts';
import { atPrice, byGain, byGainPerMoney, fillGreedily } from './shortlist/greedy.ts';
import { improved } from './shortlist/improve.ts';
import {
  byRank,
  type Choice,
  emptyChoice,
  excessesOf,
  type KnownShare,
  type Limits,
  type Option,
  type Overlap,
} from './shortlist/reach.ts';
import { type SharedWith, sharesAmong } from './shortlist/shares.ts';

export interface ShortlistRules {
  /** Collaborations wanted. */
  readonly wanted: number;
  /**
   * How many are written to per one wanted; 1 / contactFactor is the acceptance that we expect. The usual 2 ("contact double the number
   * you need", Heepsy's guide) is cautious on purpose: a mail can not be taken back, and who needs more is told so by the forecast.
   */
  readonly contactFactor: number;
  /** What the campaign can promise. */
  readonly budget: Money;
  /** Engagements that a post at the top of the follower band usually brings; from it follows how large a community is taken to be. */
  readonly topEngagements?: number;
  /** What is taken for somebody of whom no engagement is known (a blog). */
  readonly unknownEngagements?: number;
  /** Shares of followers that were counted in lists. */
  readonly knownShares?: readonly KnownShare[];
}

export interface Shortlist {
  readonly version: 'shortlist.v2';
  /** Best first; the first has rank 1. */
  readonly chosen: readonly { readonly influencerId: string; readonly rank: number }[];
  readonly considered: number;
  readonly eligible: number;
  /** Why the others are not on it, most frequent first. */
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
  /** Different engaged people to expect, weighed by their influencer's score. */
  readonly value: number;
  /** No choice could be worth more than this; equal to `value` where it is proven that this is the best one. */
  readonly atMost: number;
}

/** From the audience that the campaign looks for: half of what an account in the middle of it brings, as `firstOffer` has it. */
export function engagementsOf({ min, max }: { readonly min: number; readonly max: number }) {
  const usual = (followers: number) => followers * expectedEngagementRate(followers).value;
  return { topEngagements: usual(max), unknownEngagements: usual(Math.sqrt(Math.max(1, min) * max)) / 2 };
}

type Scored = Pick<Candidate, 'influencerId' | 'score'>;

/**
 * Two accounts at the top of the follower band, of one platform, country and subject, are taken to share this part of those they
 * engage. An assumption, and rather high than low; lists of followers replace it where there are any.
 */
const sharedAtTheTop = 0.02;

/** Up to here the best choice is searched for; the steps end a search that would take more than half a second. */
const exactUpTo = 40;
const mostSteps = 20_000;

/**
 * `shortlist.v2`: at most wanted x contactFactor eligible candidates that bring the most different engaged people (see
 * `unique-reach.v1`) such that the acceptances to expect among them (one in contactFactor) can be paid. Few candidates: the best
 * choice of all. Many: the best of three greedy choices and of each candidate alone, improved by exchanges, with the bound that
 * tells how far from the best it can be. The same candidates in any order give the same shortlist.
 */
export function drawShortlist(scored: Iterable<Scored>, rules: ShortlistRules): Shortlist {
  const { wanted, contactFactor, budget } = rules;
  const turnedDown = new Map<string, number>();
  const tell = (because: string, count = 1) => turnedDown.set(because, (turnedDown.get(because) ?? 0) + count);
  const options: Option[] = [];
  let considered = 0;
  for (const candidate of scored) {
    considered += 1;
    const option = optionOf(candidate, rules);
    if ('because' in option) tell(option.because);
    else options.push(option);
  }

  const limits = { places: Math.ceil(wanted * contactFactor), money: budget.minor * contactFactor };
  const best = choose(options.sort(byRank), limits, rules);
  const chosen = best.chosen.toSorted(byRank);
  const left = options.length - chosen.length;
  const crowdedOut = chosen.length === limits.places ? left : 0;
  if (crowdedOut > 0) tell(`below the best ${limits.places} that fit the budget`, crowdedOut);
  if (left > crowdedOut) tell('the budget carries no more', left - crowdedOut);

  return {
    version: 'shortlist.v2',
    chosen: chosen.map(({ influencerId }, index) => ({ influencerId, rank: index + 1 })),
    considered,
    eligible: options.length,
    reasons: [...turnedDown]
      .map(([because, count]) => ({ because, count }))
      .toSorted((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1)),
    value: best.value,
    atMost: best.atMost,
  };
}

/** With whom each of the chosen shares most followers, measured or estimated. */
export function sharesOf(chosen: readonly Scored[], rules: ShortlistRules): ReadonlyMap<string, readonly SharedWith[]> {
  const options = chosen.flatMap(candidate => {
    const option = optionOf(candidate, rules);
    return 'because' in option ? [] : option;
  });
  return sharesAmong(options, overlapOf(rules));
}

function optionOf({ influencerId, score }: Scored, rules: ShortlistRules): Option | { readonly because: string } {
  if (!score) return { because: 'not scored' };
  const [exclusion] = score.exclusions;
  // "outside the follower band: 52,300 of ..." is one reason for many.
  if (exclusion !== undefined) return { because: exclusion.replace(/:.*/s, '') };
  const { currency } = rules.budget;
  if (score.expectedFee?.currency !== currency) return { because: `no fee in ${currency} to expect` };
  const engaged = score.expectedEngagements ?? rules.unknownEngagements ?? 1;
  return {
    influencerId,
    score: score.value,
    fee: score.expectedFee.minor,
    brings: (engaged * score.value) / 100 / rules.contactFactor,
    community: score.community ?? '',
  };
}

interface Best {
  readonly chosen: readonly Option[];
  readonly value: number;
  readonly atMost: number;
}

const overlapOf = ({ topEngagements, knownShares = [] }: ShortlistRules): Overlap => ({
  pool: topEngagements === undefined ? Number.POSITIVE_INFINITY : topEngagements / sharedAtTheTop,
  known: knownShares,
});

function choose(options: readonly Option[], limits: Limits, rules: ShortlistRules): Best {
  const overlap = overlapOf(rules);
  const excesses = excessesOf(options, overlap);
  const empty = () => emptyChoice(overlap, excesses);
  const quick = quickChoice(options, limits, empty);
  const found = { chosen: [...quick.chosen], value: quick.value };
  const optimum = options.length <= exactUpTo ? bestChoice(options, limits, empty(), found, mostSteps) : undefined;
  const { chosen, value } = optimum ?? found;
  return {
    chosen,
    value,
    atMost: optimum?.isProven ? value : Math.max(value, upperBound(chosen, options, overlap, limits)),
  };
}

/**
 * The best of: most gain first, most gain per money first, most gain at the price at which money just suffices, and the best one
 * alone; then exchanges. The first two and the last together are worth at least (1 - 1/e) / 2 of the best choice under a budget
 * (Leskovec 2007, CELF), the first alone 1 - 1/e of it under a number (Nemhauser 1978), where gains only fall. Usually it is
 * above 99 %: `npm run bench` prints how far.
 */
export function quickChoice(options: readonly Option[], limits: Limits, empty: () => Choice): Choice {
  const starts = [byGain, byGainPerMoney, atPrice(fairPrice(options, limits, empty))].map(appetite =>
    fillGreedily(fillGreedily(empty(), options, appetite, limits), options, byGain, limits),
  );
  const alone = options
    .filter(({ fee }) => fee <= limits.money)
    .toSorted((a, b) => b.brings - a.brings || byRank(a, b))[0];
  const single = empty();
  if (alone && limits.places > 0) single.add(alone);
  return [...starts, single]
    .map(start => improved(start, options, limits))
    .reduce((best, choice) => (choice.value > best.value ? choice : best));
}

/** Price of a minor unit, in engaged people, at which as many are wanted as can be paid. */
function fairPrice(options: readonly Option[], { places, money }: Limits, empty: () => Choice): number {
  const costAt = (price: number) =>
    fillGreedily(empty(), options, atPrice(price), { places, money: Number.POSITIVE_INFINITY }).cost;
  if (costAt(0) <= money) return 0;
  let [low, high] = [0, options.reduce((most, { brings, fee }) => (fee > 0 ? Math.max(most, brings / fee) : most), 0)];
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2;
    if (costAt(middle) <= money) high = middle;
    else low = middle;
  }
  return high;
}

/** After these two prices no longer part any two candidates. */
const bisections = 24;
