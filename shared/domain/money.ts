import { code as currencyByCode } from 'currency-codes';

/** An amount in minor units (paise, cents) of an ISO 4217 currency. Never a float of major units. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export const money = (minor: number, currency: string): Money => ({ minor: Math.round(minor), currency });

/** Decimal digits of a currency's minor unit (INR 2, JPY 0, KWD 3), or undefined for an unknown code. */
export function currencyDigits(currency: string): number | undefined {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = currencyByCode(currency)?.digits;
  if (digits !== undefined) digitsOf.set(currency, digits);
  return digits;
}

/** The package walks through its whole list for each question. */
const digitsOf = new Map<string, number>();

/** Reads a decimal string ("1350.00", "-10") into minor units without going through a float; undefined when it is no amount. */
export function parseDecimal(text: string, currency: string): Money | undefined {
  const digits = currencyDigits(currency);
  const match = /^\s*(-?)(\d{1,15})(?:\.(\d+))?\s*$/.exec(text);
  if (digits === undefined || !match) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  // Shops send trailing zeros ("1350.000"); a non-zero digit beyond the minor unit is no amount of this currency.
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? { minor: sign ? -minor : minor, currency } : undefined;
}

/** Major units as a number, for display and ratios only. */
export const major = (amount: Money): number => amount.minor / 10 ** (currencyDigits(amount.currency) ?? 2);

/** "₹1,23,456.00" in the reader's locale. */
export function formatMoney(amount: Money, locale = 'en-IN'): string {
  const whole = amount.minor % 10 ** (currencyDigits(amount.currency) ?? 2) === 0;
  return formatter(locale, amount.currency, whole).format(major(amount));
}

/** Making one takes 30 µs, using it 1 µs; a forecast names many amounts. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${whole}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(whole && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
  });
  formatters.set(key, made);
  return made;
}
