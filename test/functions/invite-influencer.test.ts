import { describe, expect, it } from 'vitest';
import { awaitCollaboration } from '#functions/await-collaboration/await-collaboration.ts';
import { inviteInfluencer } from '#functions/invite-influencer/invite-influencer.ts';
import type { Collaboration, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { advance } from '#shared/operations/advance.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { aCandidate, aPost, at, days, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { mailsOf } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

async function world(member: Collaboration = aMember('shortlisted'), campaign: Campaign = aCampaign()) {
  const product = await freshProduct();
  await withCampaign(product, campaign, [member]);
  await product.candidates.putAll([aCandidate()]);
  return product;
}
const invite = (product: Product, when = at) =>
  inviteInfluencer(product)({ campaignId: 'c1', influencerId: 'i1', at: when });
const asha = (product: Product) => product.collaborations.get('c1', 'i1');

describe('an invitation', () => {
  it('says why them, what we offer and how to answer or be left alone', async () => {
    const product = await world();
    expect(await invite(product)).toEqual({ status: 'invited' });
    const [{ mail, tags } = { mail: undefined, tags: undefined }] = product.mailer.sent;
    expect(mail?.text).toMatch(/Morning skincare routine/);
    expect(mail?.text).toContain('₹4,000');
    expect(mail?.text).toContain('14 Lane 6, Pune 411001, India');
    expect(mail?.replyTo).toMatch(/^r\+[0-9a-z]{16}\.[0-9a-z]{16}@reply\.meadow\.example$/);
    expect(mail?.unsubscribe?.url).toMatch(/^https:\/\/go\.meadow\.example\/u\//);
    expect(tags).toEqual({ thread: (await asha(product)).threadId, purpose: 'invitation', number: '1' });
    expect(await asha(product)).toMatchObject({ status: 'invited', since: at, nextActionAt: days(3) });
  });

  it('waits for a person where a post may not fit the brand, unless a person approved the shortlist', async () => {
    const doubtful = aCandidate({}, { posts: [aPost({ text: 'my betting app', url: 'https://x.example/p/1' })] });
    const scored = { ...doubtful, score: scoreCandidate(doubtful, scoringBrief(aSpec()), at) };
    const product = await world();
    await product.candidates.putAll([scored]);
    expect(await invite(product)).toEqual({ status: 'shortlisted' });
    expect(mailsOf(product)).toEqual([]);
    expect((await asha(product)).heldForPerson).toMatch(/may be gambling \("betting app", .*x\.example/);
    const approved = await world(undefined, aCampaign({ approval: { deadline: days(1), decidedAt: at } }));
    await approved.candidates.putAll([scored]);
    expect(await invite(approved)).toEqual({ status: 'invited' });
  });

  it('outside working hours waits for the chase, and the workflow goes on', async () => {
    const product = await world();
    expect(await invite(product, '2026-03-07T06:00:00.000Z')).toEqual({ status: 'shortlisted' });
    expect(mailsOf(product)).toEqual([]);
    expect(await asha(product)).toMatchObject({ nextActionAt: '2026-03-09T03:30:00.000Z' });
  });

  it.each<[string, Campaign]>([
    ['was cancelled', aCampaign({ status: 'cancelled' })],
    ['is out of time', aCampaign({ endsAt: days(-1) })],
  ])('of a campaign that %s in the same moment does not go out', async (_, campaign) => {
    const product = await world(aMember('shortlisted'), campaign);
    expect(await invite(product)).toEqual({ status: 'shortlisted' });
    expect(mailsOf(product)).toEqual([]);
  });

  it('goes to nobody who has moved on already', async () => {
    const product = await world(aMember('declined'));
    expect(await invite(product)).toEqual({ status: 'declined' });
    expect(mailsOf(product)).toEqual([]);
  });
});

describe('nobody is written to', () => {
  it('whose address is suppressed', async () => {
    const product = await world();
    await product.suppressions.add((await asha(product)).addressHash, 'complaint', at);
    expect(await invite(product)).toEqual({ status: 'excluded' });
    expect(await asha(product)).toMatchObject({ because: 'their address is suppressed (complaint)' });
  });

  const rivals = (category: string) =>
    aCampaign({ campaignId: 'c2', spec: aSpec({ brand: { ...specInput().brand, name: 'Dew & Co', category } }) });
  const engaged = (status: CollaborationStatus) => aMember(status, { campaignId: 'c2' });

  it('who works for another brand of the category', async () => {
    const product = await world();
    await withCampaign(product, rivals('skincare'), [engaged('confirmed')]);
    expect(await invite(product)).toEqual({ status: 'excluded' });
    expect(await asha(product)).toMatchObject({ because: 'they work for Dew & Co, also skincare' });
  });

  it.each<[string, Campaign, CollaborationStatus]>([
    ['whom a rival only asked', rivals('skincare'), 'invited'],
    ['whom a rival has lost', rivals('skincare'), 'declined'],
    ['who works for a brand of another category', rivals('phones'), 'confirmed'],
    ['who works for us in another campaign', aCampaign({ campaignId: 'c2' }), 'confirmed'],
  ])('but %s', async (_, campaign, status) => {
    const product = await world();
    await withCampaign(product, campaign, [engaged(status)]);
    expect(await invite(product)).toEqual({ status: 'invited' });
  });
});

describe('waiting', () => {
  const wait = (product: Product, waitFor: 'answer' | 'confirmation' | 'post', taskToken = 'token') =>
    awaitCollaboration(product)({ campaignId: 'c1', influencerId: 'i1', waitFor, taskToken, at });

  it('for an answer is over with the first one, once', async () => {
    const product = await world(aMember('invited'));
    await wait(product, 'answer');
    expect(product.waits.completed).toEqual([]);
    await advance(product)('c1', 'i1', { kind: 'asked', about: 'the fee', via: 'page' }, days(1));
    expect(product.waits.completed).toEqual([]);
    await advance(product)('c1', 'i1', { kind: 'accepted', terms: someTerms(), via: 'page' }, days(2));
    await advance(product)('c1', 'i1', { kind: 'withdrawn', because: 'a mistake' }, days(3));
    expect(product.waits.completed).toEqual([{ taskToken: 'token', output: { status: 'accepted' } }]);
  });

  it.each<[CollaborationStatus, 'answer' | 'confirmation' | 'post']>([
    ['accepted', 'answer'],
    ['declined', 'answer'],
    ['published', 'confirmation'],
    ['published', 'post'],
    ['withdrawn', 'post'],
  ])('is over at once where it is %s already (%s)', async (status, waitFor) => {
    const product = await world(aMember(status));
    await wait(product, waitFor);
    expect(product.waits.completed).toEqual([{ taskToken: 'token', output: { status } }]);
  });

  it('goes on for a corrected post after one was refused', async () => {
    const product = await world(aMember('published'));
    await advance(product)('c1', 'i1', { kind: 'post-refused', because: 'not labelled' }, days(1));
    await wait(product, 'post');
    await advance(product)('c1', 'i1', { kind: 'post-found', url: 'https://x.example/2', via: 'page' }, days(2));
    expect(product.waits.completed).toEqual([{ taskToken: 'token', output: { status: 'published' } }]);
  });

  it('of a repeated step uses the last token', async () => {
    const product = await world(aMember('invited'));
    await wait(product, 'answer', 'first');
    await wait(product, 'answer', 'second');
    await advance(product)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'page' }, days(1));
    expect(product.waits.completed).toEqual([{ taskToken: 'second', output: { status: 'declined' } }]);
  });

  it('does not disturb when the chase looks next', async () => {
    const product = await world(aMember('invited', { nextActionAt: days(3) }));
    await wait(product, 'answer');
    expect(await asha(product)).toMatchObject({ nextActionAt: days(3) });
  });
});
