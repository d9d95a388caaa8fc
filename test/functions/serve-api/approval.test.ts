import { beforeEach, describe, expect, test } from 'vitest';
import { aCandidate, at, days } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();
const approval = { deadline: days(2), taskToken: 'token-1' };
const { contact: _, ...silent } = aCandidate({ influencerId: 'silent' });

beforeEach(async () => {
  const { campaigns, candidates } = product();
  await campaigns.create(aCampaign({ status: 'awaiting-approval', approval, counts: { shortlisted: 2 } }));
  await candidates.putAll([
    aCandidate({ influencerId: 'first', shortlistRank: 1 }),
    aCandidate({ influencerId: 'second', shortlistRank: 2 }),
    aCandidate({ influencerId: 'third' }),
    aCandidate({ influencerId: 'fourth' }),
    silent,
  ]);
});

const approve = (body: object = {}, over: object = {}) => api('POST /campaigns/c1/approve', { body, ...over });
const shortlist = async () => {
  const found = await product().candidates.getMany('c1', ['first', 'second', 'third', 'fourth', 'silent']);
  return Object.fromEntries(
    found.flatMap(({ influencerId, shortlistRank }) =>
      shortlistRank === undefined ? [] : [[influencerId, shortlistRank]],
    ),
  );
};
const unchanged = async () => {
  expect(await shortlist()).toEqual({ first: 1, second: 2 });
  expect(product().waits.completed).toEqual([]);
  expect(await product().campaigns.get('c1')).toMatchObject({ approval, counts: { shortlisted: 2 } });
};

describe('approving a shortlist', () => {
  test('as it stands lets the campaign go on', async () => {
    const { status, json } = await approve();
    expect([status, json.id]).toEqual([200, 'c1']);
    expect(product().waits.completed).toEqual([{ taskToken: 'token-1', output: { approved: true } }]);
    expect((await product().campaigns.get('c1')).approval).toEqual({ deadline: days(2), decidedAt: at });
    expect(await shortlist()).toEqual({ first: 1, second: 2 });
  });

  test('with additions and removals changes it first', async () => {
    expect((await approve({ add: ['fourth', 'third'], remove: ['first'] })).status).toBe(200);
    expect(await shortlist()).toEqual({ second: 2, fourth: 3, third: 4 });
    expect((await product().campaigns.get('c1')).counts.shortlisted).toBe(3);
  });

  test('what stands there twice, or is as wished already, changes nothing more', async () => {
    const { status } = await approve({ add: ['third', 'third', 'first'], remove: ['second', 'second', 'fourth'] });
    expect(status).toBe(200);
    expect(await shortlist()).toEqual({ first: 1, third: 3 });
    expect((await product().campaigns.get('c1')).counts.shortlisted).toBe(2);
  });

  test('refuses whom it does not know, whom nobody can write to, and contradictions; nothing is changed', async () => {
    const { status, json } = await approve({ add: ['nobody', 'third', 'silent', 'fourth'], remove: ['x', 'fourth'] });
    expect(status).toBe(400);
    expect(json.errors).toEqual([
      { pointer: '/add/0', detail: 'nobody is no candidate of this campaign' },
      { pointer: '/add/2', detail: 'no address of silent is known, so nobody can write to them' },
      { pointer: '/remove/0', detail: 'x is no candidate of this campaign' },
      { pointer: '/remove/1', detail: 'fourth is in add as well' },
    ]);
    await unchanged();
  });

  test('after the deadline is too late', async () => {
    const { status, json } = await approve({ remove: ['first'] }, { at: days(2) });
    expect([status, json.detail]).toEqual([409, 'The deadline for the approval has passed.']);
    await unchanged();
  });

  test('is told where the workflow has just gone on without it', async () => {
    product().waits.gone.add('token-1');
    expect((await approve()).status).toBe(409);
  });

  test('can be sent again where Step Functions could not be reached', async () => {
    const { waits } = product();
    const complete = waits.complete;
    waits.complete = async () => Promise.reject(new Error('throttled'));
    expect((await approve({ add: ['third'] })).status).toBe(500);
    waits.complete = complete;
    expect((await approve({ add: ['third'] })).status).toBe(200);
    expect(await shortlist()).toEqual({ first: 1, second: 2, third: 3 });
    expect((await product().campaigns.get('c1')).counts.shortlisted).toBe(3);
  });

  test('twice at once is one approval', async () => {
    const answers = await Promise.all([approve({ add: ['third'] }), approve({ add: ['third'] })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(product().waits.completed).toHaveLength(1);
  });

  test('needs a campaign that waits for one', async () => {
    await product().campaigns.change('c1', { status: 'running' });
    const { status, json } = await approve();
    expect([status, json.detail]).toEqual([409, 'The campaign is running; there is no shortlist to approve.']);
    expect((await api('POST /campaigns/nobody/approve')).status).toBe(404);
    expect((await approve({}, { scopes: 'read launch' })).status).toBe(403);
  });
});
