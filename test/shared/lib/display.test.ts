import { expect, test } from 'vitest';
import {
  localeFor,
  showCompact,
  showDates,
  showHandle,
  showInstant,
  showMoney,
  showPercent,
  showSlot,
} from '#shared/lib/display.ts';

const india = { locale: localeFor('en', 'INR'), timeZone: 'Asia/Kolkata' };

test('numbers are grouped as the currency’s country does', () => {
  expect(showMoney({ minor: 12_345_600, currency: 'INR' }, india)).toBe('₹1,23,456');
  expect(showMoney({ minor: 12_345_650, currency: 'USD' }, { locale: localeFor('en', 'USD') })).toBe('$123,456.50');
  expect(showMoney({ minor: 123_456, currency: 'JPY' }, { locale: localeFor('en', 'JPY') })).toContain('123,456');
});

test('a currency of no single country is shown in the language’s own way', () => {
  expect(showMoney({ minor: 100_000, currency: 'EUR' }, { locale: localeFor('en', 'EUR') })).toBe('€1,000');
});

test('axes are short', () => {
  expect(showCompact(412_860, india, 'INR')).toBe('₹4.1L');
  expect(showCompact(6132, india)).toBe('6.1K');
});

test('days that share a month are written as a range', () => {
  expect(showDates({ from: '2026-12-07', to: '2026-12-14' }, india).replace(/\s/g, ' ')).toBe('7–14 December 2026');
});

test('instants and slots are told in the reader’s zone, which is named', () => {
  expect(showInstant('2026-12-14T20:00:00Z', india)).toBe('15 December 2026 at 1:30 am IST');
  expect(showSlot({ from: '2026-11-24T09:30:00Z', to: '2026-11-24T09:50:00Z' }, india)).toContain('3:00');
});

test('fractions become percentages', () => {
  expect(showPercent(0.0456, india)).toBe('4.6%');
});

test.each([
  [{ platform: 'instagram', handle: 'meera' }, '@meera'],
  [{ platform: 'blog', handle: 'meera.example/food' }, 'meera.example/food'],
  [{ platform: 'youtube', handle: 'UCabcdefghijklmnopqrstuv' }, 'UCabcdefghijklmnopqrstuv'],
] as const)('%j is shown as %s', (profile, shown) => {
  expect(showHandle(profile)).toBe(shown);
});
