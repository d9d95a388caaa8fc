/**
 * Rates of the calibration's worlds. The figures that people publish are read here once more, by another path than
 * the forecast's own table, wherever there is one: answers come mail by mail, reach follows from likes, prices from bands of sizes.
 */
export interface Span {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

export const published = {
  /** Answers to the first mail alone. Backlinko's bloggers 8.5 %; Heepsy's 40 % of all answers, 58 to 63 % of which are to mail 1. */
  firstMail: { low: 0.085, typical: 0.24, high: 0.35 },
  /** What a first follow-up adds to them: Belkins 49 %, Woodpecker 44 %, Backlinko 66 %. */
  firstFollowUp: { low: 0.4, typical: 0.49, high: 0.66 },
  secondFollowUp: { low: 0, typical: 0.09, high: 0.2 },
  /** Own reading, as in the forecast: nobody publishes these two. */
  willing: { low: 0.45, typical: 0.65, high: 0.85 },
  easy: { low: 0.2, typical: 0.4, high: 0.6 },
  /** hashgifted: 80 % for gifts alone. */
  keepsWord: { low: 0.8, typical: 0.9, high: 0.97 },
  /** Rupees that a person with 3,162 followers asks for a post (ryme.ai: 1,500 to 8,000 between 1,000 and 10,000 followers). */
  priceInTheMiddle: { low: 1500, typical: 3480, high: 8000 },
  /** influencerfee, Minter.io. */
  reachPerFollower: { low: 0.1, typical: 0.25, high: 0.4 },
  /** Against Markerly's rates. */
  engagement: { low: 0.5, typical: 1, high: 1.75 },
  clicksPerReach: { low: 0.005, typical: 0.01, high: 0.03 },
  /** Monetate, Oribi. */
  ordersPerClick: { low: 0.007, typical: 0.013, high: 0.026 },
} as const satisfies Record<string, Span>;

export type PublishedRate = keyof typeof published;
