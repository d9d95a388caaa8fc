import { describe, expect, test } from 'vitest';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { deliver } from '#shared/operations/deliver.ts';
import { experimentSoFar } from '#shared/operations/experiment.ts';
import { variantFor } from '#shared/operations/own-letter.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, withCampaign } from '#test/support/product/product.ts';

const saying = (outreach: Partial<CampaignSpecInput['outreach']>, over: Partial<Campaign> = {}) =>
  aCampaign({ spec: aSpec({ outreach: { ...specInput().outreach, ...outreach } }), ...over });

async function mailed(campaign: Campaign, member: Collaboration, purpose: 'invitation' | 'follow-up', when = at) {
  const product = await freshProduct();
  await withCampaign(product, campaign, [member]);
  await deliver(product)(campaign, member, { purpose, number: 1 }, when);
  const [sent] = product.mailer.sent;
  return { mail: sent?.mail, now: await product.collaborations.get('c1', member.influencerId) };
}

describe('a campaign with words of its own', () => {
  const campaign = saying({
    messages: {
      invitation: { subject: '{{ name }} x {{ brand.name }}', text: 'We thought of you, {{ name }}.\n\nShall we?' },
      'follow-up': { text: 'Still {{ offer }} for you, {{ name }}.' },
    },
  });

  test('sends them instead of ours; offer, button and the way out stay', async () => {
    const { mail } = await mailed(campaign, aMember('shortlisted'), 'invitation');
    expect(mail?.subject).toBe('Asha Rao x Meadow Botanics');
    expect(mail?.text).toContain('We thought of you, Asha Rao.');
    expect(mail?.text).not.toContain('We are preparing a campaign');
    for (const kept of ['₹4,000', 'https://go.meadow.example/o/', '14 Lane 6', '/u/'])
      expect(mail?.text).toContain(kept);
  });

  test('follows up in the same thread, under the same subject', async () => {
    const sent = [{ purpose: 'invitation', number: 1, at }] as const;
    const { mail } = await mailed(campaign, aMember('invited', { sent }), 'follow-up', days(3));
    expect(mail?.subject).toBe('Asha Rao x Meadow Botanics');
    expect(mail?.text).toContain('Still ₹4,000');
  });

  test('writes in our words to those who read another language', async () => {
    const { mail } = await mailed(campaign, aMember('shortlisted', { language: 'hi' }), 'invitation');
    expect(mail?.text).not.toContain('We thought of you');
    expect(mail?.text).toMatch(/\p{Script=Devanagari}/u);
  });
});

describe('an experiment', () => {
  const campaign = saying({ experiment: { b: { subject: 'B for {{ name }}', text: 'The second way.' } } });
  const members = Array.from({ length: 200 }, (_, n) => anotherMember(n, 'shortlisted'));
  const lot = (over: Partial<Campaign> = {}) => members.map(member => variantFor({ ...campaign, ...over }, member));

  test('deals both ways out alike, and to each person always the same', () => {
    expect(lot()).toEqual(lot());
    const b = lot().filter(variant => variant === 'b').length;
    expect(b).toBeGreaterThan(75);
    expect(b).toBeLessThan(125);
  });

  test('writes as dealt and remembers which it was', async () => {
    const ofB = members[lot().indexOf('b')];
    const ofA = members[lot().indexOf('a')];
    if (!ofA || !ofB) throw new Error('both ways are dealt');
    const [a, b] = [await mailed(campaign, ofA, 'invitation'), await mailed(campaign, ofB, 'invitation')];
    expect(b.mail?.subject).toBe(`B for ${ofB.name}`);
    expect(b.mail?.text).toContain('The second way.');
    expect(a.mail?.text).not.toContain('The second way.');
    expect([a.now.sent[0]?.variant, b.now.sent[0]?.variant]).toEqual(['a', 'b']);
  });

  test('writes to everybody as the winner does, once there is one', () => {
    const tally = { sent: 9, decided: 9, successes: 1 };
    const won = lot({ experiment: { a: tally, b: tally, evidence: 25, winner: 'b' } });
    expect(new Set(won)).toEqual(new Set(['b']));
  });

  test('leaves those out who read another language', () => {
    expect(variantFor(campaign, aMember('shortlisted', { language: 'hi' }))).toBeUndefined();
    expect(variantFor(aCampaign(), aMember('shortlisted'))).toBeUndefined();
  });

  test('counts interest within a week; later interest and silence are none, and what is open stays open', () => {
    const invited = (n: number, variant: 'a' | 'b', interestedAt?: string) =>
      anotherMember(n, 'invited', {
        sent: [{ purpose: 'invitation', number: 1, at, variant }],
        ...(interestedAt !== undefined && { interestedAt }),
      });
    const all = [invited(1, 'a', days(2)), invited(2, 'b', days(8)), invited(3, 'a'), invited(4, 'b')];
    expect(experimentSoFar(all, days(5))).toMatchObject({
      a: { sent: 2, decided: 1, successes: 1 },
      b: { sent: 2, decided: 0, successes: 0 },
    });
    expect(experimentSoFar(all, days(9))).toMatchObject({
      a: { sent: 2, decided: 2, successes: 1 },
      b: { sent: 2, decided: 2, successes: 0 },
    });
  });
});
