import { formatMoney, type Money, major, money } from '../money.ts';
import { dayIn, plusDays } from '../time.ts';
import { count } from '../words.ts';
import type { Forecast } from './forecast.ts';
import { type ForecastPlan, placesOf } from './plan.ts';

/** One change of the campaign, alone, and what it makes of the chance to reach the number wanted. */
export interface Advice {
  /** Where it stands in the campaign file, and the value that it should have. */
  readonly field: string;
  readonly value: number | string | readonly number[];
  readonly says: string;
  readonly reachesWanted: number;
}

/** Who has this chance needs no advice. */
const goodChance = 0.8;
/** Less may be luck of the simulation. */
const leastGain = 0.03;
const mostContactFactor = 10;

type Try = (plan: ForecastPlan) => Forecast['chances'];

/** What would help most: each change is played by itself. Best first. */
export function adviceFor(plan: ForecastPlan, now: Forecast['chances'], chancesOf: Try): Advice[] {
  if (now.reachesWanted >= goodChance) return [];
  const tried = changes(plan, now).map(({ plan: changed, ...said }) => ({
    ...said,
    reachesWanted: chancesOf(changed).reachesWanted,
  }));
  return [...moreContacts(plan, chancesOf), ...tried]
    .filter(({ reachesWanted }) => reachesWanted >= now.reachesWanted + leastGain)
    .toSorted((a, b) => b.reachesWanted - a.reachesWanted);
}

/** The least contactFactor that gives a good chance, in steps of a half; the largest there is where none does. */
function moreContacts(plan: ForecastPlan, chancesOf: Try): Advice[] {
  const at = (half: number) => chancesOf({ ...plan, contactFactor: half / 2 }).reachesWanted;
  let low = Math.floor(plan.contactFactor * 2);
  let high = mostContactFactor * 2;
  if (low >= high) return [];
  let reached = at(high);
  while (high - low > 1 && reached >= goodChance) {
    const middle = (low + high) >> 1;
    const chance = at(middle);
    if (chance < goodChance) low = middle;
    else [high, reached] = [middle, chance];
  }
  const value = high / 2;
  const places = placesOf({ ...plan, contactFactor: value });
  const says = `Write to ${value} people per one wanted (${count(places)} instead of ${count(placesOf(plan))}).`;
  return [{ field: 'outreach.contactFactor', value, says, reachesWanted: reached }];
}

type Change = Omit<Advice, 'reachesWanted'> & { readonly plan: ForecastPlan };

function changes(plan: ForecastPlan, { staysInBudget }: Forecast['chances']): Change[] {
  const { outreach, compensation, budget } = plan;
  const twice = outreach.dailyNewContacts * 2;
  const ceiling = half(compensation.ceiling);
  const larger = half(budget);
  return [
    {
      field: 'compensation.ceiling',
      value: major(ceiling),
      says: `Pay up to ${formatMoney(ceiling)} instead of ${formatMoney(compensation.ceiling)}.`,
      plan: { ...plan, compensation: { ...compensation, ceiling } },
    },
    {
      field: 'outreach.dailyNewContacts',
      value: twice,
      says: `Write to ${count(twice)} new people a day instead of ${count(outreach.dailyNewContacts)}.`,
      plan: { ...plan, outreach: { ...outreach, dailyNewContacts: twice } },
    },
    {
      field: 'period.endsOn',
      value: dayIn(plusDays(plan.endsAt, 7), plan.timeZone),
      says: 'End a week later, with a week more for posting.',
      plan: {
        ...plan,
        endsAt: plusDays(plan.endsAt, 7),
        postBetween: { ...plan.postBetween, to: plusDays(plan.postBetween.to, 7) },
      },
    },
    ...(staysInBudget < 1
      ? [
          {
            field: 'budget.amount',
            value: major(larger),
            says: `Raise the budget to ${formatMoney(larger)}.`,
            plan: { ...plan, budget: larger },
          },
        ]
      : []),
    ...(outreach.followUpsAfterDays.length < 2
      ? [
          {
            field: 'outreach.followUpsAfterDays',
            value: [3, 7],
            says: 'Follow up twice, after 3 and 7 days.',
            plan: { ...plan, outreach: { ...outreach, followUpsAfterDays: [3, 7] } },
          },
        ]
      : []),
  ];
}

/** Half as much again. */
const half = (amount: Money): Money => money(amount.minor * 1.5, amount.currency);
