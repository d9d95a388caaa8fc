import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '#shared/lib/tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
] as [string, Palette][])('the %s palette', (_, palette) => {
  const grounds = [palette.ground, palette.surface, palette.sunken];

  test.each(['text', 'muted', 'accent', 'warning', 'danger'] as const)(
    '%s is legible on every ground (4.5:1)',
    name => {
      for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('the words of a button are legible', () => {
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('edges of controls and lines of charts can be seen (3:1)', () => {
    for (const colour of [palette.edge, ...palette.series])
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});
