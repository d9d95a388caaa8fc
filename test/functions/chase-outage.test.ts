import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plusMinutes } from '#shared/domain/time.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { chase, mailsOf } from '#test/support/product/hours.ts';
import { anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** 8 mails a day over a window of 8 hours: one an hour. */
const dailyMails = 8;
const spec = aSpec({
  period: { startsOn: '2026-03-01', endsOn: '2026-07-31' },
  outreach: {
    sender: { name: 'Asha Kulkarni', address: 'asha@meadow.example' },
    dailyMails,
    warmUp: { startsAt: dailyMails, growsBy: 1 },
  },
});
const invited = (n: number) =>
  anotherMember(n, 'invited', { sent: [{ purpose: 'invitation', number: 1, at }], nextActionAt: days(3) });

/** What went out in each hour of the first days after `from`. */
async function hourly(product: Product, from: string, hours: number): Promise<string[][]> {
  const sent: string[][] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    const before = product.mailer.sent.length;
    await chase(product, plusMinutes(from, hour * 60));
    sent.push(mailsOf(product).slice(before));
  }
  return sent;
}

const breaks = {
  outage: async () => undefined,
  pause: async (product: Product) => {
    await product.campaigns.change('c1', { paused: true });
    for (let day = 3; day < 6; day += 1) await chase(product, days(day));
    await product.campaigns.change('c1', { paused: false });
  },
};

it.each(Object.entries(breaks))(
  'after an %s nobody gets two mails at once, caps hold, and the rest is spread',
  async (_, happens) => {
    const anyBreak = fc.record({ people: fc.integer({ min: 1, max: 14 }), lasts: fc.integer({ min: 6, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(anyBreak, async ({ people, lasts }) => {
        const product = await freshProduct();
        await withCampaign(
          product,
          aCampaign({ spec }),
          Array.from({ length: people }, (_, n) => invited(n)),
        );
        await happens(product);
        const hours = await hourly(product, days(lasts), 5 * 24);
        const perHour = dailyMails / 8;
        for (const mails of hours) expect(mails.length).toBeLessThanOrEqual(perHour);
        for (let day = 0; day < 5; day += 1)
          expect(hours.slice(day * 24, day * 24 + 24).flat().length).toBeLessThanOrEqual(dailyMails);
        // One each, however many reminders fell due meanwhile; after five days, with a weekend in them, everybody had theirs.
        const all = hours.flat();
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(people);
        expect(all.every(mail => mail.startsWith('follow-up 1 '))).toBe(true);
      }),
      { numRuns: 4 },
    );
  },
  120_000,
);
