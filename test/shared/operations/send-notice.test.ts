import { describe, expect, test } from 'vitest';
import { plusMinutes } from '#shared/domain/time.ts';
import { noticeOf, sendNotice } from '#shared/operations/send-notice.ts';
import { at } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { isFault } from '#test/support/product/faults.ts';
import { sesTellsOfSends } from '#test/support/product/hours.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const stakeholders = ['founder@meadow.example', 'marketing@meadow.example', 'founder@meadow.example'];
const campaign = aCampaign({ spec: aSpec({ stakeholders }) });
const report = {
  purpose: 'progress-report',
  number: 1,
  content: { subject: 'Report', html: '<p>5</p>', text: '5' },
} as const;

const running = async () => {
  const product = await freshProduct();
  await withCampaign(product, campaign);
  return product;
};
const send = (product: Product, when = at) => sendNotice(product)(campaign, report, when);
const recipients = ({ mailer }: Product) => mailer.sent.map(({ mail }) => mail.to.address);

describe('sendNotice', () => {
  test('goes to every stakeholder once, however often the step is tried', async () => {
    const product = await running();
    expect(await send(product)).toBe(2);
    expect(await send(product, plusMinutes(at, 30))).toBe(2);
    expect(recipients(product)).toEqual(['founder@meadow.example', 'marketing@meadow.example']);
  });

  test('every report has its own turn', async () => {
    const product = await running();
    await send(product);
    await sendNotice(product)(campaign, { ...report, number: 2 }, at);
    expect(product.mailer.sent).toHaveLength(4);
  });

  test('what is not out yet makes the step try again, which sends the rest only', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'throttled' });
    await expect(send(product)).rejects.toSatisfy(isFault('send-uncertain'));
    expect(recipients(product)).toEqual(['marketing@meadow.example']);
    expect(await send(product, plusMinutes(at, 1))).toBe(2);
    expect(recipients(product)).toEqual(['marketing@meadow.example', 'founder@meadow.example']);
  });

  test('an address that SES refuses stops nobody else', async () => {
    const product = await running();
    product.mailer.next.push({ kind: 'rejected', because: 'no such domain' });
    expect(await send(product)).toBe(1);
    expect(recipients(product)).toEqual(['marketing@meadow.example']);
  });

  test('died after SES took it: its Send event is the confirmation, nobody gets the report twice', async () => {
    const product = await running();
    const messages = { ...product.messages, markSent: async () => Promise.reject(new Error('killed')) };
    await expect(sendNotice({ ...product, messages })(campaign, report, at)).rejects.toThrow('killed');
    await sesTellsOfSends(product, at);
    expect(await send(product, plusMinutes(at, 60))).toBe(2);
    expect(recipients(product)).toEqual(['founder@meadow.example', 'marketing@meadow.example']);
  });

  test('says whose campaign it is', () => {
    expect(noticeOf(campaign)).toEqual({
      campaign: {
        id: 'c1',
        name: 'Monsoon Proof Skin',
        brand: 'Meadow Botanics',
        currency: 'INR',
        timeZone: 'Asia/Kolkata',
      },
      postalAddress: '14 Lane 6, Pune 411001, India',
    });
  });
});
