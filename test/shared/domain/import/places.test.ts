import { expect, test } from 'vitest';
import { countryCode, languageCode } from '#shared/domain/import/places.ts';

test.each([
  ['India', 'IN'],
  ['in', 'IN'],
  ['भारत', 'IN'],
  ['The Netherlands', 'NL'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['United Arab Emirates', 'AE'],
  ['Mumbai', undefined],
  ['XX', undefined],
  ['', undefined],
])('the country %s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});

test.each([
  ['Hindi', 'hi'],
  ['en-IN', 'en'],
  ['pt_BR', 'pt'],
  ['TA', 'ta'],
  ['Klingon', undefined],
  ['', undefined],
])('the language %s is %s', (text, code) => {
  expect(languageCode(text)).toBe(code);
});
