import { DateTime } from 'luxon';
import type { Random } from '#infra/local/world/random.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';

/** The days of one world's campaign, counted from its launch. */
export interface Calendar {
  /** For each invitation, when it arrives. */
  readonly invitations: readonly number[];
  readonly postsFrom: number;
  readonly postsTo: number;
  readonly last: number;
  /** The first moment from `day` on that is no weekend and no feast, for those who keep them. */
  working(day: number): number;
}

export function calendarOf(spec: CampaignSpec, random: Random): Calendar {
  const { period, brief, outreach, wanted } = spec;
  const start = DateTime.fromISO(period.startsOn, { zone: period.timeZone });
  const until = (day: string) => DateTime.fromISO(day, { zone: period.timeZone }).diff(start, 'days').days;
  const last = until(period.endsOn) + 1;
  const feast = random.between(0, last * 1.5);
  const isFree = (day: number) => {
    const weekday = start.plus({ days: Math.floor(day) }).weekday;
    return weekday > 5 || (day >= feast && day < feast + feastDays);
  };
  const working = (day: number): number => {
    let on = day;
    while (isFree(on)) on = Math.floor(on) + 1 + random.next() * 0.6;
    return on;
  };
  // Half of the senders are known to the mailbox providers already and start at full pace.
  const growth = random.chance(0.5) ? outreach.warmUp : { startsAt: outreach.dailyMails, growsBy: 1 };
  const invitations: number[] = [];
  const places = Math.ceil(wanted * outreach.contactFactor);
  let used = 0;
  for (let day = 0; day < last && invitations.length < places; day += 1) {
    if (outreach.sendWindow.weekdaysOnly && start.plus({ days: day }).weekday > 5) continue;
    const cap = Math.min(outreach.dailyMails, growth.startsAt * growth.growsBy ** used, outreach.dailyNewContacts);
    for (let place = 0; place < cap && invitations.length < places; place += 1) invitations.push(day + 0.4);
    used += 1;
  }
  return {
    invitations,
    postsFrom: until(brief.postBetween.from),
    postsTo: until(brief.postBetween.to) + 1,
    last,
    working,
  };
}

const feastDays = 5;
