import { expectedEngagementRate } from '../engagement/tiers.ts';
import { firstOffer } from '../outreach/offer.ts';
import { drawShortlist, engagementsOf } from '../scoring/shortlist.ts';
import { type ForecastPlan, type Prospect, placesOf } from './plan.ts';

/** Somebody who may be written to. */
export interface Person {
  readonly followers: number;
  /** Likes and comments that a post of theirs usually brings. */
  readonly engagements: number;
  /** What they are offered first, in minor units. */
  readonly offer: number;
  readonly isCertain: boolean;
}

export interface Crowd {
  /** The people of the sources, best first; or, where they are not known, accounts of all sizes that are looked for, ascending. */
  readonly people: readonly Person[];
  readonly isKnown: boolean;
}

/** Sizes in an assumed audience. */
const sizes = 256;
/** Where some may not fit after all, as many again stand behind them. */
const spare = 2;

export function crowdOf(plan: ForecastPlan): Crowd {
  const assumed = assumedPeople(plan);
  if (!plan.prospects) return { people: assumed, isKnown: false };
  const known = new Map(plan.prospects.map(prospect => [prospect.influencerId, prospect]));
  const factor = plan.prospects.every(({ isCertain }) => isCertain) ? 1 : spare;
  const { chosen } = drawShortlist(plan.prospects, {
    ...plan,
    ...engagementsOf(plan.followers),
    contactFactor: plan.contactFactor * factor,
  });
  const middle = assumed[sizes / 2];
  const people = chosen.flatMap(({ influencerId }) => {
    const prospect = known.get(influencerId);
    return prospect && middle ? [personOf(prospect, middle)] : [];
  });
  return { people, isKnown: true };
}

/** How many can be written to at most. */
export const supplyOf = (plan: ForecastPlan, { people, isKnown }: Crowd): number =>
  isKnown ? Math.min(placesOf(plan), people.length) : placesOf(plan);

/** What a source does not say is taken from the middle of the audience that is looked for. */
function personOf({ score, isCertain }: Prospect, middle: Person): Person {
  const followers = score.followers ?? middle.followers;
  return {
    followers,
    engagements: score.expectedEngagements ?? usualEngagements(followers),
    offer: score.expectedFee?.minor ?? middle.offer,
    isCertain,
  };
}

/** Small accounts are commoner than large ones: as many between 1,000 and 2,000 followers as between 2,000 and 4,000. */
function assumedPeople({ followers, compensation, wanted, budget }: ForecastPlan): Person[] {
  const least = Math.log(Math.max(1, followers.min));
  const most = Math.log(Math.max(1, followers.max));
  return Array.from({ length: sizes }, (_, index) => {
    const size = Math.exp(least + ((index + 0.5) / sizes) * (most - least));
    const offer = firstOffer({
      ...compensation,
      followers: size,
      followerBand: followers,
      affordableFee: budget.minor / wanted,
    });
    return { followers: size, engagements: usualEngagements(size), offer: offer.minor, isCertain: true };
  });
}

const usualEngagements = (followers: number): number => followers * expectedEngagementRate(followers).value;
