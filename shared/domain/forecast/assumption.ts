import { z80 } from '../statistics.ts';

/** A rate that differs from campaign to campaign. */
export interface Assumption {
  readonly label: string;
  /** A share lies between 0 and 1; ratios and amounts are positive. */
  readonly unit: 'share' | 'ratio' | 'amount';
  /** One campaign in ten lies below. */
  readonly low: number;
  /** As many below as above. */
  readonly typical: number;
  /** One campaign in ten lies above. */
  readonly high: number;
  /** Who published the figures, and which figure is whose. */
  readonly source: string;
}

/**
 * The rate of a campaign that stands `normal` standard deviations from the typical one: a normal distribution of the logit (shares)
 * or the logarithm, with the spread of either side of its own, so that `low`, `typical` and `high` are met exactly.
 */
export function rateAt({ unit, low, typical, high }: Assumption, normal: number): number {
  const [to, from] = unit === 'share' ? [logit, logistic] : [Math.log, Math.exp];
  const side = normal < 0 ? to(typical) - to(low) : to(high) - to(typical);
  return from(to(typical) + (side * normal) / z80);
}

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
