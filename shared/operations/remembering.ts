import type { SendingStore } from '#shared/ports/sending.ts';

/**
 * Spares one run of the chase what it knows already: on how many days a sender wrote before today, and which hours and days are full.
 * A place that somebody gives back meanwhile is found by the next run.
 */
export function remembering(sending: SendingStore): SendingStore {
  const daysUsed = new Map<string, Promise<number>>();
  const full = new Set<string>();
  return {
    ...sending,
    daysUsed(sender, day) {
      const known = daysUsed.get(`${sender} ${day}`) ?? sending.daysUsed(sender, day);
      daysUsed.set(`${sender} ${day}`, known);
      return known;
    },
    async takePlace(key, period, cap) {
      const place = await sending.takePlace(key, period, cap);
      if ('waiting' in place) full.add(`${key} ${period}`);
      return place;
    },
    isKnownFull: (key, period) => full.has(`${key} ${period}`),
  };
}
