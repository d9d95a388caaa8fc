import { newTextOf } from '#shared/domain/listening/new-text.ts';
import { understand } from '#shared/domain/listening/understand.ts';
import type { Intent } from '#shared/domain/message.ts';
import { currencyDigits } from '#shared/domain/money.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

/** `amount` and `upTo` are in major units. Dates count from Monday, 12 January 2026. */
export interface IntentRow extends CorpusRow {
  readonly half?: 'tune' | 'held-out';
  readonly input: { readonly text: string };
  readonly expected: {
    readonly intent: Intent;
    readonly amount?: number;
    readonly upTo?: number;
    readonly currency?: string;
    readonly until?: string;
  };
}

const AT = '2026-01-12T10:00:00.000Z';

/** The intent and every stated detail of an answer. Per source means: rows used to tune the rules, and rows that were not. */
export const score: CorpusScorer = async rows => {
  const answers = (rows as IntentRow[]).map(row => ({ ...row, source: row.half ?? row.source }));
  let intents = 0;
  const result = await scoreRows(answers, ({ input, expected }) => {
    const { intent, ask, until } = understand(newTextOf(input.text), { at: AT });
    if (intent !== expected.intent)
      return `${expected.intent} read as ${intent}: ${JSON.stringify(input.text.slice(0, 80))}`;
    intents += 1;
    const scale = ask?.currency ? 10 ** (currencyDigits(ask.currency) ?? 2) : 1;
    const found = {
      amount: ask && ask.amount / scale,
      upTo: ask?.upTo && ask.upTo / scale,
      currency: ask?.currency,
      until,
    };
    const wrong = (['amount', 'upTo', 'currency', 'until'] as const).find(
      name => expected[name] !== undefined && expected[name] !== found[name],
    );
    return (
      wrong && `${wrong} is ${found[wrong]} instead of ${expected[wrong]}: ${JSON.stringify(input.text.slice(0, 80))}`
    );
  });
  return { ...result, extra: { intentsRight: intents } };
};
