import { formatMoney, type Money } from '#shared/domain/money.ts';
import { wordsOf } from '#shared/email/letter.ts';
import { localeFor } from '#shared/lib/display.ts';

/** What we answer without a person, paragraph by paragraph, in their language. */

export function counterAnswer(language: string, asked: Money, offered: Money): string[] {
  const { answer } = wordsOf({ language });
  const locale = localeFor(language, offered.currency);
  return [answer.counter(formatMoney(asked, locale), formatMoney(offered, locale)), answer.counterAsk];
}

export const callAnswer = (language: string): string[] => [wordsOf({ language }).answer.call];
