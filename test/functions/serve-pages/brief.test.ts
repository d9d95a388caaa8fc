import { describe, expect, it } from 'vitest';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { aMember } from '#test/support/product/members.ts';
import { asha, attention, open, post, world } from './page-world.ts';

describe('the brief', () => {
  const link = { code: 'k3v9x2m1qa', url: 'https://go.meadow.example/l/k3v9x2m1qa' };
  const briefed = () => aMember('briefed', { link, coupon: 'ASHA10' });

  it('shows terms, link, coupon and label', async () => {
    const { text } = await open(await world([briefed()]), 'b');
    for (const word of ['₹4,000', link.url, 'ASHA10', '#ad', 'humid day']) expect(text).toContain(word);
  });

  it('is confirmed, and confirmed again without harm', async () => {
    const given = await world([briefed()]);
    expect((await post(given, 'b', { answer: 'confirm' })).title).toBe('The brief is confirmed');
    expect((await post(given, 'b', { answer: 'confirm' }, days(2))).title).toBe('The brief is confirmed');
    expect(await asha(given)).toMatchObject({ status: 'confirmed', since: days(1) });
  });

  it('takes the address of the post, before or after it is confirmed', async () => {
    const given = await world([briefed()]);
    const url = 'https://www.instagram.com/reel/DaBcDeF/';
    expect((await post(given, 'b', { answer: 'post', url })).title).toBe('Thank you for your post');
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: url });
    expect((await open(given, 'b')).html('form')).toHaveLength(0);
  });

  it('says what stands when a second post is handed in, and claims nothing', async () => {
    const postUrl = 'https://www.instagram.com/reel/DaBcDeF/';
    const given = await world([aMember({ status: 'published', since: at, terms: someTerms(), postUrl }, { link })]);
    const { body, title } = await post(given, 'b', { answer: 'post', url: 'https://www.instagram.com/reel/OtHeR/' });
    expect(title).toBe('Your brief');
    expect(body).toContain('We have your post and are checking it');
    expect(await asha(given)).toMatchObject({ postUrl });
  });

  it.each([
    'instagram.com/p/x',
    'javascript:alert(1)',
    'ftp://x.example/p',
    '',
    `https://x.example/${'a'.repeat(3000)}`,
  ])('does not take "%s" for a post', async url => {
    const given = await world([briefed()]);
    const { status, body } = await post(given, 'b', { answer: 'post', url });
    expect(status).toBe(422);
    expect(body).toContain('starting with https://');
    expect(await asha(given)).toMatchObject({ status: 'briefed' });
  });

  it('is asked about: a person sees the words, reminders stop', async () => {
    const given = await world([briefed()]);
    expect((await post(given, 'b', { answer: 'question', question: 'Which shade?' })).title).toBe(
      'We have your question',
    );
    expect(await asha(given)).toMatchObject({ status: 'briefed', heldForPerson: expect.any(String) });
    expect(await attention(given)).toMatchObject([{ quote: 'Which shade?' }]);
  });

  it.each<[string, Collaboration, Campaign]>([
    ['withdrawn', aMember({ status: 'withdrawn', since: at, because: 'the campaign ended' }, { link }), aCampaign()],
    ['over', briefed(), aCampaign({ endsAt: days(0.5) })],
  ])('that is %s can not be confirmed any more, and says so', async (_, member, campaign) => {
    const given = await world([member], campaign);
    const { title, body } = await post(given, 'b', { answer: 'confirm' });
    expect(title).toBe('Your brief');
    expect(body).toContain('This collaboration has ended');
    expect((await asha(given)).status).toBe(member.status);
  });
});
