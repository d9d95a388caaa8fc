import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Collaboration, collaborationStatuses } from '#shared/domain/collaboration.ts';
import { money } from '#shared/domain/money.ts';
import { reportCsv } from '#shared/domain/report/csv.ts';
import type { Brought, ReportInput } from '#shared/domain/report/input.ts';
import type { Snapshot } from '#shared/domain/report/report.ts';
import { buildReport } from '#shared/domain/report/report-builder.ts';
import { aCollaboration, at, days, inr, progressIn, someTerms } from '../builders.ts';
import { corpusRows, hasCorpora } from '../corpus.ts';

const invitation = { purpose: 'invitation', number: 1, at: days(-20) } as const;
const someone = (
  id: string,
  status: Parameters<typeof aCollaboration>[0],
  over: Parameters<typeof aCollaboration>[1] = {},
): Collaboration => aCollaboration(status, { influencerId: id, name: id.toUpperCase(), sent: [invitation], ...over });

const brought = (over: Partial<Brought> = {}): Brought => ({
  clicks: 100,
  orders: 5,
  revenue: inr(10_000),
  likes: 300,
  comments: 20,
  ...over,
});

const input = (over: Partial<ReportInput> = {}): ReportInput => ({
  kind: 'progress',
  campaign: {
    id: 'c1',
    name: 'Winter',
    brand: 'Lumen',
    startsOn: '2026-02-01',
    endsOn: '2026-03-31',
    currency: 'INR',
    budget: inr(100_000),
  },
  counts: { candidates: 1204, measured: 1100, eligible: 300 },
  committed: inr(8000),
  wanted: 10,
  attributionDays: 30,
  collaborations: [someone('a', 'verified'), someone('b', 'published'), someone('c', 'invited')],
  brought: new Map([
    ['a', brought()],
    ['b', brought({ revenue: inr(14_000) })],
  ]),
  snapshots: [],
  attention: [],
  at,
  ...over,
});
const report = (over: Partial<ReportInput> = {}) => buildReport(input(over));
const figure = (id: string, over: Partial<ReportInput> = {}) => report(over).figures.find(each => each.id === id);
const snapshot = (day: number, over: Partial<Snapshot> = {}): Snapshot => ({
  campaignId: 'c1',
  at: days(day),
  funnel: {},
  spend: 0,
  committed: 0,
  clicks: 0,
  orders: 0,
  revenue: 0,
  engagements: 0,
  views: 0,
  brandFollowers: {},
  ...over,
});

describe('the headline', () => {
  const none = new Map<string, Brought>();
  it.each<[string, Partial<ReportInput>]>([
    ['3 influencers shortlisted from 1,204 candidates for 10 collaborations within ₹1,00,000', { kind: 'kick-off' }],
    ['3 influencers shortlisted for 1 collaboration within ₹1,00,000', { kind: 'kick-off', counts: {}, wanted: 1 }],
    ['2 of 10 posts are live and brought ₹24,000, 3.0 times what they cost', {}],
    ['2 posts went live and brought ₹24,000, 3.0 times what they cost', { kind: 'final' }],
    ['2 of 10 posts are live for ₹8,000, with 0 clicks and no orders yet', { brought: none }],
    ['2 posts went live for ₹8,000, with 0 clicks and no orders attributed', { kind: 'final', brought: none }],
    ['1 influencer shortlisted, the invitations are going out', { collaborations: [aCollaboration('shortlisted')] }],
    [
      '1 of 3 invited influencers answered and 0 accepted',
      { collaborations: [someone('a', 'invited'), someone('b', 'negotiating'), someone('c', 'unresponsive')] },
    ],
    ['The campaign ended without a post', { kind: 'final', collaborations: [someone('a', 'declined')] }],
    [
      '1 of 10 posts are live, 100 clicks and 5 orders so far',
      {
        collaborations: [someone('a', { ...progressIn('verified'), terms: someTerms({ fee: inr(0) }) } as never)],
      },
    ],
  ])('%s', (headline, over) => {
    expect(report(over).headline).toBe(headline);
  });
});

describe('figures', () => {
  it('add up what the collaborations cost and brought', () => {
    const value = (id: string) => figure(id)?.value;
    expect(value('spend')).toBe(800_000);
    expect(value('revenue')).toBe(2_400_000);
    expect(value('roas')).toBe(3);
    expect(value('roi')).toBe(2);
    expect(value('engagements')).toBe(640);
    expect(value('committed')).toBe(800_000);
    expect(value('budget-left')).toBe(9_200_000);
    expect(value('answer-rate')).toBeCloseTo(2 / 3);
  });

  it('the rates of the outreach carry an interval that a few dozen mails deserve', () => {
    const many = Array.from({ length: 40 }, (_, index) => someone(`i${index}`, index < 20 ? 'accepted' : 'invited'));
    const acceptance = figure('acceptance-rate', { collaborations: many });
    expect(acceptance).toMatchObject({ value: 0.5, unit: 'percent', inputs: { part: 20, whole: 40 } });
    const [low = 0, high = 0] = acceptance?.interval ?? [];
    expect(low).toBeCloseTo(0.4, 1);
    expect(high).toBeCloseTo(0.6, 1);
  });

  it('are a dash before there is anything to divide', () => {
    const before = { collaborations: [aCollaboration('shortlisted')], brought: new Map() };
    for (const id of ['answer-rate', 'acceptance-rate', 'roas', 'roi', 'cpe', 'cac', 'conversion-rate', 'engagements'])
      expect(figure(id, before)).toMatchObject({ value: null });
    expect(figure('answer-rate', before)).not.toHaveProperty('interval');
  });

  it('the final one holds the forecast of the launch against what came; earlier ones do not', () => {
    const forecast = { model: 'forecast.v1', figures: [{ id: 'posts', low: 3, median: 5, high: 8 }] } as const;
    const note = 'Forecast at the launch (eight of ten campaigns end in between): posts 3 to 8, in the end 2.';
    expect(report({ kind: 'final', forecast }).notes).toContain(note);
    expect(report({ kind: 'progress', forecast }).notes).not.toContain(note);
    expect(report({ kind: 'final' }).notes.join()).not.toContain('Forecast');
  });

  it('leave out other currencies and hidden counts, and the notes say so', () => {
    const mixed = new Map([
      ['a', brought({ revenue: money(500, 'USD') })],
      ['b', { clicks: 1, orders: 1, revenue: inr(14_000) }],
    ]);
    expect(figure('revenue', { brought: mixed })?.value).toBe(1_400_000);
    expect(figure('engagements', { brought: mixed })?.value).toBe(320);
    expect(report({ brought: mixed }).notes).toEqual([
      'An order counts for the influencer whose coupon was used, else for the last link clicked within 30 days.',
      '1 of 2 posts do not show likes or comments; they are left out, not counted as 0.',
      '1 collaborations have amounts in another currency than INR; the sums leave them out.',
    ]);
  });
});

describe('the funnel', () => {
  it('counts how far everybody ever came, also those who are lost', () => {
    const mail = (purpose: 'brief' | 'answer') => ({ purpose, number: 1, at });
    const collaborations = [
      aCollaboration('excluded'),
      someone('a', 'unresponsive'),
      someone('b', 'declined'),
      someone('c', 'unresponsive', { sent: [invitation, mail('answer')] }),
      someone('d', 'withdrawn', { sent: [invitation, mail('brief')] }),
      someone('e', 'briefed'),
      someone('f', 'confirmed'),
      someone('g', 'settled'),
    ];
    expect(report({ collaborations }).funnel).toEqual([
      { name: 'Candidates', count: 1204 },
      { name: 'Measured', count: 1100 },
      { name: 'Eligible', count: 300 },
      { name: 'Shortlisted', count: 8 },
      { name: 'Invited', count: 7 },
      { name: 'Answered', count: 6 },
      { name: 'Accepted', count: 4 },
      { name: 'Confirmed', count: 2 },
      { name: 'Published', count: 1 },
      { name: 'Verified', count: 1 },
    ]);
  });

  it('never widens', () => {
    const anyStatuses = fc.array(fc.constantFrom(...collaborationStatuses), { maxLength: 30 });
    fc.assert(
      fc.property(anyStatuses, statuses => {
        const { funnel } = report({
          counts: {},
          collaborations: statuses.map((status, index) => someone(`i${index}`, status)),
        });
        for (const [index, { count }] of funnel.entries())
          if (index > 0) expect(count).toBeLessThanOrEqual(funnel[index - 1]?.count ?? 0);
      }),
    );
  });
});

describe('results', () => {
  it('stand with the most revenue first, then engagement, clicks and name', () => {
    const equal = ['z', 'y', 'x'].map(id => someone(id, 'verified'));
    const same = new Map([
      ['z', brought()],
      ['y', brought({ likes: 301 })],
      ['x', brought({ clicks: 101 })],
    ]);
    expect(report().results.map(({ influencerId }) => influencerId)).toEqual(['b', 'a', 'c']);
    expect(report({ collaborations: equal, brought: same }).results.map(({ influencerId }) => influencerId)).toEqual([
      'y',
      'x',
      'z',
    ]);
    const twins = [
      someone('2', 'invited', { name: 'N' }),
      someone('1', 'invited', { name: 'N' }),
      someone('0', 'invited', { name: 'O' }),
    ];
    expect(report({ collaborations: twins }).results.map(({ influencerId }) => influencerId)).toEqual(['1', '2', '0']);
  });

  it('cost the fee from the day the post is up, with commission, and what was settled in the end', () => {
    const terms = someTerms({ perSalePercent: 10 });
    const costs = (status: 'confirmed' | 'published' | 'verified' | 'settled') =>
      report({ collaborations: [someone('a', { ...progressIn(status), terms } as never)] }).results[0];
    expect(costs('confirmed')).toMatchObject({ cost: inr(0), fee: terms.fee });
    expect(costs('confirmed')).not.toHaveProperty('postUrl');
    expect(costs('published')).toMatchObject({ cost: inr(5000), postUrl: 'https://example.com/p' });
    expect(costs('verified')).toMatchObject({ cost: inr(5000), postUrl: 'https://example.com/p' });
    expect(costs('settled')).toMatchObject({ cost: inr(4000) });
  });
});

describe('lines and growth', () => {
  const snapshots = [
    snapshot(-1, { revenue: 500, clicks: 7, brandFollowers: { 'instagram:lumen': 1010, 'youtube:lumen': 50 } }),
    snapshot(-3, { brandFollowers: { 'instagram:lumen': 1000 } }),
    snapshot(5, { revenue: 9_999 }),
  ];

  it('run in time, up to the report, without days that could not be read', () => {
    const { series } = report({ snapshots });
    expect(series.map(({ name }) => name)).toEqual([
      'Revenue',
      'Spend',
      'Clicks',
      'Orders',
      'Engagements',
      'Followers of instagram:lumen',
      'Followers of youtube:lumen',
    ]);
    expect(series[0]?.points).toEqual([
      { at: days(-3), value: 0 },
      { at: days(-1), value: 500 },
    ]);
    expect(series.at(-1)?.points).toEqual([{ at: days(-1), value: 50 }]);
  });

  it('the follower lift counts from the first post, over the days with all profiles', () => {
    const daily = Array.from({ length: 31 }, (_, index) =>
      snapshot(index - 30, {
        brandFollowers: { 'instagram:lumen': 1000 + 10 * index + (index > 20 ? 5 * (index - 20) : 0) },
      }),
    );
    const posted = { ...progressIn('verified', days(-10)) } as never;
    const over = { snapshots: daily, collaborations: [someone('a', posted), someone('b', 'published')] };
    expect(figure('follower-lift', over)).toMatchObject({ value: 50 });
    expect(figure('follower-lift')).toBeUndefined();
    expect(report({ snapshots, collaborations: [] }).notes).toContain('The follower lift is known once a post is up.');
  });
});

it('shows what a person still has to decide, oldest first', () => {
  const item = (id: string, raisedAt: string, over = {}) => ({
    campaignId: 'c1',
    id,
    raisedAt,
    because: '?',
    options: [],
    ...over,
  });
  const attention = [
    item('b', days(-1)),
    item('a', days(-2)),
    item('c', days(-1)),
    item('done', days(-3), { resolvedAt: at }),
  ];
  expect(report({ attention }).attention.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('the same facts in any order give the same report byte for byte', () => {
  const facts = input({
    collaborations: collaborationStatuses.map((status, index) => someone(`i${index % 7}${index}`, status)),
    snapshots: [1, 2, 3].map(day => snapshot(-day, { clicks: day })),
  });
  const text = JSON.stringify(buildReport(facts));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...facts.collaborations], { minLength: facts.collaborations.length }),
      fc.shuffledSubarray([...facts.snapshots], { minLength: 3 }),
      (collaborations, snapshots) => {
        expect(JSON.stringify(buildReport({ ...facts, collaborations, snapshots }))).toBe(text);
      },
    ),
  );
});

describe('the report as CSV', () => {
  it('has one row per collaboration, amounts in major units, unknown counts empty', () => {
    expect(reportCsv(report()).split('\r\n')).toEqual([
      'influencer,platform,profile,status,post,currency,fee,cost,revenue,clicks,orders,likes,comments,views',
      'B,instagram,https://www.instagram.com/asha.glow/,published,https://example.com/p,INR,4000,4000,14000,100,5,300,20,',
      'A,instagram,https://www.instagram.com/asha.glow/,verified,https://example.com/p,INR,4000,4000,10000,100,5,300,20,',
      'C,instagram,https://www.instagram.com/asha.glow/,invited,,INR,,0,0,0,0,,,',
      '',
    ]);
  });

  it('quotes what needs it', () => {
    const odd = report({ collaborations: [someone('a', 'invited', { name: 'Rao, "Asha"\nMumbai' })] });
    expect(reportCsv(odd)).toContain('"Rao, ""Asha""\nMumbai"');
  });

  const firstCell = (name: string) => {
    const [, body = ''] = reportCsv(report({ collaborations: [someone('a', 'invited', { name })] })).split(
      /\r\n([\s\S]*)/,
    );
    return body.startsWith('"') ? body.slice(1) : body;
  };

  it.skipIf(!hasCorpora)('no text of a stranger becomes a formula (public payloads)', () => {
    const payloads = corpusRows<{ payload: string; kind: string }, unknown>('injection');
    expect(payloads.filter(({ input: { kind } }) => kind === 'csv_cell').length).toBeGreaterThan(10);
    for (const { input: payload } of payloads) expect(firstCell(payload.payload)).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('no text of a stranger becomes a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), fc.string({ unit: 'binary' }), (start, rest) => {
        expect(firstCell(start + rest)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
