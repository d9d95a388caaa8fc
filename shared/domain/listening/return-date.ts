import { daysIn } from './calendar.ts';

const RETURNS =
  /(?:until|till|til|through|back|return(?:ing)?|reopen|resume|up to|and including|to|–|-|bis|zurück|jusqu[’']au|retour|hasta|regreso|fino al?|rientro|até|retorno|tot(?: en met)?|terug|do|powrót|до|til og med|t\.?o\.?m\.?|まで|より)[^.\n]{0,24}$/iu;

// Hindi says "until" behind the date.
const UNTIL_AFTER = /^\s?(?:तक|tak)(?![\p{L}\p{M}])/iu;

/** When somebody who is away says they are back: the last day named after "until", "back on", "bis" and the like. */
export function returnDateIn(text: string, sentAt: string | undefined): string | undefined {
  const days = daysIn(text, sentAt);
  const told = days.filter(
    one =>
      RETURNS.test(text.slice(Math.max(0, one.start - 60), one.start)) ||
      UNTIL_AFTER.test(text.slice(one.start + one.text.length)),
  );
  return told.at(-1)?.date;
}
