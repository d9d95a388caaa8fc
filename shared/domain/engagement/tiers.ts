/** What accounts of one size usually reach. A table on which the industry disagrees is data, with its name and source. */
export interface TierBenchmark {
  readonly id: string;
  readonly source: string;
  /** Ascending, without overlap; `to` is exclusive. `rate` is null where the study printed nothing. */
  readonly tiers: readonly { readonly from: number; readonly to: number; readonly rate: number | null }[];
}

/**
 * Likes per follower and unpaid post, 2 million accounts. The 100,000 to 1,000,000 tier is in neither page and stays a gap.
 * It counts likes only; comments are a small share and fall in the same shape, so rates with comments read slightly high.
 */
export const markerly2016: TierBenchmark = {
  id: 'markerly-2016',
  source: 'Markerly study (digiday.com/marketing/micro-influencers, marketingdive.com/news/418109)',
  tiers: [
    { from: 0, to: 1_000, rate: 0.08 },
    { from: 1_000, to: 10_000, rate: 0.04 },
    { from: 10_000, to: 100_000, rate: 0.024 },
    { from: 100_000, to: 1_000_000, rate: null },
    { from: 1_000_000, to: 10_000_000, rate: 0.017 },
  ],
};

export interface ExpectedRate {
  readonly value: number;
  /** True where the table has a gap (or ends) and the value was filled in between (or carried on). */
  readonly interpolated: boolean;
  readonly source: string;
}

/**
 * The rate that an account of this size can be expected to have. Inside a gap: a straight line over the logarithm of the
 * followers from the tier below to the tier above; beyond the last tier: its rate.
 */
export function expectedEngagementRate(followers: number, benchmark: TierBenchmark = markerly2016): ExpectedRate {
  const { tiers, id: source } = benchmark;
  const index = tiers.findIndex(tier => followers < tier.to);
  const tier = tiers[index];
  if (tier?.rate != null) return { value: tier.rate, interpolated: false, source };
  const below = tiers.slice(0, index === -1 ? tiers.length : index).findLast(({ rate }) => rate !== null);
  const above = index === -1 ? undefined : tiers.slice(index).find(({ rate }) => rate !== null);
  const low = below?.rate ?? above?.rate ?? 0;
  const high = above?.rate ?? low;
  if (below === undefined || above === undefined) return { value: low, interpolated: true, source };
  const along = Math.log(followers / below.to) / Math.log(above.from / below.to);
  return { value: low + (high - low) * along, interpolated: true, source };
}
