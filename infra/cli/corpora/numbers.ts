import { parseNumber } from '#shared/domain/import/number-format.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface Entity {
  readonly type: string;
  readonly text: string;
  readonly resolution?: { readonly value?: string | null };
}
interface EntityRow extends CorpusRow {
  readonly expected: readonly Entity[];
}

/** Amounts that are written in digits: the amount, without its sentence, must read as the stated value. */
export const score: CorpusScorer = rows =>
  scoreRows(
    (rows as EntityRow[])
      .map(row => ({ ...row, expected: row.expected.filter(isWrittenAmount) }))
      .filter(({ expected }) => expected.length > 0),
    ({ expected }) => {
      const wrong = expected.find(
        ({ text, resolution }) => !isNear(parseNumber(amountIn(text)), Number(resolution?.value)),
      );
      return (
        wrong &&
        `${JSON.stringify(wrong.text)} read as ${parseNumber(amountIn(wrong.text))} instead of ${wrong.resolution?.value}`
      );
    },
  );

const isWrittenAmount = ({ type, text, resolution }: Entity): boolean =>
  type === 'currency' && /^\D*\d[\d.,\s]*\D*$/.test(text) && Number.isFinite(Number(resolution?.value ?? Number.NaN));

/** The number and what multiplies it; the currency's name is not this reader's business. */
const amountIn = (text: string): string =>
  /\d[\d.,\s]*(?:(?:k|m|b|mm|mn|bn|thousand|million|billion|lakhs?|lacs?|crores?)\b)?/i.exec(text)?.[0].trim() ?? '';

const isNear = (found: number | undefined, wanted: number): boolean =>
  found !== undefined && Math.abs(found - wanted) <= Math.abs(wanted) * 1e-9;
