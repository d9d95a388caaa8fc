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
  readonly js_supported?: boolean;
}

/** Our name of the source's types. */
const typeOfFind: Readonly<Record<string, Entity['type']>> = {
  currency: 'money',
  phonenumber: 'phone',
  boolean: 'answer',
};
const ourType = (type: string): string => typeOfFind[type] ?? type;

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

const modelOf = (row: EntityRow): string => row.id.split('/').at(-2) ?? row.source;

/** A row of one model is about its type; any other is about the types that it expects, or about all. */
const isAbout = (row: EntityRow, { type }: Entity): boolean => {
  const model = typeOfModel[modelOf(row)];
  if (model !== undefined) return type === model;
  return row.expected.length === 0 || row.expected.some(one => ourType(one.type) === type);
};

/** Same amount in the same currency: by code where the source gives one, else by its name. */
const isSameMoney = (found: Extract<Entity, { type: 'money' }>, { resolution }: Find): boolean =>
  Math.abs(found.value - Number(resolution?.value)) < 1e-6 * Math.max(1, found.value) &&
  (resolution?.isoCurrency
    ? found.currency === resolution.isoCurrency
    : (resolution?.unit ?? '').toLowerCase().includes(found.unit));

function isSame(found: Entity, wanted: Find): boolean {
  if (found.type !== ourType(wanted.type) || found.text.toLowerCase() !== wanted.text.toLowerCase()) return false;
  if (found.type === 'money') return isSameMoney(found, wanted);
  return found.type !== 'answer' || found.value === wanted.resolution?.value;
}

/** Rows that the source's own JavaScript version handles. Exact: the same list, with values for money and yes or no. */
export const score: CorpusScorer = async rows => {
  const known = (rows as EntityRow[]).filter(row => row.js_supported !== false);
  const result = await scoreRows(
    known.map(row => ({ ...row, source: modelOf(row) })),
    row => {
      const { input, expected } = row;
      const found = entitiesIn(input.text).filter(entity => isAbout(row, entity));
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
