import { parseNumber } from '#shared/domain/import/number-format.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface Entity {
  readonly type: string;
  readonly text: string;
  readonly resolution?: { readonly value?: string | null };
}
/** What is written and its number, null where it is none; or a sentence's entities, of which amounts in digits are read. */
interface NumberRow extends CorpusRow {
  readonly expected: number | null | readonly Entity[];
}

const isOfEntities = (row: NumberRow): row is NumberRow & { readonly expected: readonly Entity[] } =>
  Array.isArray(row.expected);

const isWrittenAmount = ({ type, text, resolution }: Entity): boolean =>
  type === 'currency' && /^\D*\d[\d.,\s]*\D*$/.test(text) && Number.isFinite(Number(resolution?.value ?? Number.NaN));

/** The number and what multiplies it; the currency's name is not this reader's business. */
const amountIn = (text: string): string =>
  /\d[\d.,\s]*(?:(?:k|m|b|mm|mn|bn|thousand|million|billion|lakhs?|lacs?|crores?)\b)?/i.exec(text)?.[0].trim() ?? '';

const isNear = (found: number | undefined, wanted: number): boolean =>
  found !== undefined && Math.abs(found - wanted) <= Math.abs(wanted) * 1e-9;

function misread(text: string, wanted: number | null | undefined): string | undefined {
  const found = parseNumber(text);
  const isRight = typeof wanted === 'number' ? isNear(found, wanted) : found === undefined;
  return isRight ? undefined : `${JSON.stringify(text)} read as ${found} instead of ${wanted ?? 'nothing'}`;
}

/** Numbers as people write them. Of a sentence's amounts each, without its sentence, must read as the stated value. */
export const score: CorpusScorer = rows =>
  scoreRows(
    (rows as NumberRow[]).flatMap(row => {
      if (!isOfEntities(row)) return [row];
      const expected = row.expected.filter(isWrittenAmount);
      return expected.length > 0 ? [{ ...row, expected }] : [];
    }),
    row =>
      isOfEntities(row)
        ? row.expected.map(({ text, resolution }) => misread(amountIn(text), Number(resolution?.value))).find(Boolean)
        : misread(String(row.input ?? ''), row.expected as number | null),
  );
