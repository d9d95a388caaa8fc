import { light } from '#shared/lib/tokens.ts';
import type { Paint } from './spec.ts';

/** For pictures in mails; light, because most mail programs show them on white. */
export const lightPaint: Paint = light;

/** For pages: the style sheet of the page gives the variables their light and dark values. */
export const pagePaint: Paint = {
  surface: 'var(--surface)',
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  sunken: 'var(--sunken)',
  series: ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'],
};
