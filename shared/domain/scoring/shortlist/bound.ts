import { type Limits, type Option, type Overlap, uniqueIn } from './reach.ts';

/** Halves the range of prices until nothing more is to be gained. */
const bisections = 40;

/**
 * No choice at all is worth more than this. The worth of a community is concave in its sum, so the tangent at the sum of a choice
 * at hand lies above it everywhere; what is left is a plain sum under two limits, whose Lagrangian bound (money priced) is convex
 * in the price and is searched for its lowest point.
 */
export function upperBound(
  chosen: Iterable<Option>,
  options: readonly Option[],
  { pool }: Overlap,
  limits: Limits,
): number {
  const sums = new Map<string, number>();
  for (const { community, brings } of chosen) sums.set(community, (sums.get(community) ?? 0) + brings);
  let fixed = 0;
  for (const sum of sums.values()) fixed += uniqueIn(sum, pool) - sum * Math.exp(-sum / pool);
  const worths = options.map(({ community, brings, fee }) => ({
    worth: brings * Math.exp(-(sums.get(community) ?? 0) / pool),
    fee,
  }));
  return fixed + lowest(price => priced(worths, price, limits), worths);
}

interface Worth {
  readonly worth: number;
  readonly fee: number;
}

function priced(worths: readonly Worth[], price: number, { places, money }: Limits): number {
  const nets = Float64Array.from(worths, ({ worth, fee }) => Math.max(0, worth - price * fee)).sort();
  let sum = price * money;
  for (let at = nets.length - 1; at >= Math.max(0, nets.length - places); at -= 1) sum += nets[at] ?? 0;
  return sum;
}

function lowest(boundAt: (price: number) => number, worths: readonly Worth[]): number {
  let [low, high] = [0, worths.reduce((most, { worth, fee }) => (fee > 0 ? Math.max(most, worth / fee) : most), 0)];
  let best = Math.min(boundAt(low), boundAt(high));
  for (let step = 0; step < bisections; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    const [a, b] = [boundAt(left), boundAt(right)];
    best = Math.min(best, a, b);
    if (a < b) high = right;
    else low = left;
  }
  return best;
}
