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
  const taken: [string, string][] = [];
  let isFirstOfDay = false;
  for (const { name, daily, what } of caps) {
    const perHour = hourlyShare(daily, hours.window);
    const today = { period: day, cap: daily, from: tomorrow, because: `no more ${what} today: the cap is ${daily}` };
    const thisHour = {
      period: hourSlot(at),
      cap: perHour,
      from: at,
      because: `no more ${what} this hour: its share of today's ${daily} is ${perHour}`,
    };
    for (const { period, cap, from, because } of [today, thisHour]) {
      const place = await sending.takePlace(name, period, cap);
      if ('waiting' in place) {
        for (const [who, when] of taken) await sending.giveBack(who, when);
        return { kind: 'later', until: turnInQueue(place.waiting, perHour, hours, from), because };
      }
      taken.push([name, period]);
      isFirstOfDay ||= period === day && place.taken === 1 && what === 'mails';
    }
  }
  const [sender] = caps;
  if (isFirstOfDay && sender) await sending.usedOn(sender.name, day);
  return undefined;
}
