import type { Money } from '../money.ts';

/** What one post usually costs, by followers. The industry prints ranges that disagree: they are data, with their source. */
export interface RateTable {
  readonly id: string;
  readonly source: string;
  readonly currency: string;
  /** Ascending and adjoining; amounts in major units for the first and the last account of the band. */
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export const rateTables: readonly RateTable[] = [
  {
    id: 'india-2025',
    source:
      'nano band of a 2025 rate card (Instagram post INR 1,500-8,000); above 10,000 the rule of INR 500 per 1,000 followers, the lower end of 500-5,000',
    currency: 'INR',
    bands: [
      { from: 100, to: 1000, low: 500, high: 1500 },
      { from: 1000, to: 10_000, low: 1500, high: 8000 },
      { from: 10_000, to: 100_000, low: 8000, high: 50_000 },
      { from: 100_000, to: 1_000_000, low: 50_000, high: 500_000 },
    ],
  },
  {
    id: 'us-bands',
    source: 'US bands: 1,000-10,000 followers USD 10-100, 10,000-50,000 USD 100-500, 50,000-1,000,000 USD 500-5,000',
    currency: 'USD',
    bands: [
      { from: 1000, to: 10_000, low: 10, high: 100 },
      { from: 10_000, to: 50_000, low: 100, high: 500 },
      { from: 50_000, to: 1_000_000, low: 500, high: 5000 },
    ],
  },
];

/** A video is 40 to 50 % above a photo (HypeAuditor); the middle. */
const videoPremium = 1.45;

/** A fee in minor units, and where it comes from. */
export interface FeeEstimate {
  readonly minor: number;
  readonly basis: string;
}

/** `fee-estimate.v1`: on a straight line between the ends of the band, over the logarithms of followers and fee. */
export function estimatedFee(
  followers: number,
  ceiling: Money,
  digits: number,
  wantsVideo: boolean,
): FeeEstimate | undefined {
  const table = rateTables.find(({ currency }) => currency === ceiling.currency);
  if (!table) return undefined;
  const { bands } = table;
  const band = bands.find(({ to }) => followers < to) ?? bands.at(-1);
  if (!band) return undefined;
  const along =
    (Math.log(Math.max(band.from, Math.min(band.to, followers))) - Math.log(band.from)) / Math.log(band.to / band.from);
  const post = band.low * (band.high / band.low) ** along;
  return { minor: post * (wantsVideo ? videoPremium : 1) * 10 ** digits, basis: table.id };
}
