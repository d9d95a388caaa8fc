import { type Assumption, rateAt } from './assumption.ts';
import { type AssumptionId, assumptions, prices } from './assumptions.ts';

/** The rates of one possible campaign. */
export interface Rates extends Readonly<Record<AssumptionId, number>> {
  /** Major units per 1,000 followers; undefined where nobody publishes what is asked in that currency. */
  readonly price: number | undefined;
  /** How far the audience's sizes lean to the small (above 1) or the large end (below 1). */
  readonly lean: number;
}

/** The sizes of the people found may differ from those looked for: own estimate. */
const leanSpread = 0.3;

/** Each rate is drawn by itself: no source says that campaigns with many answers also sell more. */
export function drawRates(currency: string, normal: () => number): Rates {
  const draw = (assumption: Assumption) => rateAt(assumption, normal());
  const shared = Object.fromEntries(Object.entries(assumptions).map(([id, assumption]) => [id, draw(assumption)]));
  const price = prices[currency];
  return {
    ...(shared as Record<AssumptionId, number>),
    price: price && draw(price),
    lean: Math.exp(leanSpread * normal()),
  };
}
