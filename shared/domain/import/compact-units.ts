/**
 * How each language shortens large numbers ("12,3 mil", "1,2 mi", "10,5 rb", "3.5 કરોડ"), asked of the Unicode tables that
 * come with JavaScript: what platforms and spreadsheets print is made from the same tables. India's languages come first.
 */
const languages =
  'en en-GB hi bn mr gu ta te kn ml pa ur ne de fr es pt pt-PT it nl pl ru uk tr sv da nb fi cs sk hu ro bg el id vi th ar fa he fil ca hr sr sl lt lv et';

const exponents = [3, 4, 5, 6, 7, 9, 12];
/** One of each plural form. */
const multiples = [1, 1.2, 2, 5];

type Found = readonly [word: string, factor: number];

function wordsOf(language: string, compactDisplay: 'short' | 'long'): Found[] {
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    notation: 'compact',
    compactDisplay,
    maximumSignificantDigits: 4,
    useGrouping: false,
  });
  return exponents.flatMap(exponent =>
    multiples.flatMap((multiple): Found[] => {
      const value = multiple * 10 ** exponent;
      const parts = format.formatToParts(value);
      const word = unitKey(parts.find(({ type }) => type === 'compact')?.value ?? '');
      const shown = Number(parts.map(part => digitsOf(part)).join(''));
      // A single Latin letter means a thousand here and a billion there; "mille" alone has no number before it.
      return /^[a-z]?\.?$/.test(word) || shown === 0 ? [] : [[word, 10 ** Math.round(Math.log10(value / shown))]];
    }),
  );
}

const digitsOf = ({ type, value }: Intl.NumberFormatPart): string =>
  type === 'integer' || type === 'fraction' ? value : type === 'decimal' ? '.' : '';

/** A word of that table as it is looked for: "Mio." and "mio." are one. */
export const unitKey = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

let known: ReadonlyMap<string, number> | undefined;

function table(): ReadonlyMap<string, number> {
  const factors = new Map<string, Set<number>>();
  for (const language of languages.split(' ')) {
    for (const [word, factor] of [...wordsOf(language, 'short'), ...wordsOf(language, 'long')])
      factors.set(word, (factors.get(word) ?? new Set()).add(factor));
  }
  // What two languages understand differently says nothing.
  return new Map([...factors].flatMap(([word, of]) => (of.size === 1 ? [[word, ...of] as [string, number]] : [])));
}

/** What a word behind a number multiplies it by in some language, or undefined where none knows it or two disagree. */
export function compactFactor(word: string): number | undefined {
  known ??= table();
  return known.get(unitKey(word)) ?? known.get(unitKey(word).replace(/\.$/, ''));
}
