import { load } from 'cheerio';
import { describe, expect, test, vi } from 'vitest';
import { receiveMail } from '#functions/receive-mail/receive-mail.ts';
import { pages, troubleView } from '#functions/serve-pages/pages.ts';
import { functions } from '#shared/contracts/functions.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { pageToken } from '#shared/domain/thread.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { advance } from '#shared/operations/advance.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { chaseHourly, mailsOf } from '#test/support/product/hours.ts';
import { call } from '#test/support/product/http.ts';
import { answerOf } from '#test/support/product/mails.ts';
import { aMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();

const link = { code: 'k3v9x2m1qa', url: 'https://go.meadow.example/l/k3v9x2m1qa' };
const drive = 'https://drive.google.com/file/d/1xY2z/view';
const reel = 'https://www.instagram.com/reel/DaBcDeF/';
/** A Monday, 11:30 in Kolkata; a draft is due at the end of Friday. */
const wantsDrafts = aCampaign({ spec: aSpec({ brief: { ...specInput().brief, draftDueDays: 4 } }) });
const brief = { purpose: 'brief', number: 1, at } as const;
const dueOn = '2026-03-06T18:29:59.999Z';

async function briefed(campaign = wantsDrafts, over: Partial<Collaboration> = {}) {
  await withCampaign(product(), campaign, [aMember('briefed', { link, sent: [brief], ...over })]);
}
async function confirmed(campaign = wantsDrafts) {
  await briefed(campaign);
  await onPage({ answer: 'confirm' }, at);
}
const asha = () => product().collaborations.get('c1', 'i1');
const open = () => product().attention.open('c1');
const sent = () => mailsOf(product()).map(line => line.replace(/ to .*/, ''));
const textOf = (index: number) => product().mailer.sent.at(index)?.mail.text?.replace(/\s+/g, ' ') ?? '';

async function pageCall(method: 'GET' | 'POST', when: string, fields: Record<string, string> = {}) {
  for (const name of Object.keys(functions['serve-pages'].env.shape)) vi.stubEnv(name, 'https://unused.example');
  const handler = httpHandler('serve-pages', () => pages(product()), troubleView);
  const { threadId } = await asha();
  const { status, body } = await call(handler, `${method} /b/${pageToken(threadId, 'b', product().sign)}`, {
    at: when,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  const html = load(body);
  return { status, html, title: html('h1').text(), text: html('body').text().replace(/\s+/g, ' ') };
}
const onPage = (fields: Record<string, string>, when = days(1)) => pageCall('POST', when, fields);
const look = (when = days(1)) => pageCall('GET', when);

async function theyWrite(text: string, when = days(1), over: Parameters<typeof answerOf>[2]['mail'] = {}) {
  const event = await answerOf(product(), await asha(), { at: when, mail: { text, ...over } });
  await receiveMail({ ...product(), mails: product().files })(event);
}
const decide = (body: object, when = days(2)) =>
  api('POST /campaigns/c1/collaborations/i1/decision', { body, at: when });

describe('a campaign without drafts', () => {
  test('asks nobody for one, on no way', async () => {
    await confirmed(aCampaign());
    expect(await asha()).not.toHaveProperty('draft');
    expect((await look()).text).not.toMatch(/draft/i);
    expect((await onPage({ answer: 'draft', link: drive })).title).toBe('Your brief');
    await theyWrite(`Here is my draft: ${drive}`);
    expect(await asha()).not.toHaveProperty('draft');
    for (const body of [{ decision: 'approve-draft' }, { decision: 'ask-changes', message: 'x' }])
      expect((await decide(body)).status).toBe(409);
    expect(sent()).toEqual([]);
  });
});

describe('the influencer is asked', () => {
  test('in the brief, on its page, and with a day once it is confirmed', async () => {
    await briefed();
    expect((await look(at)).text).toContain('show us a draft before you publish, within 4 days');
    const { title, text } = await onPage({ answer: 'confirm' }, at);
    expect([title, text]).toEqual(['The brief is confirmed', expect.stringContaining('show us a draft')]);
    expect(await asha()).toMatchObject({ status: 'confirmed', draft: { state: 'asked', dueAt: dueOn, round: 1 } });
    expect((await look()).text).toContain('please show us a draft by 6 March 2026');
    expect(sent()).toEqual([]);
  });

  test('also where they confirm by mail', async () => {
    await briefed();
    await theyWrite('Yes, the brief is fine with me!', at);
    expect(await asha()).toMatchObject({ status: 'confirmed', draft: { state: 'asked', dueAt: dueOn } });
  });
});

describe('a draft is handed in', () => {
  test('on the page, as link and text: a person gets all of it', async () => {
    await confirmed();
    const text = '<script>alert(1)</script> #ad Two weeks of sunscreen';
    expect((await onPage({ answer: 'draft', link: drive, text })).title).toBe('Thank you for your draft');
    expect(await asha()).toMatchObject({ draft: { state: 'handed-in', link: drive, text } });
    const { json } = await api('GET /campaigns/c1/attention', { at: days(1) });
    expect(routes.listAttention.answer.parse(json)).toEqual(json);
    const [item] = json.items;
    expect(item).toMatchObject({ because: 'their draft waits for you', quote: text });
    expect(item.collaboration.draft).toMatchObject({ link: drive, text, round: 1 });
    expect(item.options.slice(0, 2)).toEqual(['approve-draft', 'ask-changes']);
    const { html, text: shown } = await look();
    expect([html('script').length, shown.includes('<script>alert(1)</script>')]).toEqual([0, true]);
    expect(html('a').attr('href')).toBe(drive);
  });

  test.each([
    ['nothing', { link: '', text: ' ' }],
    ['no address', { link: 'my drive', text: '' }],
    ['an address that is code', { link: 'javascript:alert(1)', text: 'x' }],
    ['a book', { link: '', text: 'a'.repeat(6001) }],
  ])('not as %s', async (_, fields) => {
    await confirmed();
    const { status, html } = await onPage({ answer: 'draft', ...fields });
    expect([status, html('#draft-link').attr('aria-invalid')]).toEqual([422, 'true']);
    expect((await asha()).draft?.state).toBe('asked');
  });

  test('by mail, with the link pulled out and the words beside it', async () => {
    await confirmed();
    await theyWrite(`Hi! Here's the draft: ${drive}\nIs the length okay?`);
    expect(await asha()).toMatchObject({
      draft: { state: 'handed-in', link: drive },
      heldForPerson: expect.any(String),
    });
    expect(await open()).toMatchObject([{ quote: expect.stringContaining('Is the length okay?') }]);
  });

  test('by mail in words alone, or before the brief was confirmed', async () => {
    await briefed();
    await theyWrite('Please find the draft below.\n\n#ad Two weeks of sunscreen');
    expect(await asha()).toMatchObject({ status: 'confirmed', draft: { state: 'handed-in', round: 1 } });
  });

  test('not by a page of ours that they quote', async () => {
    await confirmed();
    await theyWrite('I can not open https://go.meadow.example/b/abc on my phone');
    expect(await asha()).toMatchObject({ draft: { state: 'asked' }, heldForPerson: expect.any(String) });
  });

  test('no more once they say that it is published, which a person hears', async () => {
    await confirmed();
    await theyWrite(`Posted! It is live now: ${reel}`);
    expect(await asha()).toMatchObject({ status: 'published', postUrl: reel });
    expect(await open()).toMatchObject([{ because: 'they published before their draft was approved' }]);
  });
});

describe('who has not handed in', () => {
  test('is reminded on the morning after and two days later; then a person is asked', async () => {
    await confirmed();
    await chaseHourly(product(), at, days(20));
    const times = product().mailer.sent.map(({ mail }) => mail.at.slice(0, 10));
    expect([sent(), times]).toEqual([
      ['draft-reminder 1', 'draft-reminder 2'],
      // Saturday and Sunday lie between.
      ['2026-03-09', '2026-03-10'],
    ]);
    expect(textOf(0)).toContain('was due on 6 March 2026');
    expect(await open()).toMatchObject([{ because: 'the draft is late, reminders sent: 2' }]);
    await onPage({ answer: 'draft', link: drive }, days(21));
    expect(await open()).toMatchObject([{ because: 'their draft waits for you' }]);
  });

  test('hears nothing more after any answer of theirs', async () => {
    await confirmed();
    await theyWrite('My camera broke, I am so sorry.', days(3));
    await chaseHourly(product(), days(3), days(20));
    expect(sent()).toEqual([]);
  });

  test('gets the words of the campaign', async () => {
    const spec = aSpec({
      brief: { ...specInput().brief, draftDueDays: 4 },
      outreach: {
        ...specInput().outreach,
        cadences: { draft: { remindAfterDays: [-2] } },
        messages: { 'draft-reminder': { subject: 'Show us, {{ name }}', text: 'We are curious.' } },
      },
    });
    await confirmed(aCampaign({ spec }));
    await chaseHourly(product(), at, days(4));
    expect(product().mailer.sent.map(({ mail }) => mail.subject)).toEqual(['Show us, Asha Rao']);
    expect(textOf(0)).toContain('We are curious.');
  });
});

describe('a person', () => {
  test('approves: they are told in their thread, and the post is what is left', async () => {
    await confirmed();
    await onPage({ answer: 'draft', link: drive });
    const { status, json } = await decide({ decision: 'approve-draft', message: 'Lovely light!' });
    expect(routes.decideCollaboration.answer.parse(json)).toEqual(json);
    expect([status, json.draft.state, json.heldForPerson]).toEqual([200, 'approved', undefined]);
    expect(json.next.what).toBe('first reminder of the post, unless it is found');
    expect(await open()).toEqual([]);
    expect(sent()).toEqual(['draft-answer 1']);
    expect(product().mailer.sent[0]?.mail.references).toHaveLength(1);
    for (const words of ['is approved', 'Lovely light!', 'by 5 April 2026']) expect(textOf(0)).toContain(words);
    expect((await look(days(3))).text).toContain('you can publish');
    expect((await onPage({ answer: 'draft', link: drive }, days(3))).title).toBe('Your brief');
    await onPage({ answer: 'post', url: reel }, days(4));
    expect(await asha()).toMatchObject({ status: 'published', draft: { state: 'approved', round: 1 } });
  });

  test('asks for changes: their words go out, the rounds are counted, and the reminders start again', async () => {
    await confirmed();
    await chaseHourly(product(), at, days(8));
    await onPage({ answer: 'draft', text: 'first' }, days(9));
    const { json } = await decide({ decision: 'ask-changes', message: 'Say #ad first.\n\nNo "heals".' }, days(10));
    // Thursday and four days.
    expect(json.draft).toMatchObject({ state: 'changes-asked', round: 2, dueAt: '2026-03-16T18:29:59.999Z' });
    expect(sent()).toEqual(['draft-reminder 1', 'draft-reminder 2', 'draft-answer 1']);
    for (const words of ['Say #ad first.', 'No "heals".', 'by 16 March 2026']) expect(textOf(-1)).toContain(words);
    expect((await look(days(10))).text).toContain('Say #ad first.');
    await chaseHourly(product(), days(10), days(30));
    expect(sent().slice(3)).toEqual(['draft-reminder 3', 'draft-reminder 4']);
    expect(textOf(-1)).toContain('are waiting for the new version');
    await onPage({ answer: 'draft', text: 'second' }, days(31));
    expect((await open())[0]?.because).toBe('their draft (round 2) waits for you');
    expect((await look(days(31))).text).not.toContain('Say #ad first.');
  });

  test('keeps them waiting: nobody nags for a post meanwhile, and the person is asked again', async () => {
    await confirmed();
    await onPage({ answer: 'draft', link: drive });
    await decide({ decision: 'answer', message: 'Thank you, we look at it on Friday.' });
    expect(await open()).toEqual([]);
    await chaseHourly(product(), days(2), days(40));
    expect(sent()).toEqual(['answer 1001']);
    expect(await open()).toMatchObject([{ because: expect.stringContaining('waits for our answer since 2026-03-03') }]);
  });

  test('is not misunderstood when the mail can not go out at once: chase sends it', async () => {
    await confirmed();
    await onPage({ answer: 'draft', link: drive });
    // Killed between the decision and its mail.
    await advance(product())(
      'c1',
      'i1',
      { kind: 'draft-changes-asked', words: 'Shorter.', dueAt: days(6), by: 't-1' },
      days(2),
    );
    await chaseHourly(product(), days(2), days(3));
    expect(sent()).toEqual(['draft-answer 1']);
    expect(textOf(0)).toContain('Shorter.');
  });

  test('writes to nobody who must not be written to, and can approve all the same', async () => {
    await confirmed();
    await onPage({ answer: 'draft', link: drive });
    await product().suppressions.add((await asha()).addressHash, 'unsubscribe', days(1));
    expect((await decide({ decision: 'ask-changes', message: 'Shorter.' })).status).toBe(409);
    expect((await decide({ decision: 'approve-draft' })).status).toBe(200);
    expect([(await asha()).draft?.state, sent()]).toEqual(['approved', []]);
  });

  test.each([
    { decision: 'ask-changes' },
    { decision: 'ask-changes', message: ' ' },
    { decision: 'ask-changes', message: 'x'.repeat(4001) },
  ])('has to say what should change: %o', async body => {
    await confirmed();
    expect((await decide(body)).status).toBe(400);
  });

  test('sees in the timeline what came and what was said', async () => {
    await confirmed();
    await onPage({ answer: 'draft', link: drive, text: 'my text' });
    await decide({ decision: 'ask-changes', message: 'Shorter.' });
    const { json } = await api('GET /campaigns/c1/collaborations/i1', { at: days(3) });
    const told = json.timeline.map(
      ({ title, detail = '' }: { title: string; detail?: string }) => `${title}: ${detail}`,
    );
    expect(told).toContain(`draft-handed-in: ${drive}\nmy text`);
    expect(told).toContain('draft-changes-asked: Shorter.');
  });
});
