/** The four parts that HypeAuditor names for its audience quality score. */
export const qualityParts = ['engagement', 'real-audience', 'growth', 'comments'] as const;
export type QualityPartName = (typeof qualityParts)[number];

/**
 * Every number of `aqs-open.v1`. HypeAuditor publishes the parts and not their weights, so all four count the same. The bounds: suspicious
 * accounts and mass followers together should not exceed a quarter of the followers (Stellar's reading of the AQS), and less than three
 * quarters of real followers is often a sign of fraud (Modash).
 */
export const aqsOpenV1 = {
  weights: { engagement: 0.25, 'real-audience': 0.25, growth: 0.25, comments: 0.25 },
  /** From this share of suspicious accounts and mass followers on, the score is at most `cap`. */
  unwantedShare: 0.25,
  cap: 50,
  /** Below this share of real followers the score carries a flag. */
  realShare: 0.75,
  /** How sure a full sample makes us, and from how many on a sample is full. */
  full: { posts: 12, followers: 200, snapshots: 12, comments: 100 },
  /** A vendor's word counts like this much of a full sample of our own; its size is not published. */
  vendor: { sure: 0.8, unsure: 0.4 },
} as const;
