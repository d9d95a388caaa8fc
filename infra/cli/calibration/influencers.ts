import type { Random } from '#infra/local/world/random.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { expectedEngagementRate } from '#shared/domain/engagement/tiers.ts';
import { clamp } from '#shared/domain/statistics.ts';
import type { Nature } from './nature.ts';

export interface Influencer {
  readonly followers: number;
  /** Likes and comments of an ordinary post. */
  readonly engagements: number;
  /** Friends, or clients of one agency: they share a mood. */
  readonly circle: number;
  /** What they ask, in minor units. */
  readonly price: number;
}

/** People of one campaign: sizes around a middle of their own, rates and prices that go with each other. */
export function influencersOf(spec: CampaignSpec, count: number, nature: Nature, random: Random): Influencer[] {
  const { min, max } = spec.audience.followers;
  const middle = Math.exp(
    random.between(Math.log(min) * 0.6 + Math.log(max) * 0.4, Math.log(min) * 0.4 + Math.log(max) * 0.6),
  );
  return Array.from({ length: count }, () => {
    const followers = clamp(random.logNormal(middle, 0.7), min, max);
    const liked = random.logNormal(1, 0.4);
    const asked = nature.priceInTheMiddle * (followers / 3162) ** 0.9 * liked ** 0.4 * random.logNormal(1, 0.45);
    return {
      followers,
      engagements: followers * expectedEngagementRate(followers).value * liked,
      circle: random.int(0, 7),
      // People ask round amounts.
      price: Math.max(500, Math.round(asked / 500) * 500) * 100,
    };
  });
}
