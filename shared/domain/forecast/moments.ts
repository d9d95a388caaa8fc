import type { Rates } from './rates.ts';

/**
 * Answers to the first mail and to each follow-up, as a share of all answers to three mails: Belkins counts +49 % by the first and
 * +9 % by the second of 11 million mails, and fewer after a third, so that one brings nothing.
 */
const sharesOfMails = [1, 0.49, 0.09].map(share => share / 1.58);

/** Half answer within this many days of the mail that they answer; the spread is that of the logarithm. Own estimates. */
const answerDays = { median: 0.8, spread: 0.9 };
/** From an agreement until the earliest post: the brief, and making it. Own estimate. */
const makingDays = 3;
/** Who is late after that posts within as many days. */
const lateDays = 6;

export interface Chance {
  readonly uniform: () => number;
  readonly normal: () => number;
}

/** Days after their invitation on which they answer; undefined if they never do. */
export function answersAfter(
  followUpsAfterDays: readonly number[],
  { answers }: Pick<Rates, 'answers'>,
  { uniform, normal }: Chance,
): number | undefined {
  let luck = uniform() / answers;
  let mailed = 0;
  for (const [mail, share] of sharesOfMails.entries()) {
    if (mail > 0) {
      const gap = followUpsAfterDays[mail - 1];
      if (gap === undefined) return undefined;
      mailed += gap;
    }
    luck -= share;
    if (luck < 0) return mailed + answerDays.median * Math.exp(answerDays.spread * normal());
  }
  return undefined;
}

/** When a post is up that was agreed on `day`, within the dates of the brief if they can still be met. All in days after the start. */
export function postedOn(day: number, dates: { readonly from: number; readonly to: number }, chance: number): number {
  const earliest = Math.max(dates.from, day + makingDays);
  return earliest <= dates.to ? earliest + chance * (dates.to - earliest) : earliest + chance * lateDays;
}
