import type { Collaboration } from '#shared/domain/collaboration.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { CallSlot } from '#shared/domain/outreach/call-slots.ts';
import { wordsOf } from '#shared/email/letter.ts';
import { spokenLanguage } from '#shared/email/words/languages.ts';
import { localeFor, showSlot } from '#shared/lib/display.ts';
import type { Countered } from './negotiate.ts';

/** What we answer without a person, paragraph by paragraph, in their language. */

export function counterAnswer({ collaboration: { language }, asked, offered }: Countered): string[] {
  const { answer } = wordsOf({ language });
  const locale = localeFor(spokenLanguage(language), offered.currency);
  return [answer.counter(formatMoney(asked, locale), formatMoney(offered, locale)), answer.counterAsk];
}

export function callBooked({ language, timeZone, offer }: Collaboration, slot: CallSlot): string[] {
  const locale = localeFor(spokenLanguage(language), offer.fee.currency);
  return [wordsOf({ language }).answer.callBooked(showSlot(slot, { locale, timeZone }))];
}

export function callOffAnswer({ language, timeZone, offer }: Collaboration, slot: CallSlot): string[] {
  const locale = localeFor(spokenLanguage(language), offer.fee.currency);
  return [wordsOf({ language }).answer.callOff(showSlot(slot, { locale, timeZone }))];
}

export const callAnswer = (language: string): string[] => [wordsOf({ language }).answer.call];
