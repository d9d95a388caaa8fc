import { describe, expect, it } from 'vitest';
import { advance } from '#shared/operations/advance.ts';
import { days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { mailsOf } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { asha, attention, open, post, versionOn, type World, world } from './page-world.ts';

describe('the offer', () => {
  it('shows what we propose, for how much, and every way to answer', async () => {
    const { status, html, text } = await open(await world(), 'o');
    expect(status).toBe(200);
    expect(text).toContain('₹4,000');
    const ways = html('input[name=answer]')
      .toArray()
      .map(input => html(input).attr('value'));
    expect(ways).toEqual(['accept', 'call', 'counter', 'question', 'details', 'decline']);
  });

  it('only looked at changes nothing', async () => {
    const given = await world();
    const before = await asha(given);
    await open(given, 'o');
    expect(await asha(given)).toEqual(before);
  });

  it('is accepted as it was read: the money is promised and the workflow goes on', async () => {
    const waiting = { taskToken: 'answer-token', whileIn: ['shortlisted', 'invited', 'negotiating'] } as const;
    const given = await world([aMember('invited', { waiting })]);
    const { status, title } = await post(given, 'o', { answer: 'accept', version: await versionOn(given) });
    expect([status, title]).toEqual([200, 'Agreed, thank you']);
    expect(await asha(given)).toMatchObject({ status: 'accepted', terms: someTerms() });
    expect((await given.campaigns.get('c1')).commitments.byInfluencer).toEqual({ i1: 400_000 });
    expect(given.waits.completed).toEqual([{ taskToken: 'answer-token', output: { status: 'accepted' } }]);
  });

  it('is accepted once, however often the button is pressed', async () => {
    const given = await world();
    const version = await versionOn(given);
    const presses = await Promise.all(
      [1, 2, 3].map(n => post(given, 'o', { answer: 'accept', version }, days(1 + n / 1e6))),
    );
    expect(presses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await asha(given)).toMatchObject({ status: 'accepted' });
    expect((await given.campaigns.get('c1')).commitments.committed).toBe(400_000);
  });

  it('that changed while it was open is not accepted unread', async () => {
    const given = await world();
    const version = await versionOn(given);
    await advance(given)(
      'c1',
      'i1',
      { kind: 'offered', terms: someTerms({ fee: inr(3000) }), because: 'a person' },
      days(0.5),
    );
    const { status, body } = await post(given, 'o', { answer: 'accept', version });
    expect(status).toBe(422);
    expect(body).toContain('The offer changed while this page was open');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });

  it('that the budget does not cover any more is promised to nobody: a person answers', async () => {
    const given = await world([aMember('invited')], aCampaign({ budget: inr(1000) }));
    await post(given, 'o', { answer: 'accept', version: await versionOn(given) });
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('budget') });
  });

  it('is declined with a reason', async () => {
    const given = await world();
    await post(given, 'o', { answer: 'decline', because: 'time', note: 'exams until May' });
    expect(await asha(given)).toMatchObject({ status: 'declined', because: 'time: exams until May' });
    expect((await open(given, 'o')).text).toContain('You have declined this offer');
  });

  it('is asked about: a person sees the words', async () => {
    const given = await world();
    await post(given, 'o', { answer: 'question', question: '<b>Who</b> owns the pictures?' });
    expect(await asha(given)).toMatchObject({ status: 'negotiating', about: 'a question' });
    expect(await attention(given)).toMatchObject([{ quote: '<b>Who</b> owns the pictures?' }]);
  });

  it('is answered with details about them', async () => {
    const given = await world();
    await post(given, 'o', { answer: 'details', caseStudies: 'Dew & Co', model: 'mixed', rate: '5k', numbers: '' });
    expect(await attention(given)).toMatchObject([{ quote: 'caseStudies: Dew & Co\nmodel: mixed\nrate: 5k' }]);
  });

  it.each([
    ['without words', { answer: 'question', question: '   ' }],
    ['without an answer', {}],
    ['with an answer that we do not know', { answer: 'sabotage' }],
    ['with more words than anybody reads', { answer: 'question', question: 'x'.repeat(5000) }],
  ])('posted %s is shown again and nothing happens', async (_, fields) => {
    const given = await world();
    const { status } = await post(given, 'o', fields as Record<string, string>);
    expect(status).toBe(422);
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await attention(given)).toEqual([]);
  });

  it('can not be answered after the campaign or the collaboration has ended', async () => {
    const given = await world();
    const version = await versionOn(given);
    const late = await post(given, 'o', { answer: 'accept', version }, '2026-05-01T06:00:00.000Z');
    expect(late.body).toContain('This offer has ended');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    await given.campaigns.change('c1', { status: 'cancelled' });
    await post(given, 'o', { answer: 'accept', version });
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });
});

describe('another fee', () => {
  const counter = async (given: World, amount: string, when = days(1)) =>
    post(given, 'o', { answer: 'counter', version: await versionOn(given), amount, note: 'my usual rate' }, when);

  it('is met half-way, on the page and by mail', async () => {
    const given = await world();
    const { title } = await counter(given, '6,000');
    expect(title).toBe('We have your proposal');
    expect(await asha(given)).toMatchObject({ status: 'negotiating', ask: inr(6000), offer: { fee: inr(5000) } });
    expect(mailsOf(given)).toEqual(['answer 501 to asha@example.com']);
    expect((await open(given, 'o')).text).toContain('₹5,000');
  });

  it('proposed a second time is agreed to, and the page says so', async () => {
    const given = await world();
    await counter(given, '6000');
    const { title } = await counter(given, '5500', days(2));
    expect(title).toBe('Agreed, thank you');
    expect(await asha(given)).toMatchObject({ status: 'accepted', terms: { fee: inr(5500) } });
  });

  it('sent twice by a nervous finger is one proposal, not an agreement', async () => {
    const given = await world();
    const version = await versionOn(given);
    const fields = { answer: 'counter', version, amount: '6000' };
    await post(given, 'o', fields, days(1));
    expect((await post(given, 'o', fields, days(1.00001))).status).toBe(422);
    expect(await asha(given)).toMatchObject({ status: 'negotiating', offer: { fee: inr(5000) } });
    expect(mailsOf(given)).toHaveLength(1);
  });

  it('above the ceiling goes to a person with their note', async () => {
    const given = await world();
    await counter(given, '25,000');
    expect(await attention(given)).toMatchObject([
      { because: expect.stringContaining('ceiling'), quote: 'my usual rate' },
    ]);
    expect(mailsOf(given)).toEqual([]);
  });

  it.each(['', 'a lot', '-5', '0', 'NaN', '1e999', '٠'])(
    'of "%s" is asked for again, with what they wrote',
    async amount => {
      const given = await world();
      const { status, html } = await counter(given, amount);
      expect(status).toBe(422);
      expect(html('#amount').attr('value') ?? '').toBe(amount);
      expect(await asha(given)).toMatchObject({ status: 'invited' });
    },
  );
});
