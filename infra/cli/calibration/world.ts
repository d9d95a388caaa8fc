import { type Random, seededRandom } from '#infra/local/world/random.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { ForecastFigureId } from '#shared/domain/forecast/forecast.ts';
import { cadenceRules } from '#shared/operations/cadence-rules.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { agreedFee, budgetOf, offerFor } from './haggling.ts';
import { type Influencer, influencersOf } from './influencers.ts';
import { type Nature, natureOf } from './nature.ts';

export type Observed = Readonly<Record<ForecastFigureId, number>>;

/**
 * A world in which the campaign happens, once. It is another model than the forecast's: people come in circles that share a mood,
 * large accounts answer less, nobody works on weekends and feasts, posts go viral, buyers come in bursts, and a person makes some of
 * the deals that the rules hand over. It shares with the forecast what people publish, and the product's own rules for offers.
 */
export function observe(spec: CampaignSpec, seed: string): Observed {
  const random = seededRandom(seed);
  const nature = natureOf(random.fork('nature'));
  const calendar = calendarOf(spec, random.fork('calendar'));
  const invited = influencersOf(spec, calendar.invitations.length, nature, random.fork('people'));
  const answers = answersOf(spec, invited, nature, calendar, random.fork('answers'));
  const agreed = agreements(spec, answers, nature, calendar, random.fork('haggling'));
  const posts = publish(agreed, nature, calendar, random.fork('posts'));
  return {
    invitations: invited.length,
    answers: answers.length,
    acceptances: agreed.length,
    posts: posts.length,
    spend: posts.reduce((sum, { fee }) => sum + fee, 0),
    ...audienceOf(posts, nature, random.fork('audience')),
  };
}

interface Answer {
  readonly influencer: Influencer;
  readonly day: number;
}
interface Agreed extends Answer {
  readonly fee: number;
}

/** How far apart the moods of circles lie, in log odds. */
const moodSpread = 0.5;
/** Log odds of an answer that ten times the followers cost. */
const pride = 0.4;

const odds = (share: number) => Math.log(share / (1 - share));
const share = (value: number) => 1 / (1 + Math.exp(-value));

function answersOf(
  spec: CampaignSpec,
  invited: readonly Influencer[],
  nature: Nature,
  calendar: Calendar,
  random: Random,
): Answer[] {
  const moods = Array.from({ length: 8 }, () => random.normal() * moodSpread);
  const middle = Math.log10(Math.sqrt(spec.audience.followers.min * spec.audience.followers.max));
  const gaps = [0, ...cadenceRules(spec).cadences.invitation.remindAfterDays];
  const lifts = [1, nature.firstFollowUp, nature.secondFollowUp, 0];
  return invited.flatMap((influencer, at) => {
    const swing = (moods[influencer.circle] ?? 0) - pride * (Math.log10(influencer.followers) - middle);
    const first = share(odds(nature.firstMail) + swing);
    let mailed = calendar.invitations[at] ?? 0;
    for (const [mail, gap] of gaps.entries()) {
      mailed += gap;
      const chance = first * (lifts[mail] ?? 0);
      if (!random.chance(Math.min(0.95, chance))) continue;
      const day = calendar.working(mailed + random.logNormal(0.5, 1.1));
      return day < calendar.last ? [{ influencer, day }] : [];
    }
    return [];
  });
}

function agreements(
  spec: CampaignSpec,
  answers: readonly Answer[],
  nature: Nature,
  calendar: Calendar,
  random: Random,
): Agreed[] {
  const moods = Array.from({ length: 8 }, () => random.normal() * moodSpread);
  let left = budgetOf(spec);
  return answers
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ influencer, day }) => {
      if (!random.chance(share(odds(nature.willing) + (moods[influencer.circle] ?? 0)))) return [];
      const offer = offerFor(spec, influencer);
      const fee = agreedFee(spec, { offer, price: influencer.price, left }, random.chance(nature.easy), random);
      if (fee === undefined) return [];
      left -= fee;
      const on = calendar.working(day + (fee === offer ? 0 : random.between(0.5, 4)));
      return on < calendar.last ? [{ influencer, day: on, fee }] : [];
    });
}

interface Published extends Agreed {
  readonly daysLeft: number;
}

/** Most wait until near the last day for it; some are late. */
function publish(agreed: readonly Agreed[], nature: Nature, calendar: Calendar, random: Random): Published[] {
  return agreed.flatMap(one => {
    const earliest = Math.max(calendar.postsFrom, one.day + random.between(1.5, 6));
    const patience = Math.max(0, calendar.postsTo - earliest);
    const day = calendar.working(
      earliest + patience * random.next() ** 0.7 + (random.chance(0.12) ? random.between(0, 5) : 0),
    );
    return random.chance(nature.keepsWord) && day < calendar.last ? [{ ...one, daysLeft: calendar.last - day }] : [];
  });
}

/** Shape of the tail of Pareto's distribution: below 2 its variance has no end; one post in a hundred is seen 13 times as often. */
const tail = 1.8;
/** Buyers who type the coupon and never clicked, per buyer who did. */
const couponOnly = 0.15;

function audienceOf(posts: readonly Published[], nature: Nature, random: Random) {
  const sums = { engagements: 0, reach: 0, clicks: 0, orders: 0 };
  for (const { influencer, daysLeft } of posts) {
    const luck = pareto(random) * random.logNormal(0.95, 0.3);
    const reach = influencer.followers * nature.reachPerFollower * luck;
    sums.reach += reach;
    sums.engagements += influencer.engagements * nature.engagement * luck ** 0.8 * random.logNormal(1, 0.2);
    const seenInTime = 1 - 0.68 ** daysLeft;
    const clicks = random.poisson(reach * nature.clicksPerReach * seenInTime * random.logNormal(0.85, 0.55));
    sums.clicks += clicks;
    // One buyer brings another: what happens at all happens one and a half times.
    const bursts = random.poisson((clicks * nature.ordersPerClick * (1 + couponOnly)) / 1.5);
    for (let burst = 0; burst < bursts; burst += 1) sums.orders += random.chance(0.5) ? 2 : 1;
  }
  return { ...sums, engagements: Math.round(sums.engagements), reach: Math.round(sums.reach) };
}

/** With mean 1. */
const pareto = (random: Random): number => ((tail - 1) / tail) * (1 - random.next()) ** (-1 / tail);
