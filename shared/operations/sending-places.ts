import type { MessagePurpose } from '#shared/domain/message.ts';
import { hourlyShare, hourSlot, turnInQueue, warmUpCap } from '#shared/domain/outreach/pace.ts';
import type { SendWindow } from '#shared/domain/outreach/send-window.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { SendingStore } from '#shared/ports/sending.ts';

/** At most `daily` mails under this name in a day. */
export interface Cap {
  readonly name: string;
  readonly daily: number;
  readonly what: 'mails' | 'new contacts';
}

/** The caps that a mail falls under: its sender's, and for a first contact the campaign's. */
export async function capsOf(
  sending: SendingStore,
  { campaignId, spec: { outreach } }: Campaign,
  purpose: MessagePurpose,
  day: string,
  factor: number,
): Promise<Cap[]> {
  const { address } = outreach.sender;
  const daysUsed = await sending.daysUsed(address, day);
  const sender: Cap = {
    name: address,
    daily: warmUpCap(outreach.warmUp, daysUsed, outreach.dailyMails),
    what: 'mails',
  };
  if (purpose !== 'invitation') return [sender];
  const daily = Math.max(1, Math.floor(outreach.dailyNewContacts * factor));
  return [sender, { name: `${campaignId}#new`, daily, what: 'new contacts' }];
}

export interface Hours {
  readonly window: SendWindow;
  /** The recipient's. */
  readonly timeZone: string;
}

/**
 * Takes a place under every cap, in this hour and in this day, or none. Answers when to ask again where one is full: hours are shared
 * out so that a day's mails spread over the window, and whoever finds an hour full is told the hour of their turn.
 */
export async function takePlaces(
  sending: SendingStore,
  caps: readonly Cap[],
  hours: Hours,
  { at, day, tomorrow }: { at: string; day: string; tomorrow: string },
): Promise<{ kind: 'later'; until: string; because: string } | undefined> {
  const [sender] = caps;
  const periods = caps.flatMap(cap => periodsOf(cap, hours, at, day, tomorrow));
  const later = ({ from, because, perHour }: Period, waiting: number) =>
    ({ kind: 'later', until: turnInQueue(waiting, perHour, hours, from), because }) as const;
  const full = periods.find(({ name, period }) => sending.isKnownFull(name, period));
  if (full) return later(full, await sending.queue(full.name, full.period));

  const taken: Period[] = [];
  let isFirstOfDay = false;
  for (const place of periods) {
    const answer = await sending.takePlace(place.name, place.period, place.cap);
    if ('waiting' in answer) {
      for (const { name, period } of taken) await sending.giveBack(name, period);
      return later(place, answer.waiting);
    }
    taken.push(place);
    isFirstOfDay ||= place.period === day && answer.taken === 1 && place.what === 'mails';
  }
  if (isFirstOfDay && sender) await sending.usedOn(sender.name, day);
  return undefined;
}

interface Period extends Cap {
  readonly period: string;
  readonly cap: number;
  readonly perHour: number;
  /** When the next ones can hope for a place, where all are taken. */
  readonly from: string;
  readonly because: string;
}

/** The day first: whoever finds both full has no chance before tomorrow. */
function periodsOf(cap: Cap, { window }: Hours, at: string, day: string, tomorrow: string): Period[] {
  const { daily, what } = cap;
  const perHour = hourlyShare(daily, window);
  const because = `no more ${what} this hour: its share of today's ${daily} is ${perHour}`;
  return [
    { ...cap, perHour, period: day, cap: daily, from: tomorrow, because: `no more ${what} today: the cap is ${daily}` },
    { ...cap, perHour, period: hourSlot(at), cap: perHour, from: at, because },
  ];
}
