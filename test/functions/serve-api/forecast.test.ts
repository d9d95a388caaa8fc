import { describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { rowOf, workbook } from '#test/shared/adapters/list/zip.ts';
import { freshApi } from '#test/support/product/api.ts';
import { specInput } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();
const route = 'POST /campaigns/forecast';
const list = (people: number) =>
  `name,platform,handle,followers,engagement rate,email,country\n${Array.from(
    { length: people },
    (_, index) => `Person ${index},instagram,person.${index},${1500 + index * 10},4%,p${index}@mail.example,IN`,
  ).join('\n')}`;
const uploaded = [{ kind: 'csv' as const, upload: 'u-1' }];

describe('forecasting a campaign', () => {
  test('answers figures with intervals, chances, advice, warnings and assumptions', async () => {
    const { status, json } = await api(route, { body: specInput({ sources: [{ kind: 'csv', text: list(40) }] }) });
    expect(status).toBe(200);
    expect(routes.forecastCampaign.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({ model: 'forecast.v1', runs: 2000, opensOn: '2026-03-02', prospects: 40 });
    expect(json.figures.map(({ label }: { label: string }) => label)).toContain('People reached');
    expect(json.figures.find(({ id }: { id: string }) => id === 'spend')).toMatchObject({ currency: 'INR' });
    expect(json.warnings.join()).toContain('No shop is connected');
  });

  test('changes nothing, also when sent again with a key; any token that reads may ask', async () => {
    const call = { body: specInput(), headers: { 'idempotency-key': 'k-1' }, scopes: 'read' };
    const [first, second] = [await api(route, call), await api(route, call)];
    expect(second.status).toBe(200);
    expect(second.body).toBe(first.body);
    expect(second.headers['idempotency-replayed']).toBeUndefined();
    expect((await product().campaigns.list({ limit: 10 })).items).toEqual([]);
    expect(product().workflows.started).toEqual([]);
    expect(product().files.kept.size).toBe(0);
    expect((await api(route, { body: specInput(), scopes: 'approve' })).status).toBe(403);
  });

  test('another seed is another simulation of the same campaign', async () => {
    const [one, other] = await Promise.all(['a', 'b'].map(seed => api(route, { body: specInput(), query: { seed } })));
    expect(one?.json.seed).toBe('a');
    expect(one?.json.figures).not.toEqual(other?.json.figures);
  });

  test('is refused as the launch would be, with the same problems', async () => {
    const bad = [
      { ...specInput(), wanted: 0, colour: 'red' },
      specInput({ period: { startsOn: '2026-01-01', endsOn: '2026-02-20' } }),
      specInput({ outreach: { sender: { name: 'Asha', address: 'asha@elsewhere.example' } } }),
      specInput({ sources: uploaded }),
      specInput({ sources: [{ kind: 'csv', text: '<html></html>' }] }),
    ];
    for (const body of bad) {
      const [forecast, launch] = [await api(route, { body }), await api('POST /campaigns', { body })];
      expect(forecast.status).toBe(400);
      expect(forecast.json).toEqual(launch.json);
    }
    expect((await api(route, { body: specInput(), query: { seed: '' } })).status).toBe(400);
  });

  test('whom nothing can make fit is not counted; whose numbers are missing may fit', async () => {
    const text =
      'name,platform,handle,followers,engagement rate,email\nA,instagram,aa,90000,4%,a@mail.example\nB,instagram,bb,4000,4%,b@mail.example\nC,instagram,cc,,,';
    const { json } = await api(route, { body: specInput({ sources: [{ kind: 'csv', text }] }) });
    expect(json.prospects).toBe(2);
    expect(json.assumptions.map(({ id }: { id: string }) => id)).toContain('eligible');
  });

  test('looks into an uploaded list of any format as into one inside the request, and so does the launch', async () => {
    const rows = list(9)
      .split('\n')
      .map((row, index) => rowOf(index + 1, row.split(',')));
    await product().files.write('uploads/u-1', workbook({ People: rows.join('') }), 'application/octet-stream');
    const [given, sent] = await Promise.all(
      [[{ kind: 'csv' as const, text: list(9) }], uploaded].map(sources =>
        api(route, { body: specInput({ sources, wanted: 8 }), query: { seed: 's' } }),
      ),
    );
    expect(sent?.json.prospects).toBe(9);
    expect(sent?.json.figures).toEqual(given?.json.figures);
    expect(sent?.json.warnings.join()).toContain('The sources name 9 people who may fit');
    const { json } = await api('POST /campaigns', { body: specInput({ sources: uploaded, wanted: 8 }) });
    const { forecast } = await product().campaigns.get(json.id);
    expect(forecast?.figures.find(({ id }) => id === 'invitations')).toMatchObject({ high: 9 });
  });

  test('looks at the first thousands of a very long list where they are enough, and else assumes the audience', async () => {
    const forecastOf = async (text: string) => {
      await product().files.write('uploads/u-1', text, 'text/csv');
      return (await api(route, { body: specInput({ sources: uploaded }) })).json;
    };
    const [head = '', ...rows] = list(5851).split('\n');
    // The first 851 are small enough for the audience.
    expect((await forecastOf([head, ...rows].join('\n'))).prospects).toBe(851);
    expect((await forecastOf([head, ...rows.toReversed()].join('\n'))).prospects).toBeUndefined();
    const nobody = `name,platform,handle\n${'Nobody,instagram,\n'.repeat(20_001)}`;
    const assumed = await forecastOf(nobody);
    expect(assumed.prospects).toBeUndefined();
    expect(assumed.warnings.join()).toContain('not known here');
  });

  test('our own roster is not known beforehand; the audience is assumed', async () => {
    const { json } = await api(route, { body: specInput({ sources: [{ kind: 'roster' }] }) });
    expect(json.prospects).toBeUndefined();
    expect(json.warnings.join()).toContain('not known here');
    expect(json.figures[0]).toMatchObject({ id: 'invitations', high: 6 });
  });

  test('a blogroll and named profiles are people too', async () => {
    const opml =
      '<opml><body><outline text="A blog" xmlUrl="https://a-blog.example/feed" htmlUrl="https://a-blog.example/"/></body></opml>';
    const profiles = [
      { platform: 'instagram' as const, handle: '@asha.glow', name: 'Asha', email: 'asha@mail.example' },
      { platform: 'instagram' as const, handle: 'no handle at all!' },
    ];
    const { json } = await api(route, {
      body: specInput({
        sources: [
          { kind: 'opml', text: opml },
          { kind: 'profiles', profiles },
        ],
      }),
    });
    expect(json.prospects).toBe(2);
  });

  test('the waiting time for approval counts', async () => {
    const { json } = await api(route, { body: specInput({ approval: { mode: 'person', withinHours: 72 } }) });
    expect(json.opensOn).toBe('2026-03-05');
  });
});
