import { expectedEngagementRate } from '../engagement/tiers.ts';
import { firstOffer } from '../outreach/offer.ts';
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
  const middle = assumed[sizes / 2];
  if (!plan.prospects || !middle) return { people: assumed, isKnown: false };
  const factor = plan.contactFactor * (plan.prospects.every(({ isCertain }) => isCertain) ? 1 : spare);
  const people = plan.prospects.toSorted((a, b) => brings(b) - brings(a)).map(prospect => personOf(prospect, middle));
  return {
    people: affordable(people, placesOf({ ...plan, contactFactor: factor }), plan.budget.minor * factor),
    isKnown: true,
  };
}

/**
 * As the shortlist does, but in one walk instead of a search: those who bring most for their score come first, as long as the
 * acceptances to expect among them can be paid. Which of two equals is chosen moves no forecast.
 */
function affordable(people: readonly Person[], places: number, money: number): Person[] {
  const chosen: Person[] = [];
  let left = money;
  for (const person of people) {
    if (chosen.length >= places) break;
    if (person.offer > left) continue;
    chosen.push(person);
    left -= person.offer;
  }
  return chosen;
}

const brings = ({ score }: Prospect): number => (score.expectedEngagements ?? 0) * score.value;

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
