import { describe, expect, it } from 'vitest';
import { decideUnattended } from '#functions/decide-unattended/decide-unattended.ts';
import { requestApproval } from '#functions/request-approval/request-approval.ts';
import { scoreCandidates } from '#functions/score-candidates/score-candidates.ts';
import { shortlistCandidates } from '#functions/shortlist-candidates/shortlist-candidates.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { aCandidate, at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { isFault } from '#test/support/product/faults.ts';
import { sesTellsOfSends } from '#test/support/product/hours.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const bela = { platform: 'instagram', handle: 'bela' } as const;
const stakeholders = ['marketing@meadow.example', 'founder@meadow.example'];

async function waiting(approval: CampaignSpecInput['approval'] = { mode: 'person', withinHours: 48 }) {
  const product = await freshProduct();
  await withCampaign(product, aCampaign({ spec: aSpec({ approval, stakeholders }), status: 'measuring' }));
  await product.candidates.putAll([
    aCandidate({ name: 'Asha <script>' }),
    aCandidate({ influencerId: 'i2', name: 'Bela', profiles: [bela] }, { profile: bela }),
  ]);
  await scoreCandidates(product)({ campaignId: 'c1', influencerIds: ['i1', 'i2'], at });
  await shortlistCandidates(product)({ campaignId: 'c1', at });
  return product;
}
const ask = (product: Product, taskToken = 'approval-token') =>
  requestApproval(product)({ campaignId: 'c1', taskToken, at });
const recipients = ({ mailer }: Product) => mailer.sent.map(({ mail }) => mail.to.address);

describe('asking for approval', () => {
  it('keeps the token and tells every stakeholder who is best and until when', async () => {
    const product = await waiting();
    await ask(product);
    expect((await product.campaigns.get('c1')).approval).toEqual({ deadline: days(2), taskToken: 'approval-token' });
    expect(recipients(product)).toEqual(stakeholders);
    const [{ mail } = { mail: undefined }] = product.mailer.sent;
    expect(mail?.text).toContain('Bela');
    expect(mail?.html).toContain('Asha &lt;script&gt;');
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).toContain('https://go.meadow.example/console');
  });

  it('whenever the process dies, the retry keeps its own token and mails nobody twice', async () => {
    await killedEverywhere(waiting, ask, async product => {
      await sesTellsOfSends(product, at);
      await ask(product, 'second-token');
      expect((await product.campaigns.get('c1')).approval?.taskToken).toBe('second-token');
      expect(new Set(recipients(product)).size).toBe(recipients(product).length);
    });
  });

  it('is tried again when SES takes no mail at the moment, and sends only what is missing', async () => {
    const product = await waiting();
    product.mailer.next.push({ kind: 'throttled' });
    await expect(ask(product)).rejects.toSatisfy(isFault('send-uncertain'));
    await ask(product, 'second-token');
    expect(recipients(product).toSorted()).toEqual(stakeholders.toSorted());
  });

  it('does not fail the campaign for a mail that may be out', async () => {
    const product = await waiting();
    product.mailer.next.push({ kind: 'uncertain', because: 'the connection broke' });
    await ask(product);
    await ask(product);
    expect(recipients(product)).toEqual(stakeholders);
  });

  it('of a redriven campaign waits again', async () => {
    const product = await waiting();
    await product.campaigns.change('c1', { status: 'failed' });
    await ask(product);
    expect(await product.campaigns.get('c1')).toMatchObject({ status: 'awaiting-approval' });
  });

  it('of a cancelled campaign asks nobody', async () => {
    const product = await waiting();
    await product.campaigns.change('c1', { status: 'cancelled' });
    await ask(product);
    expect(recipients(product)).toEqual([]);
  });
});

describe('when nobody decides in time', () => {
  const decide = (product: Product) => decideUnattended(product)({ campaignId: 'c1', at: days(2) });

  it('the shortlist is approved where the campaign says so', async () => {
    const product = await waiting({ mode: 'person', withinHours: 48, onDeadline: 'approve' });
    await ask(product);
    expect(await decide(product)).toEqual({ approved: true });
    expect((await product.campaigns.get('c1')).approval).toEqual({ deadline: days(2), decidedAt: days(2) });
  });

  it('the campaign is cancelled where it says that, and says why; deciding again says the same', async () => {
    const product = await waiting({ mode: 'person', withinHours: 48, onDeadline: 'cancel' });
    expect(await decide(product)).toEqual({ approved: false });
    expect(await decide(product)).toEqual({ approved: false });
    expect(await product.campaigns.get('c1')).toMatchObject({
      status: 'cancelled',
      failure: 'Nobody approved the shortlist before the deadline.',
    });
  });

  it('nothing is approved that the ops team has cancelled', async () => {
    const product = await waiting();
    await product.campaigns.change('c1', { status: 'cancelled' });
    expect(await decide(product)).toEqual({ approved: false });
  });
});
