import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import type { Score } from '#shared/domain/scoring/score.ts';
import { aCandidate, at, days, inr } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();
const executionArn = 'arn:aws:states:local:1:execution:campaign:c1';

beforeEach(async () => {
  await withCampaign(
    product(),
    aCampaign({ executionArn, approval: { deadline: days(2), taskToken: 'secret-token' } }),
    [aMember('published'), anotherMember(2, 'declined')],
  );
});

describe('reading campaigns', () => {
  test('lists them newest first, page by page', async () => {
    for (const n of [1, 2, 3])
      await product().campaigns.create(aCampaign({ campaignId: `c-${n}`, createdAt: days(n), status: 'finished' }));
    const first = await api('GET /campaigns', { query: { limit: '3' } });
    expect(routes.listCampaigns.answer.parse(first.json)).toEqual(first.json);
    expect(first.json.items.map(({ id }: { id: string }) => id)).toEqual(['c-3', 'c-2', 'c-1']);
    const second = await api('GET /campaigns', { query: { limit: '3', cursor: first.json.nextCursor } });
    expect(second.json.items.map(({ id }: { id: string }) => id)).toEqual(['c1']);
    const running = await api('GET /campaigns', { query: { status: 'running' } });
    expect(running.json.items).toHaveLength(1);
  });

  test.each([
    [{ limit: '0' }, '/limit'],
    [{ limit: '201' }, '/limit'],
    [{ limit: 'many' }, '/limit'],
    [{ status: 'asleep' }, '/status'],
    [{ cursor: 'x'.repeat(2001) }, '/cursor'],
  ])('refuses the query %j', async (query, pointer) => {
    const { status, json } = await api('GET /campaigns', { query });
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ pointer }]);
  });

  test('refuses a cursor that it did not give out', async () => {
    expect((await api('GET /campaigns', { query: { cursor: 'bm9uc2Vuc2U' } })).status).toBe(400);
  });

  test('shows one with its funnel and what waits for a person, and no task token', async () => {
    await product().attention.raise({ campaignId: 'c1', id: 'a', raisedAt: at, because: 'a question', options: [] });
    const { status, json, body } = await api('GET /campaigns/c1');
    expect(status).toBe(200);
    expect(routes.getCampaign.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      status: 'running',
      standing: { published: 1, declined: 1 },
      attention: [{ because: 'a question' }],
      approval: { deadline: days(2) },
    });
    expect(body).not.toContain('secret-token');
    expect((await api('GET /campaigns/nobody')).status).toBe(404);
  });

  test('lists candidates with why, best first, without their addresses', async () => {
    const score: Score = { version: 'score.v1', at, value: 70, parts: [], exclusions: [], expectedFee: inr(4000) };
    const { metrics: _, ...unmeasured } = aCandidate({ influencerId: 'i3' });
    await product().candidates.putAll([
      unmeasured,
      aCandidate({ influencerId: 'i2', metrics: { kind: 'unreachable', at, because: 'private' } }),
      aCandidate({ score, shortlistRank: 1, sightings: [{ source: 'a.opml', line: 2, tag: 'food' }] }),
    ]);
    const { json, body } = await api('GET /campaigns/c1/candidates');
    expect(routes.listCandidates.answer.parse(json)).toEqual(json);
    expect(json.items).toMatchObject([
      { influencerId: 'i1', metrics: { state: 'measured' }, score: { value: 70 }, shortlistRank: 1 },
      { influencerId: 'i3', metrics: { state: 'waiting' } },
      { influencerId: 'i2', metrics: { state: 'unreachable', because: 'private' } },
    ]);
    expect(body).not.toContain('asha@example.com');
    expect((await api('GET /campaigns/nobody/candidates')).status).toBe(404);
    expect((await api('GET /campaigns/c1/candidates', { query: { limit: '1' } })).json.nextCursor).toBeDefined();
  });
});

describe('a campaign can be', () => {
  test('paused and resumed', async () => {
    expect((await api('POST /campaigns/c1/pause')).json).toMatchObject({ paused: true, status: 'running' });
    expect((await product().campaigns.get('c1')).paused).toBe(true);
    expect((await api('POST /campaigns/c1/resume')).json).toMatchObject({ paused: false });
  });

  test('cancelled, again and again: marked first, then its execution is stopped', async () => {
    const { status, json } = await api('POST /campaigns/c1/cancel');
    expect([status, json.status]).toEqual([200, 'cancelled']);
    expect((await api('POST /campaigns/c1/cancel')).status).toBe(200);
    expect(product().workflows.stopped).toEqual([executionArn, executionArn]);
  });

  test.each([
    ['finished', ['pause', 'resume', 'cancel']],
    ['failed', ['pause', 'resume']],
  ] as const)('neither, once it is %s', async (status, verbs) => {
    await product().campaigns.change('c1', { status });
    for (const verb of verbs) {
      const answer = await api(`POST /campaigns/c1/${verb}`);
      expect([answer.status, answer.json.detail]).toEqual([409, `The campaign is ${status} already.`]);
    }
    expect((await product().campaigns.get('c1')).status).toBe(status);
    expect(product().workflows.stopped).toEqual([]);
  });

  test('cancelled after it failed: its execution tells nobody any more, so what is open is withdrawn at once', async () => {
    const { campaigns, collaborations, attention } = product();
    await collaborations.createAll([anotherMember(3, 'invited')]);
    await campaigns.change('c1', { status: 'failed' });
    await attention.raise({ campaignId: 'c1', id: 'failed-1', raisedAt: at, because: 'it stopped', options: [] });
    for (const _ of ['once', 'again']) expect((await api('POST /campaigns/c1/cancel')).status).toBe(200);
    expect((await collaborations.get('c1', 'i3')).status).toBe('withdrawn');
    expect((await attention.open('c1')).map(({ because }) => because)).toEqual([
      'the campaign was cancelled, and their post is up: decide on the payout',
    ]);
  });

  test('no such campaign is not found', async () => {
    for (const verb of ['pause', 'resume', 'cancel'])
      expect((await api(`POST /campaigns/no/${verb}`)).status).toBe(404);
  });
});

describe('the report', () => {
  test('is JSON for programs, a page for people, CSV for spreadsheets', async () => {
    const json = await api('GET /campaigns/c1/report');
    expect(json.json).toMatchObject({ kind: 'progress', at, campaign: { id: 'c1' } });
    const html = await api('GET /campaigns/c1/report', { query: { format: 'html' } });
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('<!doctype html>');
    const csv = await api('GET /campaigns/c1/report', { query: { format: 'csv' } });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain('Asha Rao');
    expect((await api('GET /campaigns/c1/report', { query: { format: 'pdf' } })).status).toBe(400);
    expect((await api('GET /campaigns/no/report')).status).toBe(404);
  });

  test('is the final one once the campaign has ended', async () => {
    await product().campaigns.change('c1', { status: 'finished' });
    expect((await api('GET /campaigns/c1/report')).json.kind).toBe('final');
  });
});

describe('what is public', () => {
  test('the description and the console ask for no token', async () => {
    const { status, json } = await api('GET /openapi.json', { scopes: undefined });
    expect([status, json.openapi]).toEqual([200, '3.1.0']);
    const page = await api('GET /console', { scopes: undefined });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
