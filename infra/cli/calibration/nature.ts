import type { Random } from '#infra/local/world/random.ts';
import { type PublishedRate, published, type Span } from './published.ts';

/** The true rates of one world. */
export type Nature = Readonly<Record<PublishedRate, number>>;

/** Rates that are probabilities; the others may be any positive number. */
const shares = new Set<PublishedRate>([
  'firstMail',
  'willing',
  'easy',
  'keepsWord',
  'reachPerFollower',
  'clicksPerReach',
  'ordersPerClick',
]);

export const natureOf = (random: Random): Nature =>
  Object.fromEntries(
    Object.entries(published).map(([rate, span]) => [rate, drawn(span, shares.has(rate as PublishedRate), random)]),
  ) as Nature;

/** How far beyond the published figures a world may lie, as a share of the way from the middle to the end. */
const beyond = 0.5;

/**
 * Flat pieces, no bell: a tenth of the worlds lies below what is published, four tenths up to the typical figure, four tenths above
 * it, a tenth beyond. Flat in the odds of a share, in the logarithm of anything else.
 */
function drawn({ low, typical, high }: Span, isShare: boolean, random: Random): number {
  const to = (value: number) => (isShare ? Math.log(value / (1 - value)) : Math.log(Math.max(value, least)));
  const from = (value: number) => (isShare ? 1 / (1 + Math.exp(-value)) : Math.exp(value));
  const [a, b, c] = [to(low), to(typical), to(high)];
  const [start, end] = random.pick(pieces(a, b, c));
  return from(random.between(start, end));
}

const pieces = (low: number, typical: number, high: number): (readonly [number, number])[] => [
  [low - beyond * (typical - low), low],
  ...Array.from({ length: 4 }, () => [low, typical] as const),
  ...Array.from({ length: 4 }, () => [typical, high] as const),
  [high, high + beyond * (high - typical)],
];

/** For the logarithm of "nothing". */
const least = 0.01;
