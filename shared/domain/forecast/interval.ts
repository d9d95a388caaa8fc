export interface Interval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What lies outside on either side. */
const tail = 0.1;

/**
 * The values between which eight of ten lie. Counts leave no exact tenth outside: of the two bounds that come near it the nearer one
 * is taken, else small counts would lie inside nine times of ten.
 */
export function interval(values: readonly number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  const at = (index: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(index)))] ?? 0;
  const outside = tail * sorted.length;
  return {
    low: nearestBound(sorted, outside),
    median: at(0.5 * (sorted.length - 1)),
    high: 0 - nearestBound(sorted.map(value => -value).sort(), outside),
  };
}

/** The value with as nearly `outside` of the sorted ones below it as there is. */
function nearestBound(sorted: Float64Array, outside: number): number {
  const value = sorted[Math.floor(outside)] ?? 0;
  const below = sorted.indexOf(value);
  const next = sorted.lastIndexOf(value) + 1;
  return next - outside < outside - below ? (sorted[next] ?? value) : value;
}
