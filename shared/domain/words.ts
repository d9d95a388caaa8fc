/** "52,300"; by hand, since a score says a dozen of them and Intl takes a microsecond for each. */
export function count(value: number): string {
  const whole = Math.round(value);
  if (!(Math.abs(whole) >= 1000)) return String(whole);
  const thousands = Math.trunc(whole / 1000);
  return `${count(thousands)},${String(1000 + Math.abs(whole % 1000)).slice(1)}`;
}

/** "4.2 %" of 0.042. */
export const percent = (fraction: number, digits = 1): string => `${(fraction * 100).toFixed(digits)} %`;
