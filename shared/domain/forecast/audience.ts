import type { Person } from './crowd.ts';
import type { Chance } from './moments.ts';
import type { Rates } from './rates.ts';

/** A published post: whose it is, and for how many days its link is counted. */
export interface Published {
  readonly person: Person;
  readonly countedDays: number;
}

export interface Audience {
  readonly engagements: number;
  readonly reach: number;
  readonly clicks: number;
  readonly orders: number;
}

/** How far posts differ from what their author's usually bring (of the logarithm): own estimate. */
const postSpread = 0.6;
/** Half of a link's clicks come within this many days: own estimate. */
const clicksHalfLifeDays = 2;

/** What the posts bring. Each stands for `weight` posts. */
export function audienceOf(
  posts: readonly Published[],
  rates: Rates,
  { weight, hasShop }: { readonly weight: number; readonly hasShop: boolean },
  chance: Chance,
): Audience {
  const sums = { engagements: 0, reach: 0, clicks: 0 };
  for (const { person, countedDays } of posts) {
    // One luck for both: a post that many people see is liked by many.
    const luck = Math.exp(postSpread * chance.normal() - postSpread ** 2 / 2) * weight;
    const reach = person.followers * rates.reach * luck;
    sums.engagements += person.engagements * rates.engagement * luck;
    sums.reach += reach;
    sums.clicks += reach * rates.clicks * (1 - 2 ** (-countedDays / clicksHalfLifeDays));
  }
  const clicks = happening(sums.clicks, chance);
  return {
    engagements: Math.round(sums.engagements),
    reach: Math.round(sums.reach),
    clicks,
    orders: hasShop ? happening(clicks * rates.orders, chance) : 0,
  };
}

/** How many of many rare things happen when `mean` are expected (Poisson; from 30 on the normal distribution is close enough). */
function happening(mean: number, { uniform, normal }: Chance): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count += 1;
  return count;
}
