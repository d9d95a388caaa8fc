import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { freshApi } from '#test/support/product/api.ts';

const { api, product } = freshApi();
const parse = (text: string) => api('POST /campaigns/parse', { body: { text }, scopes: 'read' });

describe('a campaign file that the API reads', () => {
  test('comes back as JSON, with the lists that it names beside it', async () => {
    const { status, json } = await parse(readFileSync('campaign.example.yaml', 'utf8'));
    expect(status).toBe(200);
    expect(routes.parseCampaign.answer.parse(json)).toEqual(json);
    expect(json.campaign.period).toMatchObject({ startsOn: '2026-12-07', timeZone: 'Asia/Kolkata' });
    expect(json.files).toEqual([
      { source: 0, file: 'examples/candidates.csv' },
      { source: 1, file: 'examples/blogroll.opml' },
    ]);
    expect(product().files.kept.size).toBe(0);
  });

  test('may be JSON, and need not name any list', async () => {
    expect((await parse('{"name": "Monsoon"}')).json).toEqual({ campaign: { name: 'Monsoon' }, files: [] });
  });

  test.each([
    ['name: "no end\nbrand: x', /line \d+: /],
    ['- a\n- list', /it has no fields/],
    ['just words', /it has no fields/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]`,
      /alias/i,
    ],
  ])('is refused where it can not be read: %j', async (text, because) => {
    const { status, json } = await parse(text);
    expect(status).toBe(400);
    expect(json.errors).toContainEqual({ pointer: '/text', detail: expect.stringMatching(because) });
  });
});
