import { type Entity, entitiesIn } from '#shared/domain/listening/entities.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface Find {
  readonly text: string;
  readonly type: string;
  readonly resolution?: {
    readonly value?: string | boolean | null;
    readonly unit?: string;
    readonly isoCurrency?: string;
  };
}
interface EntityRow extends CorpusRow {
  readonly input: { readonly text: string };
  readonly expected: readonly Find[];
  readonly js_supported: boolean;
}

/** Which of our types one of the source's models is about. */
const typeOfModel: Readonly<Record<string, Entity['type']>> = {
  CurrencyModel: 'money',
  PhoneNumberModel: 'phone',
  URLModel: 'url',
  EmailModel: 'email',
  MentionModel: 'mention',
  HashtagModel: 'hashtag',
  BooleanModel: 'answer',
};

const modelOf = (row: EntityRow): string => row.id.split('/').at(-2) ?? '';

/** Same amount in the same currency: by code where the source gives one, else by its name. */
const isSameMoney = (found: Extract<Entity, { type: 'money' }>, { resolution }: Find): boolean =>
  Math.abs(found.value - Number(resolution?.value)) < 1e-6 * Math.max(1, found.value) &&
  (resolution?.isoCurrency
    ? found.currency === resolution.isoCurrency
    : (resolution?.unit ?? '').toLowerCase().includes(found.unit));

function isSame(found: Entity, wanted: Find): boolean {
  if (found.text.toLowerCase() !== wanted.text.toLowerCase()) return false;
  if (found.type === 'money') return isSameMoney(found, wanted);
  return found.type !== 'answer' || found.value === wanted.resolution?.value;
}

/** Rows that the source's own JavaScript version handles. Exact: the same list, with values for money and yes or no. */
export const score: CorpusScorer = async rows => {
  const known = (rows as EntityRow[]).filter(row => row.js_supported);
  const result = await scoreRows(
    known.map(row => ({ ...row, source: modelOf(row) })),
    ({ id, input, expected }) => {
      const type = typeOfModel[id.split('/').at(-2) ?? ''];
      const found = entitiesIn(input.text).filter(entity => entity.type === type);
      const same =
        found.length === expected.length && found.every((entity, at) => expected[at] && isSame(entity, expected[at]));
      return same
        ? undefined
        : `found ${JSON.stringify(found.map(one => one.text))} instead of ${JSON.stringify(expected.map(one => one.text))}`;
    },
  );
  const falseFinds = known.filter(
    row => row.expected.length === 0 && result.failed.some(({ id }) => id === row.id),
  ).length;
  return {
    ...result,
    extra: { rowsWithNothingToFind: known.filter(row => row.expected.length === 0).length, falseFinds },
  };
};
