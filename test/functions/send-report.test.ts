import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sendReport } from '#functions/send-report/send-report.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import type { Report } from '#shared/domain/report/report.ts';
import { at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { isFault } from '#test/support/product/faults.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const stakeholders = ['marketing@meadow.example', 'founder@meadow.example'];
const spec = aSpec({ stakeholders });

async function world(campaign = aCampaign({ spec })) {
  const product = await freshProduct();
  const post = {
    url: 'https://www.instagram.com/p/DaBcDeF/',
    publishedAt: days(5),
    checkedAt: days(6),
    disclosure: { found: true, label: '#ad', problems: [] },
    mentionsLinkOrCoupon: true,
  };
  await withCampaign(product, campaign, [
    aMember({ status: 'verified', since: days(6), terms: someTerms(), post }, { name: '=HYPERLINK("x")' }),
    anotherMember(2, 'invited'),
  ]);
  await product.posts.put('c1', 'i1', { url: post.url, at: days(6), likes: 210, comments: 14 });
  for (const day of [1, 2, 3])
    await product.snapshots.put({
      campaignId: 'c1',
      at: days(day),
      funnel: { invited: 2 },
      spend: day * 100_000,
      committed: 400_000,
      clicks: day * 5,
      orders: day,
      revenue: day * 90_000,
      engagements: day * 70,
      views: 0,
      brandFollowers: { 'instagram:meadow.botanics': 12_000 + day },
    });
  await product.attention.raise({
    campaignId: 'c1',
    id: 'a1',
    raisedAt: at,
    because: 'they ask something',
    options: ['answer'],
  });
  return product;
}
const send = (product: Product, kind: 'kick-off' | 'progress' | 'final' = 'progress', when = days(7)) =>
  sendReport(product)({ campaignId: 'c1', kind, at: when });
const recipients = ({ mailer }: Product) => mailer.sent.map(({ mail }) => mail.to.address);

describe('a report', () => {
  it('goes to every stakeholder with charts in the mail and the numbers attached', async () => {
    const product = await world();
    expect(await send(product)).toEqual({ recipients: 2 });
    expect(recipients(product)).toEqual(stakeholders);
    const [{ mail } = { mail: undefined }] = product.mailer.sent;
    const parsed = await PostalMime.parse(mail ? await composeMail(mail) : '');
    const pictures = parsed.attachments.filter(({ mimeType }) => mimeType === 'image/png');
    expect(pictures.length).toBeGreaterThan(0);
    for (const { content, contentId } of pictures) {
      expect([...new Uint8Array(content as ArrayBuffer).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(parsed.html).toContain(`cid:${contentId?.replace(/[<>]/g, '')}`);
    }
    const csv = parsed.attachments.find(({ mimeType }) => mimeType === 'text/csv');
    expect(csv?.filename).toMatch(/^c1-progress-\d+\.csv$/);
    expect(new TextDecoder().decode(csv?.content as ArrayBuffer)).not.toMatch(/^"?=HYPERLINK/m);
    expect(parsed.text).toContain('they ask something');
  });

  it('is kept as JSON and CSV, and remembered', async () => {
    const product = await world();
    await send(product);
    const [json = '', csv = ''] = ['json', 'csv'].map(end =>
      [...product.files.kept.keys()].find(key => key.endsWith(end)),
    );
    expect(json).toMatch(/^reports\/c1\/progress-\d+\.json$/);
    expect(csv).toMatch(/^reports\/c1\/progress-\d+\.csv$/);
    const report: Report = JSON.parse(await product.files.readText(json, 1_000_000));
    expect(report).toMatchObject({ kind: 'progress', campaign: { id: 'c1', budget: inr(20_000) } });
    expect(await product.campaigns.get('c1')).toMatchObject({ lastReportAt: days(7), status: 'running' });
  });

  it('is sent once, however often the step is tried', async () => {
    const product = await world();
    product.mailer.next.push({ kind: 'sent', sesMessageId: 'first' }, { kind: 'throttled' });
    await expect(send(product)).rejects.toSatisfy(isFault('send-uncertain'));
    await send(product);
    await send(product);
    expect(recipients(product)).toEqual(stakeholders);
  });

  it('of the next week is another one', async () => {
    const product = await world();
    await send(product);
    await send(product, 'progress', days(14));
    expect(recipients(product)).toHaveLength(4);
  });

  it('of a campaign in which nothing has happened yet can be drawn', async () => {
    const product = await freshProduct();
    await withCampaign(product, aCampaign({ spec, status: 'awaiting-approval' }));
    expect(await send(product, 'kick-off', at)).toEqual({ recipients: 2 });
  });

  it('that is final ends the campaign', async () => {
    const product = await world();
    await product.campaigns.change('c1', { status: 'settling' });
    await send(product, 'final', days(44));
    expect(await product.campaigns.get('c1')).toMatchObject({ status: 'finished' });
  });

  it('never brings back what was cancelled', async () => {
    const product = await world();
    await product.campaigns.change('c1', { status: 'cancelled' });
    await send(product, 'final', days(44));
    expect(await product.campaigns.get('c1')).toMatchObject({ status: 'cancelled' });
  });
});
