/** Two ways to write the invitation. */
export type Variant = 'a' | 'b';

/** One invitation that went out, and whether it brought interest; undefined while that is still open. */
export interface Trial {
  readonly variant: Variant;
  readonly sentAt: string;
  readonly isSuccess: boolean | undefined;
}

export interface Tally {
  readonly sent: number;
  readonly decided: number;
  readonly successes: number;
}

export interface ExperimentResult {
  readonly a: Tally;
  readonly b: Tally;
  /** How many times better "they differ" explains the pairs so far than "they do not"; may be looked at any day. */
  readonly evidence: number;
  readonly winner?: Variant;
}

/** At 20 a difference that is not there is found in at most 5 % of experiments, however often one looks (Ville's inequality). */
export const enoughEvidence = 20;

/** Virtual trials that an estimate begins with, half of them successes: 0.18 + 0.18 (Turner, Ly, Grünwald 2021, section 4). */
const prior = 0.18;

/**
 * `safe-two-proportions.v1`: the e-process of Turner, Ly and Grünwald ("Generic E-variables for exact sequential k-sample tests",
 * 2021). The n-th invitation of A and the n-th of B make a pair; each pair multiplies the evidence by how much better two rates,
 * estimated from the pairs before it, explain it than their mean does. Pairs count in the order in which they were sent, so that quick
 * answers are not counted before slow silence.
 */
export function judgeExperiment(trials: readonly Trial[]): ExperimentResult {
  const [a, b] = [sentBy(trials, 'a'), sentBy(trials, 'b')];
  let evidence = 1;
  let winner: Variant | undefined;
  let [hitsA, hitsB] = [0, 0];
  for (let pair = 0; pair < Math.min(a.length, b.length); pair += 1) {
    const [hitA, hitB] = [a[pair]?.isSuccess, b[pair]?.isSuccess];
    if (hitA === undefined || hitB === undefined) break;
    const [rateA, rateB] = [estimate(hitsA, pair), estimate(hitsB, pair)];
    const both = (rateA + rateB) / 2;
    evidence *= (likelihood(rateA, hitA) * likelihood(rateB, hitB)) / (likelihood(both, hitA) * likelihood(both, hitB));
    hitsA += Number(hitA);
    hitsB += Number(hitB);
    if (winner === undefined && evidence >= enoughEvidence && hitsA !== hitsB) winner = hitsA > hitsB ? 'a' : 'b';
  }
  return { a: tally(a), b: tally(b), evidence, ...(winner && { winner }) };
}

const sentBy = (trials: readonly Trial[], variant: Variant): Trial[] =>
  trials.filter(trial => trial.variant === variant).toSorted((one, two) => (one.sentAt < two.sentAt ? -1 : 1));

const estimate = (hits: number, of: number): number => (hits + prior) / (of + 2 * prior);
const likelihood = (rate: number, hit: boolean): number => (hit ? rate : 1 - rate);

const tally = (trials: readonly Trial[]): Tally => {
  const decided = trials.filter(({ isSuccess }) => isSuccess !== undefined);
  return {
    sent: trials.length,
    decided: decided.length,
    successes: decided.filter(({ isSuccess }) => isSuccess).length,
  };
};
