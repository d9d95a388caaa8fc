/** What stands on price tags beside the signs that Unicode calls currencies, and is in no table. */
const onTags = 'rs re रु руб р грн дин лв kr. ks lek 원 円 元 บาท euro euros au$ c$ us$ us nz$ s$ hk$ cfa'.split(' ');

/** Languages whose writers have a sign of their own for their money. */
const athome =
  'ru-RUB uk-UAH bg-BGN sr-RSD vi-VND th-THB ko-KRW ja-JPY zh-CNY ar-AED ar-SAR ar-EGP he-ILS tr-TRY pl-PLN'.split(' ');

// One Latin letter behind a number multiplies it ("5 K", "5 L").
const isMark = (mark: string): boolean => !/^[a-z]$/.test(mark);
/** "5 km" is a distance and "5 ft" a height; "5 KM" and "5 Ft" are money of Bosnia and Hungary. */
const measures = ['km', 'ft', 'gr'];

const keyOf = (mark: string): string =>
  mark
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:]+$/, '');

function symbolOf(locale: string, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
  return keyOf(format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? '');
}

let marks: ReadonlySet<string> | undefined;

function allMarks(): ReadonlySet<string> {
  // A code is no sign, and in small letters a word: TOP, ALL, TRY.
  const english = Intl.supportedValuesOf('currency').flatMap(code =>
    [symbolOf('en', code, 'symbol'), symbolOf('en', code, 'narrowSymbol')].filter(mark => mark !== keyOf(code)),
  );
  const local = athome.map(pair => symbolOf(pair.slice(0, 2), pair.slice(3), 'symbol'));
  return new Set([...english, ...local, ...onTags].filter(isMark));
}

/** Whether something beside a number names its currency, in the tables of Unicode or on price tags: "zł", "R$", "Kč", "руб.". */
export function isCurrencyMark(text: string): boolean {
  marks ??= allMarks();
  return !measures.includes(text) && marks.has(keyOf(text));
}
