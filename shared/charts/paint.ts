import { dark, light, type Palette } from '#shared/lib/tokens.ts';
import type { Paint } from './spec.ts';

const literal = ({ surface, text, muted, line, sunken, series }: Palette): Paint => ({
  surface,
  text,
  muted,
  line,
  sunken,
  series,
});

/** For pictures in mails; light, because most mail programs show them on white. */
export const lightPaint = literal(light);
export const darkPaint = literal(dark);

/** For pages: the style sheet of the page gives the variables their light and dark values. */
export const pagePaint: Paint = {
  surface: 'var(--surface)',
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  sunken: 'var(--sunken)',
  series: ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'],
};
