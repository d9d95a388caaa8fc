import type * as z from 'zod';
import { filesBeside, parseCampaignText } from '#shared/contracts/campaign-file.ts';
import { routes } from '#shared/contracts/http.ts';
import { profileFigures } from '#shared/domain/audience/profile-figures.ts';
import { sampleReport } from '#shared/email/sample-report.ts';
import { Fault } from '#shared/errors.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { problem } from '#shared/lambda/problem.ts';
import { consolePage } from '#shared/pages/console-page.ts';
import { reportPage } from '#shared/pages/report-page.ts';
import { someMetrics } from '#test/shared/domain/builders.ts';
import type { Asked, ServedPage } from '#test/support/page-server.ts';

/** The API as the console sees it; every answer is checked against the contract before it goes out. */

export const goodToken = 'gs_good';
export const evil = '<img src=x onerror="document.title=1">';

const rupees = (amount: number) => ({ minor: amount * 100, currency: 'INR' });
const at = '2026-12-14T03:30:00Z';

const summary = {
  id: 'winter-barrier-7f3a',
  name: `Winter Barrier ${evil}`,
  brand: 'Lumen Skin',
  status: 'awaiting-approval' as const,
  paused: false,
  createdAt: at,
  endsAt: '2027-01-04T18:29:59Z',
  budget: rupees(300_000),
  committed: rupees(125_000),
};

const figures = [
  { id: 'invitations' as const, label: 'Invited', low: 36, median: 40, high: 40 },
  { id: 'answers' as const, label: 'Answered', low: 5, median: 15, high: 23 },
  { id: 'acceptances' as const, label: 'Accepted', low: 2, median: 8, high: 15 },
  { id: 'posts' as const, label: 'Posts', low: 2, median: 7, high: 14 },
  { id: 'reach' as const, label: 'People reached', low: 5800, median: 21_400, high: 48_000 },
  { id: 'spend' as const, label: 'Spend', low: 420_000, median: 2_150_000, high: 5_300_000, currency: 'INR' },
];

const forecast = {
  model: 'forecast.v1',
  seed: 'x',
  runs: 2000,
  opensOn: '2026-12-07',
  prospects: 43,
  figures,
  inShort: 'To have 20 posts, invite about 115 people; this plan invites about 40 people, which brings about 7 posts.',
  chances: { reachesWanted: 0.018, staysInBudget: 1 },
  advice: [
    {
      field: 'outreach.contactFactor',
      value: 8.5,
      says: 'Write to 8.5 people per one wanted (170 instead of 40).',
      reachesWanted: 0.81,
    },
  ],
  warnings: ['No shop is connected, so orders are not counted.'],
  assumptions: [
    {
      id: 'answers',
      label: 'People who answer the invitation',
      unit: 'share' as const,
      low: 0.08,
      typical: 0.2,
      high: 0.35,
      source: 'A published figure, with where it stands.',
    },
  ],
};

const campaign = {
  forecast: { model: 'forecast.v1', figures },
  ...summary,
  counts: { rejectedRows: 60 },
  funnel: [
    { name: 'Shortlisted', count: 40 },
    { name: 'Invited', count: 36 },
    { name: 'Answered', count: 0 },
  ],
  standing: { negotiating: 1, invited: 1, verified: 1, declined: 1 },
  rejectedRows: [{ source: 'candidates.csv', line: 12, because: 'no column names a profile' }],
  attention: [
    {
      campaignId: summary.id,
      id: 'a1',
      raisedAt: at,
      influencerId: 'i1',
      name: 'Ritu Sharma',
      because: 'asks ₹24,000, above the ceiling of ₹15,000',
      quote: evil,
      options: ['offer another fee', 'withdraw'],
    },
  ],
  approval: { deadline: '2026-12-16T03:30:00Z' },
};

const figuresOf = (handle: string) =>
  profileFigures({
    kind: 'measured',
    at,
    gaps: [],
    profiles: [
      someMetrics({
        profile: { platform: 'instagram', handle },
        observedAt: at,
        followerKinds: { real: 120, influencer: 0, suspicious: 60, 'mass-follower': 20 },
      }),
    ],
  });

const candidate = (n: number) => ({
  influencerId: `i${n}`,
  name: `Candidate ${n}`,
  profiles: [
    { platform: 'instagram', handle: `handle${n}`, url: 'javascript:alert(1)' },
    ...(n === 1 ? [{ platform: 'youtube', handle: '@RituVlogs', url: 'https://www.youtube.com/@RituVlogs' }] : []),
  ],
  ...(n === 1 && { merged: [{ by: 'the same e-mail address', in: [`list.csv line 2 ${evil}`, 'list.csv line 3'] }] }),
  sightings: [],
  metrics: { state: 'measured', at },
  figures: figuresOf(n === 1 ? evil : `handle${n}`),
  score: {
    version: 'score.v1',
    at,
    value: 87.4,
    parts: [
      {
        name: 'engagement',
        weight: 0.4,
        value: 0.81,
        formula: 'hypeauditor-12.v1',
        reason: '6.1 % engage.',
        inputs: {},
      },
      { name: 'freshness', weight: 0.2, value: null, formula: 'freshness.v1', reason: 'No dates.', inputs: {} },
    ],
    exclusions: [],
    followers: 8420,
    engagementRate: 0.061,
    expectedFee: rupees(12_500),
  },
  shortlistRank: n,
  ...(n === 1 && {
    sharedFollowers: [
      { influencerId: 'i2', share: 0.342, basis: 'measured' as const },
      { influencerId: 'i3', share: 0.0184, basis: 'estimated' as const },
    ],
  }),
  ...(n === 2 && { sharedFollowers: [{ influencerId: 'i3', share: 0.0184, basis: 'estimated' as const }] }),
});

const collaboration = (n: number, more: object) => ({
  influencerId: `i${n}`,
  name: `Influencer ${n}`,
  profile: { platform: 'instagram', handle: `handle${n}`, url: 'https://www.instagram.com/x/' },
  since: at,
  offer: { fee: rupees(12_500), perSalePercent: 8, perLead: rupees(0) },
  next: { what: 'nothing', because: 'it has ended', timeZone: 'Asia/Kolkata' },
  decisions: [],
  ...more,
});

const chaseDecisions = ['snooze', 'skip', 'take-over', 'withdraw'];
const asked = { what: 'a person decides', because: 'asks ₹24,000', timeZone: 'Asia/Kolkata' };
const followUp = {
  what: 'second reminder, unless they answer',
  at: '2026-12-16T04:30:00Z',
  because: 'nothing new since 2026-12-09',
  timeZone: 'Asia/Kolkata',
};

const collaborations = [
  collaboration(1, {
    status: 'negotiating',
    heldForPerson: 'asks ₹24,000',
    next: asked,
    decisions: ['answer', 'offer', 'accept', ...chaseDecisions, 'hand-back'],
  }),
  collaboration(2, { status: 'invited', next: followUp, decisions: ['answer', ...chaseDecisions] }),
  collaboration(3, { status: 'verified', postUrl: 'https://www.instagram.com/reel/x/', coupon: 'MEERA10' }),
  collaboration(4, { status: 'declined', because: 'no time', decisions: ['reopen', 'answer'] }),
];

const draft = {
  state: 'handed-in' as const,
  since: at,
  round: 2,
  dueAt: '2026-12-15T18:29:59.999Z',
  link: 'https://drive.google.com/file/d/1xY2z/view',
  text: `#ad Two weeks with Winter Barrier.\nThe texture shot comes at the end. ${evil}`,
  words: 'Please say in the first seconds that it is an ad.',
};
const drafted = collaboration(5, {
  status: 'confirmed',
  draft,
  heldForPerson: 'their draft (round 2) waits for you',
  next: { what: 'a person decides', because: 'their draft waits', timeZone: 'Asia/Kolkata' },
  decisions: ['approve-draft', 'ask-changes', 'answer', 'post', ...chaseDecisions],
});
collaborations.push(drafted);

const timeline = [{ at, kind: 'message-in', title: 'Wrote back', detail: `I usually charge 24k\n${evil}` }];

const waiting = {
  budgetLeft: rupees(175_000),
  ceiling: rupees(15_000),
  items: [
    {
      ...campaign.attention[0],
      options: collaborations[0]?.decisions,
      collaboration: collaborations[0],
      asked: rupees(24_000),
      mails: timeline,
    },
    {
      campaignId: summary.id,
      id: 'd1',
      raisedAt: at,
      influencerId: 'i5',
      name: 'Influencer 5',
      because: 'their draft (round 2) waits for you',
      quote: draft.text,
      options: drafted.decisions,
      collaboration: drafted,
      mails: [],
    },
    {
      campaignId: summary.id,
      id: 'failed-1',
      raisedAt: at,
      because: 'The campaign stopped: upstream-failed',
      options: ['redrive the execution after mending the cause', 'cancel the campaign'],
      mails: [],
    },
  ],
};

const strayMail = {
  id: 'm1',
  at,
  from: 'manager@agency.example',
  subject: `About Ritu ${evil}`,
  text: 'Yes, count her in!',
  kind: 'human',
  because: 'no thread of ours is named and the sender is nobody we wrote to',
};

const preview = {
  format: 'csv' as const,
  columns: [
    { column: 'Name', field: 'name', confidence: 1, why: 'its name is known', samples: ['Meera', evil] },
    { column: 'Konto', confidence: 0, why: 'neither its name nor its values are known', samples: ['meera.glow'] },
    {
      column: 'Fans',
      field: 'followers',
      platform: 'instagram',
      confidence: 0.8,
      why: 'a known name',
      samples: ['4.500'],
    },
  ],
  notes: ['Numbers are written the German way: 4.500 is 4500.'],
  rows: { read: 2, usable: 1, refused: 1, all: true },
  refused: [{ source: 'fair.csv', line: 3, because: `no column names a profile ${evil}` }],
  people: [{ name: 'Meera', profiles: ['https://www.instagram.com/meera.glow/'] }],
};

const json = (schema: z.ZodType | undefined, value: unknown): ServedPage => ({
  body: JSON.stringify(schema ? schema.parse(value) : value),
  headers: { 'content-type': 'application/json' },
});

const refused = (status: number, title: string, detail: string): ServedPage => ({
  status,
  body: JSON.stringify({ title, detail }),
  headers: { 'content-type': 'application/problem+json' },
});

export function consoleWorld(asked: Asked): ServedPage | undefined {
  try {
    return answerTo(asked);
  } catch (error) {
    // What the console sent is held to the contract, and refused as the API refuses it.
    if (!(error instanceof Fault)) throw error;
    const { status, json: details, headers } = problem(error, 'r-1');
    return { status, body: JSON.stringify(details), headers: { ...headers } };
  }
}

function answerTo({ method, path, headers, body }: Asked): ServedPage | undefined {
  const sent = new TextEncoder().encode(body);
  const { pathname, searchParams } = new URL(path, 'http://x');
  if (pathname === '/console') {
    const { html, headers: policy } = consolePage();
    return { body: html, headers: policy };
  }
  if (headers.authorization !== `Bearer ${goodToken}`)
    return refused(401, 'A valid API token is needed', 'Unknown token.');
  const inCampaign = `/campaigns/${summary.id}`;
  switch (`${method} ${pathname}`) {
    case 'GET /campaigns':
      return json(routes.listCampaigns.answer, { items: [summary] });
    case 'POST /campaigns/parse': {
      const read = parseCampaignText(jsonBody(routes.parseCampaign.body, sent, 'It').text);
      return 'flaws' in read
        ? refused(400, 'The request is not valid', read.flaws.join())
        : json(routes.parseCampaign.answer, { campaign: read.campaign, files: filesBeside(read.campaign) });
    }
    case 'POST /campaigns/forecast':
      jsonBody(routes.forecastCampaign.body, sent, 'It');
      return json(routes.forecastCampaign.answer, forecast);
    case 'POST /campaigns':
      jsonBody(routes.launchCampaign.body, sent, 'It');
      return { ...json(routes.launchCampaign.answer, { ...summary, status: 'launched' }), status: 201 };
    case 'POST /uploads':
      jsonBody(routes.createUpload.body, sent, 'It');
      return {
        ...json(routes.createUpload.answer, { upload: 'u-1', url: 'https://files.example/u-1', expiresAt: at }),
        status: 201,
      };
    case 'POST /imports/preview':
      jsonBody(routes.previewImport.body, sent, 'It');
      return json(routes.previewImport.answer, preview);
    case `POST ${inCampaign}/candidates/i1/split`:
      jsonBody(routes.splitCandidate.body, sent, 'It');
      return json(routes.splitCandidate.answer, { stays: candidate(1), leaves: candidate(3) });
    case `GET ${inCampaign}`:
      return json(routes.getCampaign.answer, campaign);
    case 'GET /unmatched-mail':
      return json(routes.listUnmatchedMail.answer, { items: [strayMail] });
    case 'POST /unmatched-mail/m1/assign':
      return json(routes.assignMail.answer, { status: 'accepted' });
    case 'POST /unmatched-mail/m1/dismiss':
      return { status: 204, body: '', headers: {} };
    case `GET ${inCampaign}/attention`:
      return json(routes.listAttention.answer, waiting);
    case `POST ${inCampaign}/attention/failed-1/resolve`:
      return json(routes.resolveAttention.answer, { ...waiting.items[1], resolvedAt: at });
    case `POST ${inCampaign}/collaborations/i2/decision`:
      return json(routes.decideCollaboration.answer, collaborations[1]);
    case `GET ${inCampaign}/candidates`:
      return json(
        routes.listCandidates.answer,
        searchParams.has('cursor')
          ? { items: [candidate(3)] }
          : { items: [candidate(1), candidate(2)], nextCursor: 'more' },
      );
    case `GET ${inCampaign}/collaborations`:
      return json(routes.listCollaborations.answer, { items: collaborations });
    case `GET ${inCampaign}/collaborations/i1`:
      return json(routes.getTimeline.answer, { collaboration: collaborations[0], timeline });
    case `POST ${inCampaign}/collaborations/i1/decision`:
      return json(routes.decideCollaboration.answer, collaborations[0]);
    case `POST ${inCampaign}/collaborations/i5/decision`:
      return json(routes.decideCollaboration.answer, drafted);
    case `POST ${inCampaign}/approve`:
      return json(routes.approveShortlist.answer, { ...summary, status: 'running' });
    case `POST ${inCampaign}/pause`:
      return refused(409, 'The state does not allow that', 'The campaign has ended.');
    case `GET ${inCampaign}/report`: {
      const { html, headers: policy } = reportPage({ report: sampleReport, timeZone: 'Asia/Kolkata' });
      return { body: html, headers: policy };
    }
    default:
      return undefined;
  }
}
