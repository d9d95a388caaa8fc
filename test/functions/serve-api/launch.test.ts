import { describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { at, inr } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { specInput } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();
const good = specInput();
const launch = (body: object, headers: Record<string, string> = {}) => api('POST /campaigns', { body, headers });
const nothingWritten = async () => {
  expect((await product().campaigns.list({ limit: 10 })).items).toEqual([]);
  expect(product().workflows.started).toEqual([]);
  expect(product().files.kept.size).toBe(0);
};

describe('launching a campaign', () => {
  test('stores it, starts its workflow and tells where it is', async () => {
    const { status, json, headers } = await launch(good);
    expect(status).toBe(201);
    expect(routes.launchCampaign.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      name: 'Monsoon Proof Skin',
      brand: 'Meadow Botanics',
      status: 'launched',
      createdAt: at,
      endsAt: '2026-04-15T18:29:59.999Z',
      budget: inr(20_000),
      committed: inr(0),
    });
    expect(headers.location).toBe(`/campaigns/${json.id}`);
    expect(product().workflows.started).toEqual([json.id]);
    expect(await product().campaigns.get(json.id)).toMatchObject({ executionArn: expect.stringContaining(json.id) });
  });

  test('keeps what is expected of it, for the final report', async () => {
    const { json } = await launch(good);
    const { forecast } = await product().campaigns.get(json.id);
    expect(forecast).toMatchObject({ model: 'forecast.v1' });
    expect(forecast?.figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['posts', 'spend']));
    const shown = (await api(`GET /campaigns/${json.id}`)).json.forecast;
    expect(shown.figures).toContainEqual(expect.objectContaining({ id: 'posts', label: 'Posts' }));
    expect(shown.figures).toContainEqual(expect.objectContaining({ id: 'spend', currency: 'INR' }));
  });

  const brief = good.brief;
  const wrong: [string, object, string][] = [
    ['an unknown field', { ...good, colour: 'red' }, '/colour'],
    ['an unknown field deep down', { ...good, budget: { ...good.budget, max: 1 } }, '/budget/max'],
    ['a day that is none', { ...good, period: { ...good.period, endsOn: '2026-02-30' } }, '/period/endsOn'],
    ['a date with a time', { ...good, period: { ...good.period, startsOn: '2026-03-01T10:00' } }, '/period/startsOn'],
    [
      'an end before the start',
      { ...good, period: { startsOn: '2026-05-01', endsOn: '2026-04-15' } },
      '/period/endsOn',
    ],
    ['a time zone that is none', { ...good, period: { ...good.period, timeZone: 'Pune' } }, '/period/timeZone'],
    [
      'an end in the past',
      {
        ...good,
        period: { startsOn: '2026-01-01', endsOn: '2026-03-01' },
        brief: { ...brief, postBetween: { from: '2026-02-01', to: '2026-02-20' } },
      },
      '/period/endsOn',
    ],
    ['no budget', { ...good, budget: { amount: 0, currency: 'INR' } }, '/budget/amount'],
    ['a negative budget', { ...good, budget: { amount: -5, currency: 'INR' } }, '/budget/amount'],
    ['less than a paisa', { ...good, budget: { amount: 2000.001, currency: 'INR' } }, '/budget/amount'],
    [
      'half a yen',
      { ...good, budget: { amount: 20_000, currency: 'JPY' }, compensation: { floor: 1500.5, ceiling: 9000 } },
      '/compensation/floor',
    ],
    ['a currency that is none', { ...good, budget: { amount: 10, currency: 'RUPEES' } }, '/budget/currency'],
    ['a floor above the ceiling', { ...good, compensation: { floor: 10, ceiling: 9 } }, '/compensation/ceiling'],
    ['a floor above the budget', { ...good, compensation: { floor: 30_000, ceiling: 40_000 } }, '/compensation/floor'],
    ['no source', { ...good, sources: [] }, '/sources'],
    ['an unknown source', { ...good, sources: [{ kind: 'telepathy' }] }, '/sources/0/kind'],
    ['a source with nothing in it', { ...good, sources: [{ kind: 'csv' }] }, '/sources/0/upload'],
    ['a missing upload', { ...good, sources: [...good.sources, { kind: 'csv', upload: 'u-1' }] }, '/sources/1/upload'],
    ['a stakeholder that is no address', { ...good, stakeholders: ['a@b.example', 'founder'] }, '/stakeholders/1'],
    ['nobody to report to', { ...good, stakeholders: [] }, '/stakeholders'],
    [
      'a sender of another domain',
      { ...good, outreach: { sender: { name: 'Asha', address: 'asha@gmail.example' } } },
      '/outreach/sender/address',
    ],
    [
      'a sender of a domain that ends the same',
      { ...good, outreach: { sender: { name: 'Asha', address: 'asha@evilmeadow.example' } } },
      '/outreach/sender/address',
    ],
    [
      'posts after the end',
      { ...good, brief: { ...brief, postBetween: { from: '2026-03-20', to: '2026-05-01' } } },
      '/brief/postBetween/to',
    ],
    [
      'a landing page that is no web page',
      { ...good, brief: { ...brief, landingPage: 'javascript:1' } },
      '/brief/landingPage',
    ],
    ['no object', [], ''],
  ];
  test.each(wrong)('refuses %s, naming the field, and writes nothing', async (_, body, pointer) => {
    const { status, json } = await launch(body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ type: 'urn:groundswell:invalid-request', status: 400, instance: 'request-1' });
    expect(json.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    await nothingWritten();
  });

  test('tells everything that is wrong at once', async () => {
    const { json } = await launch({ ...good, name: '', wanted: 0, stakeholders: ['x'] });
    expect(json.errors).toHaveLength(3);
    expect(json.detail).toBe('The campaign has 3 problems.');
  });

  test('own words that could not be written are refused by field', async () => {
    const messages = { invitation: { subject: 'Hi {{ frist_name }}', text: 'Fine, {{ name }}' } };
    const experiment = { b: { text: '{% include "x" %}' } };
    const answer = await launch({ ...good, outreach: { ...good.outreach, messages, experiment } });
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toMatchObject([
      { pointer: '/outreach/messages/invitation/subject', detail: expect.stringContaining('frist_name') },
      { pointer: '/outreach/experiment/b/text', detail: expect.stringContaining('include') },
    ]);
  });

  test('a body that is no JSON, or no text, is refused', async () => {
    for (const [body, base64] of [
      ['{"name":', false],
      [Buffer.from([0xff, 0xfe]).toString('base64'), true],
    ] as const) {
      const { status, json } = await api('POST /campaigns', { body, base64 });
      expect(status).toBe(400);
      expect(json.detail).toMatch(/^The body is no JSON/);
    }
    expect((await api('POST /campaigns')).status).toBe(400);
    await nothingWritten();
  });

  test('a list in the request becomes a file; a campaign that is too long to keep is refused', async () => {
    const text = `name,email\n${'Asha,asha@example.com\n'.repeat(9000)}`;
    const { status, json } = await launch({ ...good, sources: [{ kind: 'csv', text }] });
    expect(status).toBe(201);
    const { sources } = (await product().campaigns.get(json.id)).spec;
    expect(sources).toEqual([{ kind: 'csv', name: 'candidates.csv', upload: `${json.id}-0` }]);
    expect(await product().files.readText(`uploads/${json.id}-0`, 1e6)).toBe(text);

    const profiles = Array.from({ length: 2000 }, (_, n) => ({
      platform: 'instagram' as const,
      handle: `creator.${n}`,
      name: 'A name of some length that says nothing'.repeat(3),
    }));
    const long = await launch({ ...good, sources: [{ kind: 'profiles', profiles }] });
    expect(long.status).toBe(413);
    expect(product().workflows.started).toHaveLength(1);
  });
});

describe('the same launch again', () => {
  const key = { 'idempotency-key': 'k-1' };

  test('gets the same answer, its location too, and starts nothing', async () => {
    const first = await launch(good, key);
    const again = await launch(good, key);
    expect([again.status, again.json, again.headers.location]).toEqual([201, first.json, first.headers.location]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(product().workflows.started).toHaveLength(1);
  });

  test('ten at once are one campaign', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => launch(good, key)));
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect(product().workflows.started).toHaveLength(1);
  });

  test('without a key two requests are two campaigns', async () => {
    await api('POST /campaigns', { body: good, requestId: 'r-1' });
    await api('POST /campaigns', { body: good, requestId: 'r-2' });
    expect(product().workflows.started).toHaveLength(2);
  });

  test('with another body it is refused; another caller may use the same key', async () => {
    await launch(good, key);
    const { status, json } = await launch({ ...good, name: 'Another' }, key);
    expect([status, json.type]).toEqual([409, 'urn:groundswell:idempotency-conflict']);
    expect(product().workflows.started).toHaveLength(1);
  });

  test('a refusal is kept as well', async () => {
    const { json } = await launch({ ...good, wanted: 0 }, key);
    const again = await launch({ ...good, wanted: 0 }, key);
    expect([again.status, again.json]).toEqual([400, json]);
    expect(again.headers['content-type']).toBe('application/problem+json');
  });

  test('our own failure is not kept: the next try launches the campaign that was stored', async () => {
    const { workflows, campaigns } = product();
    const start = workflows.startCampaign;
    workflows.startCampaign = async () => Promise.reject(new Error('Step Functions is away'));
    expect((await launch(good, key)).status).toBe(500);
    workflows.startCampaign = start;
    const { status, json } = await launch(good, key);
    expect(status).toBe(201);
    expect((await campaigns.list({ limit: 10 })).items.map(({ campaignId }) => campaignId)).toEqual([json.id]);
  });

  test('after our own failure another body is another campaign', async () => {
    const { workflows } = product();
    const start = workflows.startCampaign;
    workflows.startCampaign = async () => Promise.reject(new Error('Step Functions is away'));
    await launch(good, key);
    workflows.startCampaign = start;
    expect((await launch({ ...good, name: 'Another' }, key)).json.name).toBe('Another');
  });

  test.each(['', ' ', 'x'.repeat(201), 'schlüssel'])('the key %j is refused', async given => {
    expect((await launch(good, { 'idempotency-key': given })).status).toBe(400);
    await nothingWritten();
  });
});
