import { formatMoney } from '../money.ts';
import { dayIn } from '../time.ts';
import { count } from '../words.ts';
import { prices } from './assumptions.ts';
import { placesOf } from './plan.ts';
import type { Stage } from './stage.ts';

/** What stands against the plan whatever people answer, and what the forecast could not know. */
export function warningsAbout(stage: Stage): string[] {
  return [
    fewPeople(stage),
    littleTime(stage),
    latePosts(stage),
    smallBudget(stage),
    prices[stage.plan.budget.currency]
      ? undefined
      : `Nobody is known to publish what influencers ask in ${stage.plan.budget.currency}: your first offer is taken as the usual price.`,
    stage.plan.hasShop ? undefined : 'No shop is connected, so orders can not be counted, and none are forecast.',
  ].filter(warning => warning !== undefined);
}

function fewPeople({ plan, crowd, supply }: Stage): string | undefined {
  const places = placesOf(plan);
  if (!crowd.isKnown)
    return 'The people of the sources are not known here; enough of them are taken to fit the audience.';
  if (supply >= places) return undefined;
  return `The sources name ${count(supply)} people who may fit; ${count(places)} are to be written to.`;
}

function littleTime({ plan, contact, supply }: Stage): string | undefined {
  const reached = contact.days.length;
  if (reached >= supply) return undefined;
  const { dailyNewContacts, dailyMails } = plan.outreach;
  return `With ${count(dailyNewContacts)} new contacts and ${count(dailyMails)} mails a day, fewer while the sender is new, and ${count(contact.workingDays)} working days, only ${count(reached)} of ${count(supply)} can be written to.`;
}

function latePosts({ plan, contact, postBetween }: Stage): string | undefined {
  const last = contact.days.at(-1);
  if (last === undefined || last <= postBetween.to) return undefined;
  const late = contact.days.filter(day => day > postBetween.to).length;
  return `${count(late)} people are first written to after ${dayIn(plan.postBetween.to, plan.timeZone)}, the last day for posting.`;
}

function smallBudget({ plan }: Stage): string | undefined {
  const { floor } = plan.compensation;
  const needed = floor.minor * plan.wanted;
  if (needed <= plan.budget.minor) return undefined;
  return `${count(plan.wanted)} collaborations cost at least ${formatMoney({ ...floor, minor: needed })}; the budget is ${formatMoney(plan.budget)}.`;
}
