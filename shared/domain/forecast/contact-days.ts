import { DateTime } from 'luxon';
import { warmUpCap } from '../outreach/pace.ts';
import type { ForecastPlan } from './plan.ts';

/** Nobody plans further; a campaign of a year has 261 working days. */
const mostDays = 400;

export interface ContactDays {
  /** For each invitation in order: days after `opensAt` on which it goes out. Shorter than asked where time runs out. */
  readonly days: readonly number[];
  /** Days on which mail may go out at all. */
  readonly workingDays: number;
}

/**
 * When the invitations go out, under the caps of the campaign and the sender: on every working day first the follow-ups that are
 * due, then as many new people as are left. The sender is taken to be new, and follow-ups to go to everybody: nobody is told too early.
 */
export function contactDays(
  { opensAt, endsAt, timeZone, outreach }: Pick<ForecastPlan, 'opensAt' | 'endsAt' | 'timeZone' | 'outreach'>,
  places: number,
): ContactDays {
  const days: number[] = [];
  const due = new Map<number, number>();
  const first = DateTime.fromISO(opensAt, { zone: timeZone });
  const last = Math.min(mostDays, Math.floor((Date.parse(endsAt) - Date.parse(opensAt)) / dayMs));
  let workingDays = 0;
  let waiting = 0;
  let daysUsed = 0;
  for (let day = 0; day <= last; day += 1) {
    waiting += due.get(day) ?? 0;
    if (outreach.weekdaysOnly && first.plus({ days: day }).weekday > 5) continue;
    workingDays += 1;
    const cap = warmUpCap(outreach.warmUp, daysUsed, outreach.dailyMails);
    const followUps = Math.min(waiting, cap);
    waiting -= followUps;
    const room = Math.min(outreach.dailyNewContacts, cap - followUps, places - days.length);
    if (followUps + room > 0) daysUsed += 1;
    for (let place = 0; place < room; place += 1) days.push(day);
    let after = day;
    for (const gap of outreach.followUpsAfterDays) {
      after += gap;
      due.set(after, (due.get(after) ?? 0) + room);
    }
  }
  return { days, workingDays };
}

const dayMs = 86_400_000;
