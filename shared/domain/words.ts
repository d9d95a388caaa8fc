const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** "52,300" */
export const count = (value: number): string => counts.format(value);

/** "4.2 %" of 0.042. */
export const percent = (fraction: number, digits = 1): string => `${(fraction * 100).toFixed(digits)} %`;
