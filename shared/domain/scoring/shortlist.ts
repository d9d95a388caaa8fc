import type { Candidate } from '../candidate.ts';
import type { Money } from '../money.ts';

export interface ShortlistRules {
  /** Collaborations wanted. */
  readonly wanted: number;
  /** How many are written to per one wanted; 1 / contactFactor is the acceptance that we expect. */
  readonly contactFactor: number;
  /** What the campaign can promise. */
  readonly budget: Money;
}

export interface Shortlist {
  /** Best first; the first has rank 1. */
  readonly chosen: readonly { readonly influencerId: string; readonly rank: number }[];
  readonly considered: number;
  readonly eligible: number;
  /** Why the others are not on it, most frequent first. */
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
}

type Scored = Pick<Candidate, 'influencerId' | 'score'>;

interface Option {
  readonly influencerId: string;
  readonly value: number;
  readonly fee: number;
}

/**
 * `shortlist.v1`: at most wanted x contactFactor eligible candidates with the highest sum of scores such that the acceptances to
 * expect among them (one in contactFactor) can be paid. Equal scores: the lower fee, then the id decides, so the same candidates
 * in any order give the same shortlist.
 */
export function drawShortlist(scored: Iterable<Scored>, { wanted, contactFactor, budget }: ShortlistRules): Shortlist {
  const turnedDown = new Map<string, number>();
  const tell = (because: string, count = 1) => turnedDown.set(because, (turnedDown.get(because) ?? 0) + count);
  const options: Option[] = [];
  let considered = 0;
  for (const candidate of scored) {
    considered += 1;
    const option = optionOf(candidate, budget.currency);
    if ('because' in option) tell(option.because);
    else options.push(option);
  }

  const places = Math.ceil(wanted * contactFactor);
  const money = budget.minor * contactFactor;
  const chosen = bestWithin(options.toSorted(byValue), places, money).toSorted(byValue);
  const left = options.length - chosen.length;
  const crowdedOut = chosen.length === places ? left : 0;
  if (crowdedOut > 0) tell(`below the best ${places} that fit the budget`, crowdedOut);
  if (left > crowdedOut) tell('the budget carries no more', left - crowdedOut);

  return {
    chosen: chosen.map(({ influencerId }, index) => ({ influencerId, rank: index + 1 })),
    considered,
    eligible: options.length,
    reasons: [...turnedDown]
      .map(([because, count]) => ({ because, count }))
      .toSorted((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1)),
  };
}

function optionOf({ influencerId, score }: Scored, currency: string): Option | { readonly because: string } {
  if (!score) return { because: 'not scored' };
  const [exclusion] = score.exclusions;
  // "outside the follower band: 52,300 of ..." is one reason for many.
  if (exclusion !== undefined) return { because: exclusion.replace(/:.*/s, '') };
  if (score.expectedFee?.currency !== currency) return { because: `no fee in ${currency} to expect` };
  return { influencerId, value: score.value, fee: score.expectedFee.minor };
}

const byValue = (a: Option, b: Option): number =>
  b.value - a.value || a.fee - b.fee || (a.influencerId < b.influencerId ? -1 : 1);

/**
 * The classic relaxation of "choose n within a budget": price money at `lambda` points per minor unit, take the n best by value -
 * lambda x fee, and bisect for the lowest price at which they are affordable. What is left over is then filled greedily.
 * Exact up to the last candidate, in n log n per step; a plain "best first" would spend the budget on a few expensive ones.
 */
function bestWithin(sorted: readonly Option[], places: number, money: number): readonly Option[] {
  const best = sorted.slice(0, places);
  if (cost(best) <= money) return best;
  let [low, high] = [0, priceAboveAnyScore];
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2;
    if (cost(atPrice(sorted, middle, places)) <= money) high = middle;
    else low = middle;
  }
  return filledUp(sorted, atPrice(sorted, high, places), places, money);
}

/** Halves the price range below any difference that two scores can make. */
const bisections = 40;

const cost = (options: readonly Option[]): number => options.reduce((sum, { fee }) => sum + fee, 0);

/** A score is at most 100, a fee at least one minor unit: at this price only who costs nothing is left. */
const priceAboveAnyScore = 101;

const atPrice = (sorted: readonly Option[], lambda: number, places: number): readonly Option[] =>
  sorted
    .map(option => ({ option, net: option.value - lambda * option.fee }))
    .filter(({ net }) => net >= 0)
    .toSorted((a, b) => b.net - a.net || byValue(a.option, b.option))
    .slice(0, places)
    .map(({ option }) => option);

function filledUp(sorted: readonly Option[], chosen: readonly Option[], places: number, money: number): Option[] {
  const filled = [...chosen];
  const taken = new Set(chosen);
  let left = money - cost(chosen);
  for (const option of sorted) {
    if (filled.length >= places) break;
    if (taken.has(option) || option.fee > left) continue;
    filled.push(option);
    left -= option.fee;
  }
  return filled;
}
