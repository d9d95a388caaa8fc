import { load } from 'cheerio';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import { pages, troubleView } from '#functions/serve-pages/pages.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { functions } from '#shared/contracts/functions.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { pageToken } from '#shared/domain/thread.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { advance } from '#shared/operations/advance.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { mailsOf } from '#test/support/product/hours.ts';
import { call } from '#test/support/product/http.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** What the contract asks for; the wiring below takes nothing from it. */
for (const name of Object.keys(functions['serve-pages'].env.shape)) vi.stubEnv(name, 'https://unused.example');

type Page = 'o' | 'b' | 'u';

async function world(members: readonly Collaboration[] = [aMember('invited')], campaign: Campaign = aCampaign()) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return { ...product, handler: httpHandler('serve-pages', () => pages(product), troubleView) };
}
type World = Awaited<ReturnType<typeof world>>;

const asha = (given: Product) => given.collaborations.get('c1', 'i1');
const attention = (given: Product) => given.attention.open('c1');
const linkOf = async (given: Product, page: Page, influencerId = 'i1') => {
  const { threadId } = await given.collaborations.get('c1', influencerId);
  return `/${page}/${pageToken(threadId, page, given.sign)}`;
};

async function open(given: World, page: Page, when = at, influencerId?: string) {
  const { status, body } = await call(given.handler, `GET ${await linkOf(given, page, influencerId)}`, { at: when });
  return { status, html: load(body), text: load(body)('main, body').text().replace(/\s+/g, ' ') };
}

async function post(given: World, page: Page, fields: Record<string, string>, when = days(1), influencerId?: string) {
  const answer = await call(given.handler, `POST ${await linkOf(given, page, influencerId)}`, {
    at: when,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { ...answer, html: load(answer.body), title: load(answer.body)('h1').text() };
}

/** The hidden name of the offer that the page shows. */
const versionOn = async (given: World) =>
  (await open(given, 'o')).html('input[name=version]').first().attr('value') ?? '';

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

describe('a call', () => {
  const slotsOn = async (given: World, influencerId?: string, when = at) => {
    const { html } = await open(given, 'o', when, influencerId);
    return html('input[name=slot]')
      .toArray()
      .map(input => html(input).attr('value') ?? '');
  };

  it('is booked: they get an invitation for their calendar, a person is told', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    const { title, body } = await post(given, 'o', { answer: 'call', slot });
    expect(title).toBe('The call is booked');
    expect(body).toContain('Thursday');
    expect(await asha(given)).toMatchObject({ status: 'invited', call: { from: slot } });
    expect(await attention(given)).toMatchObject([{ because: expect.stringContaining('they booked a call') }]);
    const [{ mail } = { mail: undefined }] = given.mailer.sent;
    const { attachments, text } = await PostalMime.parse(mail ? await composeMail(mail) : '');
    const invitation = attachments.find(
      ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
    );
    const ics = new TextDecoder().decode(invitation?.content as ArrayBuffer);
    expect(ics).toContain('METHOD:REQUEST');
    expect(ics).toContain(`DTSTART:${slot.replace(/[-:]|\.000/g, '')}`);
    expect(text).toContain('Our call is booked: Thursday, 5 March');
  });

  it('is booked by one of two who want the same time in the same instant; the other is asked to choose again', async () => {
    const given = await world([aMember('invited'), anotherMember(2, 'invited')]);
    const [slot = ''] = await slotsOn(given);
    const both = await Promise.all(['i1', 'i2'].map(id => post(given, 'o', { answer: 'call', slot }, days(1), id)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.body).toContain('This time is no longer free');
    const calls = await Promise.all(
      ['i1', 'i2'].map(async id => (await given.collaborations.get('c1', id)).call?.from),
    );
    expect(calls.filter(from => from === slot)).toHaveLength(1);
  });

  it('that its holder moved, or will never hold, leaves its time to others', async () => {
    const given = await world([aMember('invited'), anotherMember(2, 'invited')]);
    const [slot = '', other = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    await post(given, 'o', { answer: 'call', slot: other }, days(1.1));
    expect((await post(given, 'o', { answer: 'call', slot }, days(1.2), 'i2')).status).toBe(200);
    await advance(given)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'mail' }, days(1.3));
    expect((await post(given, 'o', { answer: 'call', slot: other }, days(1.4), 'i2')).status).toBe(200);
  });

  it('that is moved moves in their calendar too', async () => {
    const given = await world();
    const [first = '', second = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot: first });
    await post(given, 'o', { answer: 'call', slot: second }, days(1.1));
    expect(await asha(given)).toMatchObject({ call: { from: second } });
    const sequences = given.mailer.sent.map(({ mail }) => /SEQUENCE:(\d)/.exec(mail.calendar?.content ?? '')?.[1]);
    expect(sequences).toEqual(['0', '1']);
  });

  it('that is called off goes out of their calendar, and a person is told', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    expect((await open(given, 'o', days(1))).html('button').text()).toContain('Call it off');
    expect((await post(given, 'o', { answer: 'call-off' }, days(1.1))).title).toBe('The call is off');
    expect(await asha(given)).not.toHaveProperty('call');
    const uids = given.mailer.sent.map(({ mail }) => /UID:(.*)/.exec(mail.calendar?.content ?? '')?.[1]);
    expect(new Set(uids).size).toBe(1);
    const last = given.mailer.sent.at(-1)?.mail.calendar;
    expect(last).toMatchObject({ method: 'CANCEL', content: expect.stringContaining('SEQUENCE:1') });
    expect(last?.content).toContain('STATUS:CANCELLED');
    expect((await attention(given)).map(({ because }) => because)).toEqual(['they called off the call: on their page']);
  });

  it('is off when they decline', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    await post(given, 'o', { answer: 'decline' }, days(1.1));
    expect(given.mailer.sent.map(({ mail }) => mail.calendar?.method)).toEqual(['REQUEST', 'CANCEL']);
  });

  it('is booked on the brand’s own page where it has one', async () => {
    const { outreach } = aSpec();
    const bookingUrl = 'https://cal.example/asha';
    const spec = aSpec({ outreach: { ...outreach, callSlots: { ...outreach.callSlots, bookingUrl } } });
    const given = await world([aMember('invited')], aCampaign({ spec }));
    const { html } = await open(given, 'o');
    expect(html(`a[href="${bookingUrl}"]`).text()).toBe('Choose a time in our calendar');
    expect(html('input[name=slot]')).toHaveLength(0);
  });

  it('at a time that another has taken is offered again', async () => {
    const given = await world([aMember('invited'), anotherMember(2)]);
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot }, days(1), 'i2');
    const { status, body } = await post(given, 'o', { answer: 'call', slot });
    expect(status).toBe(422);
    expect(body).toContain('no longer free');
    expect(await asha(given)).not.toHaveProperty('call');
    expect(await slotsOn(given)).not.toContain(slot);
  });

  it('of somebody who has declined since is free again', async () => {
    const given = await world([aMember('invited'), anotherMember(2)]);
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot }, days(1), 'i2');
    await post(given, 'o', { answer: 'decline' }, days(1), 'i2');
    expect(await slotsOn(given)).toContain(slot);
  });

  it.each(['2026-03-05T03:00:00.000Z', 'tomorrow', ''])('at "%s", which nobody offered, is not booked', async slot => {
    const given = await world();
    expect((await post(given, 'o', { answer: 'call', slot })).status).toBe(422);
    expect(await asha(given)).not.toHaveProperty('call');
  });
});

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

describe('unsubscribing', () => {
  const oneClick = { 'List-Unsubscribe': 'One-Click' };
  const suppressed = async (given: Product) => given.suppressions.find((await asha(given)).addressHash);

  it('by opening the link changes nothing: scanners open every link', async () => {
    const given = await world();
    expect((await open(given, 'u')).status).toBe(200);
    expect(await suppressed(given)).toBeUndefined();
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });

  it('takes one press, or one request of a mail program, and works twice', async () => {
    const given = await world();
    for (const when of [days(1), days(2)]) expect((await post(given, 'u', oneClick, when)).status).toBe(200);
    expect(await suppressed(given)).toBe('unsubscribe');
    expect(await asha(given)).toMatchObject({ status: 'declined', since: days(1) });
  });

  it.each(['settled', 'declined', 'withdrawn'] as const)('works when everything is %s', async status => {
    const given = await world([aMember(status)], aCampaign({ status: 'finished' }));
    await post(given, 'u', oneClick, '2027-01-01T00:00:00.000Z');
    expect(await suppressed(given)).toBe('unsubscribe');
    expect((await asha(given)).status).toBe(status);
  });

  it('does not end an agreement: a person takes over', async () => {
    const given = await world([aMember('briefed')]);
    await post(given, 'u', oneClick);
    expect(await asha(given)).toMatchObject({ status: 'briefed', heldForPerson: expect.any(String) });
    expect(await suppressed(given)).toBe('unsubscribe');
  });

  it('without its word asks once more', async () => {
    const given = await world();
    await post(given, 'u', { 'List-Unsubscribe': 'maybe' });
    expect(await suppressed(given)).toBeUndefined();
  });
});

describe('a link', () => {
  const badLinks = (given: World, token: string): Record<string, string> => {
    const [thread = '', mac = ''] = token.split('.');
    return {
      'of another page': `/o/${token}`,
      'with a changed thread': `/b/${thread.replace(/.$/, last => (last === '0' ? '1' : '0'))}.${mac}`,
      'with a changed signature': `/b/${thread}.${mac.replace(/.$/, last => (last === '0' ? '1' : '0'))}`,
      'cut off': `/b/${token.slice(0, 20)}`,
      'signed with another key': `/b/${pageToken(thread, 'b', text => given.sign(`other ${text}`))}`,
      'of a thread that is not there': `/b/${pageToken('0123456789abcdef', 'b', given.sign)}`,
      'that leads nowhere': '/nowhere/at/all',
    };
  };

  it('that is forged, foreign or broken leads to a friendly page and does nothing', async () => {
    const given = await world([aMember('briefed')]);
    const token = (await linkOf(given, 'b')).slice('/b/'.length);
    for (const [name, path] of Object.entries(badLinks(given, token)))
      for (const method of ['GET', 'POST']) {
        const { status, headers, body } = await call(given.handler, `${method} ${path}`, { body: 'answer=confirm' });
        expect([name, method, status]).toEqual([name, method, 404]);
        expect(headers['content-type']).toContain('text/html');
        expect(load(body)('h1').text()).toBe('This link does not work');
      }
    expect(await asha(given)).toMatchObject({ status: 'briefed' });
  });

  it('works in capital letters too: some mail servers change the case', async () => {
    const given = await world();
    const path = await linkOf(given, 'o');
    expect((await call(given.handler, `GET /o/${path.slice(3).toUpperCase()}`)).status).toBe(200);
  });

  it('shows a friendly page when we fail ourselves, without our insides', async () => {
    const given = await world();
    const failing = {
      ...given,
      campaigns: { ...given.campaigns, get: async () => Promise.reject(new Error('secret-host')) },
    };
    const handler = httpHandler('serve-pages', () => pages(failing as unknown as Product), troubleView);
    const { status, body } = await call(handler, `GET ${await linkOf(given, 'o')}`);
    expect(status).toBe(500);
    expect(load(body)('h1').text()).toBe('Something went wrong on our side');
    expect(body).not.toContain('secret-host');
  });

  it('never takes a body that is larger than any form', async () => {
    const given = await world();
    const { status } = await call(given.handler, `POST ${await linkOf(given, 'o')}`, { body: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
  });
});

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
