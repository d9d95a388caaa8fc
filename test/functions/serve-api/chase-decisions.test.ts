import { describe, expect, test } from 'vitest';
import { awaitCollaboration } from '#functions/await-collaboration/await-collaboration.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Collaboration, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { advance } from '#shared/operations/advance.ts';
import { negotiate } from '#shared/operations/negotiate.ts';
import { aCandidate, at, days, inr } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { chaseHourly, mailsOf } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();

/** `at` is a Monday, 11:30 in Kolkata. */
const invitation = { purpose: 'invitation', number: 1, at } as const;

async function running(
  status: CollaborationStatus = 'invited',
  over: Partial<Collaboration> = {},
  campaign = aCampaign(),
) {
  await withCampaign(product(), campaign, [aMember(status, { sent: [invitation], nextActionAt: days(3), ...over })]);
  await product().candidates.putAll([aCandidate()]);
}
const decide = (body: object, when = days(1)) =>
  api('POST /campaigns/c1/collaborations/i1/decision', { body, at: when });
const standing = () => product().collaborations.get('c1', 'i1');
const open = async () => (await product().attention.open('c1')).map(({ because }) => because);
const chaseUntil = (to: string, from = days(1)) => chaseHourly(product(), from, to);
const purposes = () => mailsOf(product()).map(line => line.replace(/ to .*/, ''));
const sentOn = async () =>
  (await standing()).sent.map(mail => `${mail.purpose} ${mail.number}: ${mail.at.slice(0, 10)}`);

describe('what happens next is told', () => {
  test('in plain words, with the time at which chase does it', async () => {
    await running();
    const { json } = await api('GET /campaigns/c1/collaborations/i1', { at: days(1) });
    expect(routes.getTimeline.answer.parse(json)).toEqual(json);
    expect(json.collaboration.next).toEqual({
      what: 'first reminder, unless they answer',
      at: days(3),
      because: 'nothing new since 2026-03-02',
      timeZone: 'Asia/Kolkata',
    });
    await chaseUntil(days(4));
    expect(await sentOn()).toEqual(['invitation 1: 2026-03-02', 'follow-up 1: 2026-03-05']);
  });

  test('in their working hours, and as late as chase was told', async () => {
    await running('invited', { nextActionAt: '2026-03-06T18:30:00.000Z' });
    // Saturday, 0:00 in Kolkata: the day's mails were out.
    const { json } = await api('GET /campaigns/c1/collaborations/i1', { at: days(4) });
    expect(json.collaboration.next.at).toBe('2026-03-09T03:30:00.000Z');
  });

  test('also that nothing does, and why', async () => {
    await running('invited', {}, aCampaign({ paused: true }));
    const { json } = await api('GET /campaigns/c1/collaborations/i1', { at: days(1) });
    expect(json.collaboration.next).toMatchObject({
      what: 'after the pause: first reminder, unless they answer',
      because: 'the campaign is paused',
    });
    expect(json.collaboration.next).not.toHaveProperty('at');
  });
});

describe('snooze', () => {
  test('chase does nothing until then, and then goes on', async () => {
    await running();
    const { status, json } = await decide({ decision: 'snooze', until: '2026-03-20', because: 'their sister marries' });
    expect([status, json.snooze.until]).toEqual([200, '2026-03-19T18:30:00.000Z']);
    expect(json.next).toMatchObject({ what: 'first reminder, unless they answer', at: '2026-03-20T03:30:00.000Z' });
    await chaseUntil(days(22));
    expect(await sentOn()).toEqual(['invitation 1: 2026-03-02', 'follow-up 1: 2026-03-20']);
  });

  test('ends with a hand-back', async () => {
    await running();
    await decide({ decision: 'snooze', until: days(20), because: 'x' });
    expect((await decide({ decision: 'hand-back' }, days(2))).json).not.toHaveProperty('snooze');
    await chaseUntil(days(4), days(2));
    expect(purposes()).toEqual(['follow-up 1']);
  });

  test.each([
    ['2026-03-01', 'must be in the future'],
    ['2027-03-01', 'must be before the campaign ends (2026-04-15)'],
  ])('not until %s', async (until, detail) => {
    await running();
    const { status, json } = await decide({ decision: 'snooze', until, because: 'x' });
    expect([status, json.errors]).toEqual([400, [{ pointer: '/until', detail }]]);
  });
});

describe('skip', () => {
  test('leaves out the next reminder only; the one after it keeps its distance', async () => {
    await running();
    const { json } = await decide({ decision: 'skip' });
    expect(json.next).toMatchObject({ what: 'second reminder, unless they answer', at: days(10) });
    await chaseUntil(days(20));
    expect(await sentOn()).toEqual(['invitation 1: 2026-03-02', 'follow-up 2: 2026-03-12']);
    expect(await standing()).toMatchObject({ status: 'unresponsive', because: 'no answer to 2 mails' });
  });

  test('is refused where there is no reminder to leave out', async () => {
    await running('shortlisted', { sent: [] });
    const { status, json } = await decide({ decision: 'skip' });
    expect([status, json.detail]).toEqual([409, 'There is no reminder to leave out; next is: the invitation.']);
  });
});

describe('taken over', () => {
  test('nothing automatic goes out, whatever they do, until it is handed back; then it goes on', async () => {
    await running();
    const { json } = await decide({ decision: 'take-over', who: 'Meera' });
    expect(json).toMatchObject({ owner: 'Meera', next: { what: 'Meera hands it back, or decides' } });
    await chaseUntil(days(5));
    // Their price is inside the band: without Meera a rule would answer.
    await negotiate(product())(await standing(), { ask: inr(5000), via: 'page', quote: '5,000?' }, days(6));
    expect(await standing()).toMatchObject({ status: 'negotiating', owner: 'Meera', offer: { fee: inr(4000) } });
    expect(await open()).toEqual(['they name a price, and Meera has taken it over']);
    expect(purposes()).toEqual([]);
    expect((await decide({ decision: 'answer', message: 'Let us talk.' }, days(6.5))).json.owner).toBe('Meera');
    expect(purposes()).toEqual(['answer 1001']);
    await chaseUntil(days(12), days(6.5));
    expect(purposes()).toEqual(['answer 1001']);
    await decide({ decision: 'hand-back' }, days(12.1));
    await chaseUntil(days(15), days(12.1));
    expect(purposes()).toEqual(['answer 1001', 'follow-up 1']);
  });

  test('leaves open what waits for a person', async () => {
    await running();
    await advance(product())('c1', 'i1', { kind: 'held', because: 'they ask' }, at);
    await decide({ decision: 'take-over' });
    expect(await open()).toEqual(['they ask']);
    await decide({ decision: 'hand-back' }, days(1.1));
    expect(await open()).toEqual([]);
  });
});

describe('asked for past work and numbers', () => {
  test('they get a mail at once, one reminder, then a person hears of it', async () => {
    await running();
    await decide({ decision: 'ask-data', note: 'Reels about skincare above all.' });
    expect(product().mailer.sent[0]?.mail.text).toContain('Reels about skincare above all.');
    await chaseUntil(days(9));
    expect(await sentOn()).toEqual([
      'invitation 1: 2026-03-02',
      'data-request 1: 2026-03-03',
      'data-request 2: 2026-03-06',
    ]);
    expect(await open()).toEqual(['they have not sent the numbers that we asked for']);
  });

  test.each([
    { kind: 'asked', about: 'their work, numbers and terms', via: 'page' },
    { kind: 'held', because: 'it is not clear what they want', quote: 'Here are my insights' },
  ] as const)('an answer stops it ($kind)', async event => {
    await running();
    await decide({ decision: 'ask-data' });
    await advance(product())('c1', 'i1', event, days(2));
    expect(await standing()).not.toHaveProperty('dataRequest');
    await chaseUntil(days(9), days(2));
    expect(purposes()).toEqual(['data-request 1']);
  });
});

describe('a post that no platform shows', () => {
  const note = 'I watched it: labelled, and the link is in the bio';

  test('is verified by a person while the campaign runs, and settled with all others', async () => {
    await running('published', { waiting: { taskToken: 'post', whileIn: ['confirmed'] } });
    const { json } = await decide({ decision: 'verify', note });
    expect(json).toMatchObject({ status: 'verified', postUrl: 'https://example.com/p' });
    expect(await standing()).toMatchObject({ post: { vouched: { by: 't-1', note } } });
  });

  test('is verified after the campaign has ended, and settled there and then', async () => {
    await running('published', {}, aCampaign({ status: 'finished' }));
    await advance(product())('c1', 'i1', { kind: 'held', because: 'before the post could be checked' }, days(44));
    const { json } = await decide({ decision: 'verify', note }, days(50));
    expect(json.status).toBe('settled');
    expect(await standing()).toMatchObject({ payout: inr(4000) });
    expect(await open()).toEqual([]);
  });

  test('is rejected with words for them: they may post again', async () => {
    await running('published');
    const { json } = await decide({ decision: 'reject', because: 'no label', message: 'Please put #ad first.' });
    expect(json).toMatchObject({ status: 'confirmed' });
    expect(json).not.toHaveProperty('heldForPerson');
    expect(product().mailer.sent[0]?.mail.text).toContain('Please put #ad first.');
  });

  test('is rejected after the end: it is not paid', async () => {
    await running('published', {}, aCampaign({ status: 'finished' }));
    await product().campaigns.commit('c1', 'i1', inr(4000));
    expect((await decide({ decision: 'reject', because: 'it was never there' }, days(50))).json.status).toBe(
      'withdrawn',
    );
    expect((await product().campaigns.get('c1')).commitments.committed).toBe(0);
  });
});

describe('a "yes" after the end', () => {
  const lost = async (status: 'unresponsive' | 'declined' | 'withdrawn' = 'unresponsive', campaign = aCampaign()) => {
    await running(status, {}, campaign);
    await awaitCollaboration(product())({
      campaignId: 'c1',
      influencerId: 'i1',
      waitFor: 'reopening',
      taskToken: 'reopening',
      at: days(1),
    });
  };
  const reopen = { decision: 'reopen', because: 'she was ill and wants to' };

  test('reopens it: its execution goes on, a person answers or agrees', async () => {
    await lost();
    await advance(product())('c1', 'i1', { kind: 'held', because: 'they write: yes' }, days(2));
    const { json } = await decide(reopen, days(2.5));
    expect(json).toMatchObject({ status: 'negotiating', decisions: expect.arrayContaining(['accept']) });
    expect(await open()).toEqual([]);
    expect(product().waits.completed).toEqual([{ taskToken: 'reopening', output: { status: 'negotiating' } }]);
    expect((await decide({ decision: 'accept', fee: 4000 }, days(2.6))).json.status).toBe('accepted');
  });

  test('and nobody forgets it: a day later a person is asked', async () => {
    await lost('declined');
    await decide(reopen, days(2));
    await chaseUntil(days(4), days(2));
    expect(await open()).toEqual(['they wait for our answer since 2026-03-04']);
  });

  test.each([
    ['the campaign is over', () => lost('declined', aCampaign({ endsAt: days(1.5) })), 'does not run any more'],
    ['it was withdrawn', () => lost('withdrawn'), 'means nothing while withdrawn'],
    ['no execution waits', () => running('unresponsive'), 'workflow is not ready'],
    [
      'the budget is used up',
      async () => {
        await lost();
        await product().campaigns.commit('c1', 'i9', inr(19_000));
      },
      'The budget has',
    ],
    [
      'they opted out',
      async () => {
        await lost('declined');
        await product().suppressions.add((await standing()).addressHash, 'unsubscribe', at);
      },
      'Nobody may write to them (unsubscribe)',
    ],
  ])('not where %s', async (_, given, detail) => {
    await given();
    const { status, json } = await decide(reopen, days(2));
    expect([status, json.detail]).toEqual([409, expect.stringContaining(detail)]);
    expect(product().waits.completed.filter(({ taskToken }) => taskToken === 'reopening')).toHaveLength(
      _ === 'it was withdrawn' ? 1 : 0,
    );
  });
});

describe('what waits for a person', () => {
  test('comes with all that is needed to decide it', async () => {
    await running('negotiating');
    await product().messages.receive(await standing(), {
      direction: 'in',
      id: 'm1',
      at: days(0.5),
      from: 'asha@example.com',
      subject: 'Re: Monsoon',
      text: 'Could you do 9.5k?',
      rawKey: 'k',
      kind: 'human',
      intent: 'asks-money',
    });
    await advance(product())('c1', 'i1', { kind: 'held', because: 'above the ceiling', quote: '9.5k?' }, days(0.5));
    const { status, json } = await api('GET /campaigns/c1/attention', { at: days(1) });
    expect(status).toBe(200);
    expect(routes.listAttention.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({ budgetLeft: inr(20_000) });
    expect(json.items).toMatchObject([
      {
        because: 'above the ceiling',
        quote: '9.5k?',
        asked: inr(6000),
        options: expect.arrayContaining(['offer', 'accept', 'answer']),
        collaboration: { name: 'Asha Rao', status: 'negotiating', offer: { fee: inr(4000) } },
        mails: [{ kind: 'message-in', detail: 'Could you do 9.5k?' }],
      },
    ]);
  });

  test('of the campaign itself is resolved with a note', async () => {
    await running();
    const item = { campaignId: 'c1', id: 'failed-1', raisedAt: at, because: 'The campaign stopped', options: [] };
    await product().attention.raise(item);
    const resolve = () =>
      api('POST /campaigns/c1/attention/failed-1/resolve', { body: { note: 'redriven' }, at: days(1) });
    expect(await resolve()).toMatchObject({ status: 200, json: { resolvedBy: 't-1', note: 'redriven' } });
    expect(await open()).toEqual([]);
    expect((await resolve()).status).toBe(404);
  });

  test('of a collaboration is decided there', async () => {
    await running();
    await advance(product())('c1', 'i1', { kind: 'held', because: 'they ask' }, at);
    const [item] = await product().attention.open('c1');
    const { status, json } = await api(`POST /campaigns/c1/attention/${item?.id}/resolve`, { body: {} });
    expect([status, json.detail]).toEqual([409, expect.stringContaining('Asha Rao')]);
  });

  test.each([
    ['they decline', { kind: 'declined', because: 'no time', via: 'page' }],
    ['they opt out', { kind: 'opted-out', via: 'page' }],
    ['we give up', { kind: 'gave-up', because: 'silence' }],
  ] as const)('is past when %s', async (_, event) => {
    await running();
    await advance(product())('c1', 'i1', { kind: 'held', because: 'they ask' }, at);
    await advance(product())('c1', 'i1', event, days(1));
    expect(await open()).toEqual([]);
  });
});
