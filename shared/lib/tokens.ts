/**
 * The visual language of everything we send and show: e-mails, pages, charts. One quiet palette, one type scale, one spacing unit.
 * Contrast of every text colour on `ground` and `surface` is at least 4.5:1 (WCAG AA); a test computes it.
 */
export interface Palette {
  /** Behind everything. */
  readonly ground: string;
  /** Cards and sheets. */
  readonly surface: string;
  /** Quotes, table heads, the track of a bar. */
  readonly sunken: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  /** Edges of form controls: 3:1 against `surface`. */
  readonly edge: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly warning: string;
  readonly danger: string;
  /** Lines and bars of a chart, 3:1 against `surface`; told apart by lightness too. */
  readonly series: readonly [string, string, string, string];
}

export const light: Palette = {
  ground: '#f6f4f0',
  surface: '#ffffff',
  sunken: '#f1eee8',
  text: '#1f1d1a',
  muted: '#625d55',
  line: '#e3ded5',
  edge: '#8a8479',
  accent: '#17594a',
  onAccent: '#ffffff',
  warning: '#8a4b08',
  danger: '#a3312a',
  series: ['#1d7460', '#b8612a', '#4a5fa5', '#8a5a83'],
};

export const dark: Palette = {
  ground: '#141311',
  surface: '#1e1c1a',
  sunken: '#2a2724',
  text: '#efebe4',
  muted: '#b0a99e',
  line: '#393530',
  edge: '#847d72',
  accent: '#8fd0bd',
  onAccent: '#0c241d',
  warning: '#e7b168',
  danger: '#f39a92',
  series: ['#5fb8a1', '#dd8f57', '#8d9fe0', '#c494bd'],
};

/** What the reader's own device has: no font is ever fetched. */
export const fontStack =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', 'Helvetica Neue', Arial, sans-serif";

/** Font sizes in px. */
export const size = { small: 13, note: 14, body: 16, lead: 18, heading: 19, title: 27, figure: 24 } as const;

/** Distances in px, multiples of 4. */
export const space = { xs: 4, s: 8, m: 16, l: 24, xl: 40 } as const;

export const radius = { control: 8, card: 14 } as const;
