import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldName } from '#infra/cli/api.ts';
import { apiSettings } from '#infra/cli/settings.ts';

/** An API that answers what each test needs and remembers what it was asked. */
let server: Server;
let url = '';
let answers: { status: number; body: unknown }[] = [];
const asked: { method: string; path: string; headers: Record<string, unknown>; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk as Buffer));
    request.on('end', () => {
      asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      const { status, body } = answers.shift() ?? { status: 500, body: {} };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function groundswell(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)('node', ['infra/cli/groundswell.js', ...args], {
      env: { ...process.env, GROUNDSWELL_API: url, GROUNDSWELL_TOKEN: 'gs_test' },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const summary = {
  id: 'c-1',
  name: 'Glow',
  brand: 'Meadow',
  status: 'launched',
  paused: false,
  createdAt: '2026-11-30T04:00:00Z',
  endsAt: '2027-01-10T18:30:00Z',
  budget: { minor: 1000, currency: 'INR' },
  committed: { minor: 0, currency: 'INR' },
};

describe('groundswell', () => {
  it('explains itself and its exit codes', async () => {
    const { code, out } = await groundswell('--help');
    expect(code).toBe(0);
    for (const word of [
      'launch',
      'forecast',
      'status',
      'approve',
      'cancel',
      'attention',
      'decide',
      'mail',
      'report',
      'token',
      'Exit codes',
    ])
      expect(out).toContain(word);
  });

  it('decides about a collaboration, and says what happens next where they live', async () => {
    const now = {
      influencerId: 'i-1',
      name: 'Meera',
      profile: { platform: 'instagram', handle: 'meera', url: 'https://instagram.com/meera' },
      status: 'invited',
      since: summary.createdAt,
      offer: { fee: summary.budget, perSalePercent: 0, perLead: summary.committed },
      next: {
        what: 'second reminder, unless they answer',
        at: '2026-12-03T04:30:00.000Z',
        because: 'nothing new since 2026-11-26',
        timeZone: 'Asia/Kolkata',
      },
      decisions: ['skip'],
    };
    answers = [{ status: 200, body: now }];
    asked.length = 0;
    const { code, out } = await groundswell(
      'decide',
      'c-1',
      'i-1',
      'snooze',
      '--until',
      '2026-12-02',
      '--because',
      'exams',
    );
    expect([code, out]).toEqual([
      0,
      'Meera is invited. Next: second reminder, unless they answer; Thu 3 Dec 10:00 Asia/Kolkata.\n',
    ]);
    expect(asked[0]?.path).toBe('/campaigns/c-1/collaborations/i-1/decision');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ decision: 'snooze', until: '2026-12-02', because: 'exams' });
  });

  it.each([
    [['snooze', '--because', 'x'], '--until:'],
    [['skip', '--fee', '5'], '--fee: not for this decision'],
    [['shrug'], 'that is no decision'],
  ])('refuses the decision %j before it asks anybody', async (args, reason) => {
    asked.length = 0;
    const { code, err } = await groundswell('decide', 'c-1', 'i-1', ...args);
    expect([code, asked]).toEqual([2, []]);
    expect(err).toContain(reason);
  });

  it('asks for an erasure by address or id, and says what to see to before it is done', async () => {
    const erasure = { id: 'e-1', status: 'open', askedAt: summary.createdAt, askedBy: 't-1', influencerIds: ['i-1'] };
    const owed = [{ campaignId: 'c-1', status: 'verified', amount: summary.budget }];
    const coupons = [{ shop: 'meadow.myshopify.com', code: 'MEERA10' }];
    const now = { ...erasure, erased: {}, held: { messages: 3, 'raw-mails': 1 }, owed, coupons };
    answers = [
      { status: 202, body: now },
      { status: 202, body: { ...now, held: {}, owed: [], coupons: [] } },
      { status: 200, body: { items: [{ ...erasure, status: 'done', erased: { messages: 3 } }] } },
    ];
    asked.length = 0;
    const { out } = await groundswell('erase', 'meera@example.com');
    for (const words of ['3  messages', '1  raw mails', 'c-1  verified', 'MEERA10']) expect(out).toContain(words);
    expect((await groundswell('erase', 'i-1')).out).toContain('nothing is held');
    expect((await groundswell('erasures')).out).toContain('2026-11-30  e-1  done  i-1, asked for by t-1');
    const bodies = asked.slice(0, 2).map(({ body }) => JSON.parse(body));
    expect(bodies).toEqual([{ address: 'meera@example.com' }, { influencerId: 'i-1' }]);
  });

  it('lists what waits for a person, with the command that decides it', async () => {
    const item = {
      campaignId: 'c-1',
      id: 'failed-1',
      raisedAt: summary.createdAt,
      because: 'it stopped',
      options: ['cancel'],
    };
    answers = [
      { status: 200, body: { budgetLeft: summary.budget, ceiling: summary.budget, items: [{ ...item, mails: [] }] } },
    ];
    const { out } = await groundswell('attention', 'c-1');
    expect(out).toContain('campaign: it stopped');
    expect(out).toContain('npx groundswell resolve c-1 failed-1');
  });

  it('uploads the files that a campaign names and launches with an idempotency key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-'));
    writeFileSync(join(folder, 'people.csv'), 'handle,platform\nmeera,instagram\n');
    writeFileSync(join(folder, 'c.yaml'), 'name: Glow\nsources:\n  - { kind: csv, file: people.csv }\n');
    answers = [
      { status: 201, body: { upload: 'u-1', url: `${url}/put-here`, expiresAt: '2026-11-30T05:00:00Z' } },
      { status: 200, body: {} },
      { status: 201, body: summary },
    ];
    asked.length = 0;
    const { code, out } = await groundswell('launch', join(folder, 'c.yaml'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: 'c-1' });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /uploads',
      'PUT /put-here',
      'POST /campaigns',
    ]);
    expect(asked[1]?.body).toContain('meera,instagram');
    expect(asked[2]?.headers['idempotency-key']).toMatch(/.{8,}/);
    expect(JSON.parse(asked[2]?.body ?? '')).toEqual({
      name: 'Glow',
      sources: [{ kind: 'csv', name: 'people.csv', upload: 'u-1' }],
    });
  });

  it('names the fields that the API refuses and exits with 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-'));
    writeFileSync(join(folder, 'c.yaml'), 'name: Glow\n');
    answers = [
      {
        status: 400,
        body: {
          title: 'The request is not valid',
          detail: 'The campaign has a problem.',
          errors: [{ pointer: '/brief/deliverables/0/format', detail: 'must be post, reel, story, video or article' }],
        },
      },
    ];
    const { code, err } = await groundswell('launch', join(folder, 'c.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('brief.deliverables[0].format: must be post');
  });

  it.each([
    [401, 4],
    [404, 3],
    [409, 6],
    [500, 1],
  ])('turns an answer of %i into exit code %i', async (status, exit) => {
    answers = [{ status, body: { title: 'No', detail: 'Because.' } }];
    const { code, err } = await groundswell('status', 'c-1');
    expect(code).toBe(exit);
    expect(err).toContain('No. Because.');
  });

  it('says that nobody answers and exits with 5', async () => {
    const { code, err } = await groundswell('status', 'c-1', '--api', 'http://127.0.0.1:9');
    expect(code).toBe(5);
    expect(err).toMatch(/can not be reached/);
  });

  it('points to the line of a YAML mistake', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-'));
    writeFileSync(join(folder, 'c.yaml'), 'name: Glow\nbrand: [unclosed\n');
    const { code, err } = await groundswell('launch', join(folder, 'c.yaml'));
    expect(code).toBe(2);
    expect(err).toMatch(/line \d/);
  });
});

describe('settings', () => {
  it('never send the local token to another address', () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-'));
    expect(() => apiSettings({ api: 'https://elsewhere.example' }, {}, folder)).toThrow(/token/);
    expect(apiSettings({ api: 'https://elsewhere.example/', token: 't' }, {}, folder)).toEqual({
      url: 'https://elsewhere.example',
      token: 't',
    });
  });
});

describe('a field name', () => {
  it('reads as in the file', () => {
    expect(fieldName('/sources/0/name')).toBe('sources[0].name');
    expect(fieldName('/a~1b')).toBe('a/b');
    expect(fieldName('')).toBe('the file');
  });
});
