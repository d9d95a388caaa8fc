import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount, parseNumber, parseRate } from '#shared/domain/import/number-format.ts';

describe('counts', () => {
  test.each([
    ['12.3K', 12_300],
    ['12,3k', 12_300],
    ['1,2 M', 1_200_000],
    ['1.234 M', 1_234_000],
    ['1,23,456', 123_456],
    ['12,34,567.00', 1_234_567],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1\u202f234', 1234],
    ["1'234'567", 1_234_567],
    ['1.2 lakh', 120_000],
    ['1.5L', 150_000],
    ['3 crore', 30_000_000],
    ['2.5 cr.', 25_000_000],
    ['१२,३४५', 12_345],
    ['1.5 लाख', 150_000],
    ['12.3K followers', 12_300],
    ['~10k', 10_000],
    ['10K+', 10_000],
    ['1.2E+05', 120_000],
    ['9876', 9876],
    ['0', 0],
    ['12,3 mil seguidores', 12_300],
    ['1,2 mi de seguidores', 1_200_000],
    ['1,5 M d’abonnés', 1_500_000],
    ['10,5 rb pengikut', 10_500],
    ['12,5 B takipçi', 12_500],
    ['4,5 mln obserwujących', 4_500_000],
    ['15.3만명', 153_000],
    ['35 de mii', 35_000],
    ['Followers: 12.3K', 12_300],
    ["'1234", 1234],
    ['"1,234"', 1234],
  ])('%s is %d', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  test.each([
    '',
    '-',
    'N/A',
    'abc',
    '10k-20k',
    '5 to 10',
    '1,2,3',
    '12,345,6',
    '1.2.3',
    '-5',
    '4 %',
    '12 apples',
    'xyz 12',
    '..',
    '9'.repeat(80),
  ])('"%s" is none', text => {
    expect(parseCount(text)).toBeUndefined();
  });

  test('every whole number is read back from every usual way of grouping it', () => {
    const locale = fc.constantFrom(
      'en-US',
      'en-IN',
      'de-DE',
      'fr-FR',
      'de-CH',
      'pt-BR',
      'hi-IN-u-nu-deva',
      'ta-IN-u-nu-tamldec',
      'ar-EG',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), locale, (count, locale) => {
        // Eastern Arabic writes its own comma, which lists do not use.
        const text = new Intl.NumberFormat(locale).format(count).replaceAll('٬', ',');
        expect(parseCount(text)).toBe(count);
      }),
    );
  });
});

describe('rates are fractions', () => {
  test.each([
    ['4,5 %', 'fraction', 0.045],
    ['4.5%', 'fraction', 0.045],
    ['4.5', 'percent', 0.045],
    ['0.045', 'fraction', 0.045],
    ['3.125', 'percent', 0.03125],
    ['3.125%', 'percent', 0.03125],
    ['12 percent', 'fraction', 0.12],
    ['0', 'percent', 0],
  ] as const)('%s (%s) is %d', (text, bareIs, fraction) => {
    expect(parseRate(text, bareIs)).toBe(fraction);
  });

  test('junk and negative rates are none', () => {
    expect(parseRate('good', 'percent')).toBeUndefined();
    expect(parseRate('-4 %', 'percent')).toBeUndefined();
  });

  test('every percentage is read back from every usual way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'en-IN'),
        (hundredths, locale) => {
          const text = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
            hundredths / 10_000,
          );
          expect(parseRate(text, 'fraction')).toBeCloseTo(hundredths / 10_000, 10);
        },
      ),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['₹1,500', 1500],
    ['Rs. 15k', 15_000],
    ['INR 1,50,000', 150_000],
    ['1234,56 €', 1234.56],
    ['1.234,5', 1234.5],
    ['12,34,567.89', 1_234_567.89],
    ['$1.2M', 1_200_000],
    ['1500/-', 1500],
    ['-12.5', -12.5],
    ['50%', 0.5],
  ])('%s is %d', (text, amount) => {
    expect(parseNumber(text)).toBe(amount);
  });
});

test('no text throws, and whatever is read is a finite number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,' kKmM%₹-]{0,20}$/)), text => {
      for (const value of [parseCount(text), parseNumber(text), parseRate(text, 'percent')]) {
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }
    }),
  );
});

describe('large numbers as the tables of Unicode shorten them', () => {
  test.each('hi bn mr gu ta te kn ml pa ur de fr es pt it nl pl ru uk nb cs el vi th ar he'.split(' '))(
    'are read in %s, short and long',
    language => {
      for (const compactDisplay of ['short', 'long'] as const) {
        const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay });
        const values = [23_000, 230_000, 1_200_000, 35_000_000].filter(value => !isLetter(format.formatToParts(value)));
        for (const value of values) expect([format.format(value), parseCount(format.format(value))]).toContain(value);
      }
    },
  );

  /** One Latin letter is a thousand here and a billion there, and is read as English reads it. */
  const isLetter = (parts: Intl.NumberFormatPart[]): boolean =>
    parts.some(({ type, value }) => type === 'compact' && /^[a-z]\.?$/i.test(value));

  test('are unknown where two languages disagree', () => {
    expect(parseCount('5 tn')).toBeUndefined();
  });
});

describe('what names the currency beside a number', () => {
  test.each([
    ['2 499,00 zł', 2499],
    ['1 R$', 1],
    ['R$ 528,00', 528],
    ['850 руб.', 850],
    ['12,000원', 12_000],
    ['NT$ 1,160', 1160],
    ['Rp 1.550.000', 1_550_000],
    ['1.198,- kr', 1198],
    ['34,50 € *', 34.5],
  ])('is left out of %s', (text, amount) => {
    expect(parseNumber(text)).toBe(amount);
  });

  test.each(['rm50', 'kr12', '5 km', '6 ft', '12 top', '3 try'])('is no part of %s', text => {
    expect(parseNumber(text)).toBeUndefined();
  });
});
