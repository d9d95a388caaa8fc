import { normals, uniforms } from '../random.ts';
import { agreementWith } from './agreement.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { Person } from './crowd.ts';
import { answersAfter, type Chance, postedOn } from './moments.ts';
import { drawRates, type Rates } from './rates.ts';
import type { Stage } from './stage.ts';

/** What one possible campaign came to. */
export interface Outcome extends Audience {
  readonly invitations: number;
  readonly answers: number;
  readonly acceptances: number;
  readonly posts: number;
  /** Fees of published posts, in minor units. */
  readonly spend: number;
  /** Agreements that failed because the budget was promised already. */
  readonly unpaid: number;
}

/** Of more people each one drawn stands for several: beside the campaign's own rates their luck no longer counts. */
const mostDrawn = 250;
/** How far the prices of people of one size differ from each other (of the logarithm): own estimate. */
const priceSpread = 0.5;
/** An agreement over another fee than the one offered takes as many days more. */
const hagglingDays = 2;

/** One possible campaign. The same seed gives the same one. */
export function runOnce(stage: Stage, seed: string): Outcome {
  const uniform = uniforms(seed);
  const chance: Chance = { uniform, normal: normals(uniform) };
  const { plan, contact } = stage;
  const rates = drawRates(plan.budget.currency, chance.normal);
  const weight = Math.max(1, contact.days.length / mostDrawn);
  const people = invited(stage, rates, weight, uniform);
  const answers = people.flatMap((person, index) => {
    const after = answersAfter(plan.outreach.followUpsAfterDays, rates, chance);
    if (after === undefined) return [];
    const day = (contact.days[Math.floor(index * weight)] ?? 0) + after;
    return day <= stage.lastDay ? [{ person, day }] : [];
  });
  const { agreed, unpaid } = agreements(stage, answers, { rates, weight }, chance);
  const posts = agreed.flatMap(({ day, ...agreement }) => {
    const on = postedOn(day, stage.postBetween, uniform());
    return uniform() < rates.posts && on <= stage.lastDay ? [{ ...agreement, countedDays: stage.lastDay - on }] : [];
  });
  const count = (some: number) => Math.round(some * weight);
  return {
    invitations: count(people.length),
    answers: count(answers.length),
    acceptances: count(agreed.length),
    posts: count(posts.length),
    spend: Math.round(posts.reduce((sum, { fee }) => sum + fee, 0) * weight),
    unpaid: count(unpaid),
    ...audienceOf(posts, rates, { weight, hasShop: plan.hasShop }, chance),
  };
}

/** Who is written to before time runs out. */
function invited({ crowd, contact }: Stage, rates: Rates, weight: number, uniform: () => number): Person[] {
  const { people, isKnown } = crowd;
  const most = Math.round(contact.days.length / weight);
  if (!isKnown)
    return Array.from({ length: most }, () => people[Math.floor(uniform() ** rates.lean * people.length)]).filter(
      person => person !== undefined,
    );
  const chosen: Person[] = [];
  for (let at = 0; at < people.length && chosen.length < most; at += weight) {
    const person = people[Math.floor(at)];
    if (person && (person.isCertain || uniform() < rates.eligible)) chosen.push(person);
  }
  return chosen;
}

interface Answer {
  readonly person: Person;
  readonly day: number;
}

interface Agreed extends Answer {
  readonly fee: number;
}

/** Who agrees, in the order of their answers, as long as the budget lasts. */
function agreements(
  { plan, minorPerMajor, lastDay }: Stage,
  answers: readonly Answer[],
  { rates, weight }: { readonly rates: Rates; readonly weight: number },
  { uniform, normal }: Chance,
): { agreed: Agreed[]; unpaid: number } {
  const agreed: Agreed[] = [];
  let remaining = plan.budget.minor;
  let unpaid = 0;
  for (const { person, day } of answers.toSorted((a, b) => a.day - b.day)) {
    if (uniform() >= rates.interested) continue;
    const { offer } = person;
    const usual = rates.price === undefined ? offer : (rates.price * minorPerMajor * person.followers) / 1000;
    const price = Math.round(usual * Math.exp(priceSpread * normal()));
    const settles = uniform() < rates.settle;
    const agreement = agreementWith(plan, { offer, price, settles, remaining: Math.floor(remaining / weight) });
    if (agreement.kind === 'no-money') unpaid += 1;
    if (agreement.kind !== 'agreed') continue;
    remaining -= agreement.fee * weight;
    const on = agreement.fee === offer ? day : day + hagglingDays;
    if (on <= lastDay) agreed.push({ person, day: on, fee: agreement.fee });
  }
  return { agreed, unpaid };
}
