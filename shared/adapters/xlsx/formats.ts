/** How a number is shown, as far as a list needs it: percentages, days and amounts keep what their format says. */

export type NumberFormat = 'plain' | 'percent' | 'date' | { readonly currency: string };

/** Built-in formats that are not written into the file (ECMA-376 part 1, 18.8.30). */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return id === 9 || id === 10 ? 'percent' : builtInDate(id) ? 'date' : 'plain';
  const currency = /\[\$([^\]-]+)[^\]]*\]/.exec(code)?.[1] ?? /\p{Sc}/u.exec(code)?.[0];
  if (currency !== undefined) return { currency: currency.trim() };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (bare.includes('%')) return 'percent';
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain';
}

/** Days are counted from 1899-12-30, because 1900 is taken for a leap year; workbooks of old Macs count from 1904. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const dayMs = 86_400_000;
/** The year 9999. */
const lastDay = 2_958_465;

export function shownNumber(raw: string, format: NumberFormat, epoch: keyof typeof epochs): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'percent') return `${tidy(value * 100)}%`;
  if (format === 'date' && value >= 0 && value <= lastDay) {
    const iso = new Date(epochs[epoch] + Math.round(value * dayMs)).toISOString();
    return Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  return typeof format === 'object' ? `${format.currency} ${tidy(value)}` : tidy(value);
}

/** 0.045 * 100 is 4.5 and not 4.499999999999999; long numbers such as phone numbers are written out. */
const tidy = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) >= 1e15 ? BigInt(Math.round(rounded)).toString() : String(rounded);
};
