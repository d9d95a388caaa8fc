import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { aMember } from '#test/support/product/members.ts';
import { asha, open, post, versionOn, world } from './page-world.ts';

describe('the words of strangers', () => {
  const nasty = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`;

  it('are text on every page', async () => {
    const brand = { name: `Dew ${nasty}`, category: 'skincare', website: 'https://x.example', postalAddress: nasty };
    const spec = aSpec({ brand, objectives: [nasty] });
    const given = await world([aMember('briefed', { name: nasty, coupon: nasty })], aCampaign({ spec }));
    for (const page of ['o', 'b', 'u'] as const) {
      const { html } = await open(given, page);
      expect(html('script, img')).toHaveLength(0);
    }
    const { html } = await post(given, 'b', { answer: 'post', url: `https://x.example/${nasty}` });
    expect(html('script, img')).toHaveLength(0);
  });

  it('whatever they post, a page answers and no markup of theirs gets in', async () => {
    const given = await world();
    const version = await versionOn(given);
    const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant(nasty));
    const form = fc.record({
      answer: fc.constantFrom('accept', 'counter', 'question', 'call', 'details', 'nonsense'),
      version: fc.constantFrom('stale', `${version}x`),
      amount: word,
      note: word,
      question: word,
      slot: word,
    });
    await fc.assert(
      fc.asyncProperty(form, async fields => {
        const { status, html } = await post(given, 'o', fields);
        expect([200, 422]).toContain(status);
        expect(html('script, img')).toHaveLength(0);
        expect((await asha(given)).status).not.toBe('accepted');
      }),
      { numRuns: 40 },
    );
  });
});
