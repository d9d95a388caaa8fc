import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, formatMoney, major, money, parseDecimal } from '#shared/domain/money.ts';

describe('money', () => {
  it('is whole minor units', () => {
    expect(money(1234.5, 'INR')).toEqual({ minor: 1235, currency: 'INR' });
  });

  it('knows the minor unit of each currency', () => {
    expect(['INR', 'JPY', 'KWD', 'XYZ'].map(currencyDigits)).toEqual([2, 0, 3, undefined]);
  });

  it.each([
    ['1350.00', 'INR', 135_000],
    ['-10', 'INR', -1000],
    [' 0.1 ', 'USD', 10],
    ['1350.000', 'INR', 135_000],
    ['12', 'JPY', 12],
    ['1.234', 'KWD', 1234],
  ])('reads %s %s as %i minor units', (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toEqual({ minor, currency });
  });

  it.each([
    ['1.005', 'INR'],
    ['1,350.00', 'INR'],
    ['', 'INR'],
    ['1e3', 'INR'],
    ['10', 'XYZ'],
    ['999999999999999.99', 'INR'],
    ['1234567890123456', 'INR'],
  ])('refuses %s %s', (text, currency) => {
    expect(parseDecimal(text, currency)).toBeUndefined();
  });

  it('reads back what it writes, without float error', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('INR', 'JPY', 'KWD'), (minor, currency) => {
        const amount = money(minor, currency);
        const text = major(amount).toFixed(currencyDigits(currency));
        expect(parseDecimal(text, currency)?.minor).toBe(minor + 0);
      }),
    );
  });

  it('is written in the reader’s way, without empty decimals', () => {
    expect(formatMoney(money(12_345_600, 'INR'))).toBe('₹1,23,456');
    expect(formatMoney(money(12_345_650, 'INR'))).toBe('₹1,23,456.50');
    expect(formatMoney(money(123_456, 'USD'), 'en-US')).toBe('$1,234.56');
    expect(formatMoney(money(500, 'JPY'), 'en-US')).toBe('¥500');
  });

  it('treats an unknown currency as having two decimals', () => {
    expect(major(money(150, 'XYZ'))).toBe(1.5);
    expect(formatMoney(money(150, 'XYZ'), 'en-US')).toContain('1.50');
  });
});
