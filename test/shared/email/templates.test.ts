import { describe, expect, test } from 'vitest';
import { mailSamples } from '#shared/email/samples.ts';

/** Gmail cuts what is longer. */
const longestHtml = 102_000;

describe.each(Object.entries(mailSamples))('%s', (_, render) => {
  const { subject, html, text } = render();

  test('has a one-line subject, a text part and a markup part below the clipping limit of Gmail', () => {
    expect(subject).toMatch(/^[^\r\n]{10,180}$/);
    expect(text.length).toBeGreaterThan(150);
    expect(Buffer.byteLength(html)).toBeLessThan(longestHtml);
  });
});
