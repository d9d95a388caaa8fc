import { describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import type { CollaborationStatus } from '#shared/domain/collaboration.ts';
import { advance } from '#shared/operations/advance.ts';
import { aCandidate, at, days, inr, someTerms } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { aMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();
const url = 'https://instagram.com/p/abc';

/** One collaboration that waits for a person. */
async function held(status: CollaborationStatus = 'negotiating', campaign = aCampaign()) {
  await withCampaign(product(), campaign, [aMember(status, { waiting: { taskToken: 'token-1', whileIn: [status] } })]);
  await product().candidates.putAll([aCandidate()]);
  await advance(product())('c1', 'i1', { kind: 'held', because: 'they ask a question' }, at);
}
const decide = (body: object, over: object = {}) =>
  api('POST /campaigns/c1/collaborations/i1/decision', { body, at: days(1), ...over });
const standing = () => product().collaborations.get('c1', 'i1');
const stillHeld = async () => {
  expect(await standing()).toMatchObject({ heldForPerson: 'they ask a question' });
  expect(await product().attention.open('c1')).toHaveLength(1);
  expect(product().mailer.sent).toEqual([]);
};

describe('a person decides', () => {
  test('to hand it back: the machine goes on', async () => {
    await held();
    const { status, json } = await decide({ decision: 'hand-back' });
    expect(status).toBe(200);
    expect(routes.decideCollaboration.answer.parse(json)).toEqual(json);
    expect(await standing()).not.toHaveProperty('heldForPerson');
    expect(await product().attention.open('c1')).toEqual([]);
    expect(await product().collaborations.timeline('c1', 'i1')).toMatchObject([
      { event: { kind: 'held' } },
      { event: { kind: 'handed-back', by: 't-1' } },
    ]);
  });

  test('to accept their price: the money is promised and the workflow goes on', async () => {
    await held();
    const { json } = await decide({ decision: 'accept', fee: 9500 });
    expect(json).toMatchObject({ status: 'accepted', offer: { fee: inr(9500) } });
    expect((await product().campaigns.get('c1')).commitments).toEqual({
      committed: 950_000,
      byInfluencer: { i1: 950_000 },
    });
    expect(product().waits.completed).toEqual([{ taskToken: 'token-1', output: { status: 'accepted' } }]);
  });

  test('to accept more than is left: refused, and it stays with the person', async () => {
    await held();
    const { status, json } = await decide({ decision: 'accept', fee: 20_000.01 });
    expect([status, json.type]).toEqual([409, 'urn:groundswell:budget-exhausted']);
    expect(json.detail).toBe('The budget has ₹20,000 left.');
    await stillHeld();
  });

  test('to accept while somebody else takes the last money: told so', async () => {
    await held();
    const { campaigns } = product();
    const commit = campaigns.commit;
    campaigns.commit = async (...args) => {
      await commit('c1', 'i9', inr(19_000));
      return commit(...args);
    };
    const { status, json } = await decide({ decision: 'accept', fee: 4000 });
    expect([status, json.type]).toEqual([409, 'urn:groundswell:conflict']);
    expect(json.detail).toContain('more than what is left of the budget');
  });

  test('to make another offer, which goes out with their words', async () => {
    await held();
    const message = 'We can stretch a little.\n\nWould this do?';
    const { json } = await decide({ decision: 'offer', fee: 8000, message });
    expect(json).toMatchObject({ status: 'negotiating', offer: { fee: inr(8000) } });
    const [sent] = product().mailer.sent;
    expect(sent?.mail.text).toContain('We can stretch a little.');
    expect(sent?.mail.text).toContain('8,000');
    expect(sent?.tags).toMatchObject({ purpose: 'answer', number: '1001' });
  });

  test('to answer, to their last mail; the next answer is another mail', async () => {
    await held('briefed');
    const member = await standing();
    const theirs = { direction: 'in', from: 'a', text: 'x', rawKey: 'k', kind: 'human' } as const;
    const { messages } = product();
    await messages.receive(member, { ...theirs, id: 'zz', at: days(0.1), subject: 'Hello', mailId: '<1@x>' });
    await messages.receive(member, { ...theirs, id: 'aa', at: days(0.2), subject: 'Re: Brief', mailId: '<2@x>' });
    await decide({ decision: 'answer', message: 'Yes, a reel is fine.' });
    await decide({ decision: 'answer', message: 'And a story too.' }, { at: days(1.1) });
    const mails = product().mailer.sent.map(({ mail }) => mail);
    expect(mails.map(({ inReplyTo }) => inReplyTo)).toEqual(['<2@x>', '<2@x>']);
    expect(mails[0]?.subject).toBe('Re: Brief');
    expect(mails.map(({ text }) => [text.includes('a reel is fine'), text.includes('a story too')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('to withdraw, or that the post is up', async () => {
    await held('confirmed');
    expect((await decide({ decision: 'post', url })).json).toMatchObject({ status: 'published', postUrl: url });
    expect((await decide({ decision: 'withdraw', because: 'fake followers' })).json).toMatchObject({
      status: 'withdrawn',
      because: 'fake followers',
    });
  });

  test.each([
    ['accepted', { decision: 'accept', fee: 100 }],
    ['declined', { decision: 'accept', fee: 100 }],
    ['briefed', { decision: 'offer', fee: 100, message: 'More?' }],
    ['shortlisted', { decision: 'offer', fee: 100 }],
    ['negotiating', { decision: 'post', url }],
    ['unresponsive', { decision: 'withdraw', because: 'x' }],
  ] as const)('but not, while it is %s, to %j: nothing is done', async (status, decision) => {
    await held(status);
    const before = await standing();
    const { status: code, json } = await decide(decision);
    expect([code, json.type]).toEqual([409, 'urn:groundswell:conflict']);
    expect(json.detail).toMatch(/^That changes nothing: /);
    expect(await standing()).toEqual(before);
    expect(product().mailer.sent).toEqual([]);
  });

  test('but nobody writes while the campaign is paused or the address is suppressed', async () => {
    await held('negotiating', aCampaign({ paused: true }));
    for (const decision of [
      { decision: 'answer', message: 'x' },
      { decision: 'offer', fee: 5000 },
    ])
      expect((await decide(decision)).status).toBe(409);
    await stillHeld();
    await product().campaigns.change('c1', { paused: false });
    await product().suppressions.add(aMember().addressHash, 'unsubscribe', at);
    expect((await decide({ decision: 'answer', message: 'x' })).json.detail).toContain('unsubscribe');
    await stillHeld();
  });

  test.each([
    [{}, '/decision'],
    [{ decision: 'shrug' }, '/decision'],
    [{ decision: 'accept' }, '/fee'],
    [{ decision: 'accept', fee: -1 }, '/fee'],
    [{ decision: 'accept', fee: 1e300 }, '/fee'],
    [{ decision: 'answer', message: '' }, '/message'],
    [{ decision: 'post', url: 'my profile' }, '/url'],
    [{ decision: 'hand-back', fee: 5 }, '/fee'],
  ])('and %j is no decision', async (body, pointer) => {
    await held();
    const { status, json } = await decide(body);
    expect([status, json.errors[0].pointer]).toEqual([400, pointer]);
    await stillHeld();
  });

  test('of the same answer sent twice with one key only one goes out', async () => {
    await held();
    const headers = { 'idempotency-key': 'k' };
    const answers = [0, 1].map(() => decide({ decision: 'answer', message: 'Yes.' }, { headers }));
    for (const { status } of await Promise.all(answers)) expect([200, 409]).toContain(status);
    expect((await decide({ decision: 'answer', message: 'Yes.' }, { headers })).status).toBe(200);
    expect(product().mailer.sent).toHaveLength(1);
  });
});

describe('collaborations', () => {
  test('are listed by status, without addresses and task tokens', async () => {
    await held();
    const { json, body } = await api('GET /campaigns/c1/collaborations', { query: { status: 'negotiating' } });
    expect(routes.listCollaborations.answer.parse(json)).toEqual(json);
    expect(json.items).toMatchObject([{ influencerId: 'i1', heldForPerson: 'they ask a question' }]);
    expect(body).not.toMatch(/asha@example\.com|token-1/);
    expect((await api('GET /campaigns/c1/collaborations', { query: { status: 'declined' } })).json.items).toEqual([]);
    expect((await api('GET /campaigns/no/collaborations')).status).toBe(404);
  });

  test('tell everything that happened, events and mails in one line of time', async () => {
    await held();
    const { messages, collaborations } = product();
    const member = await standing();
    const out = { direction: 'out', state: 'claimed', claimedAt: days(-1), text: 'Hello', subject: 'An idea' } as const;
    await messages.markSent(member, { ...out, purpose: 'invitation', number: 1 }, 'ses-1', days(-1));
    await messages.markRefused(
      member,
      { ...out, purpose: 'follow-up', number: 1, claimedAt: days(2) },
      'no such domain',
    );
    const theirs = { direction: 'in', id: 'm1', from: 'a', rawKey: 'k', kind: 'human', intent: 'question' } as const;
    await messages.receive(member, { ...theirs, at: days(-0.5), subject: 'Re: An idea', text: 'How?' });
    const terms = someTerms();
    const disclosure = { found: true, problems: [] };
    const checked = { publishedAt: at, checkedAt: at, disclosure, mentionsLinkOrCoupon: true };
    const happened = [
      { kind: 'asked', about: 'the fee', ask: inr(6000), via: 'mail' },
      { kind: 'offered', terms, because: 'half-way' },
      { kind: 'call-booked', from: days(3), to: days(3.1) },
      { kind: 'postponed', until: days(5), because: 'holiday' },
      { kind: 'accepted', terms, via: 'mail' },
      { kind: 'brief-sent', link: { code: 'k', url: 'https://go.example/l/k' } },
      { kind: 'post-found', url, via: 'page' },
      { kind: 'post-verified', post: { ...checked, url } },
      { kind: 'settled', payout: inr(4000) },
      { kind: 'gave-up', because: 'never' },
    ] as const;
    for (const [n, event] of happened.entries())
      await collaborations.record('c1', 'i1', {
        at: days(0.1 * (n + 1)),
        from: 'negotiating',
        version: n,
        event,
        ...(event.kind === 'gave-up' && { ignored: 'already accepted' }),
      });
    const { json } = await api('GET /campaigns/c1/collaborations/i1');
    expect(routes.getTimeline.answer.parse(json)).toEqual(json);
    expect(json.timeline.map(({ title, detail }: Record<string, string>) => `${title} | ${detail}`)).toEqual([
      'invitation: An idea | Hello',
      'question: Re: An idea | How?',
      'held | they ask a question',
      'asked | the fee, ₹6,000',
      'offered | ₹4,000',
      `call-booked | ${days(3)} to ${days(3.1)}`,
      `postponed | until ${days(5)}: holiday`,
      'accepted | ₹4,000',
      'brief-sent | https://go.example/l/k',
      `post-found | ${url}`,
      `post-verified | ${url}`,
      'settled | ₹4,000',
      'gave-up | never; changed nothing: already accepted',
      'follow-up: An idea | refused: no such domain',
    ]);
    expect((await api('GET /campaigns/c1/collaborations/i9')).status).toBe(404);
  });
});
