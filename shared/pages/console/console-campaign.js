import { attempt, inCampaign, read, readFile, write } from './console-api.js';
import { decisionForm } from './console-decide.js';
import { button, count, el, money, percent, show, table, theirs, when } from './console-dom.js';
import { candidates, collaborations, growingList, statuses } from './console-lists.js';

const ended = ['finished', 'cancelled', 'failed'];

export async function showCampaigns() {
  const list = await growingList('campaigns?limit=50', items =>
    table(
      'Campaigns',
      ['Campaign', 'Status', 'Ends', 'Promised of budget'],
      items.map(({ id, name, brand, status, paused, endsAt, committed, budget }) => [
        el(
          'div.name',
          {},
          el('a', { href: `#${encodeURIComponent(id)}` }, theirs(name)),
          el('div.small.muted', {}, theirs(brand)),
        ),
        pill(status, paused),
        when(endsAt),
        `${money(committed)} of ${money(budget)}`,
      ]),
    ),
  );
  show(el('div.flow', {}, el('h1', {}, 'Campaigns'), el('div.sheet', {}, list)));
}

const pill = (status, paused) => el('span.pill', {}, paused ? `${status}, paused` : status);

export async function showCampaign(id) {
  const campaign = await attempt(() => read(inCampaign(id)));
  if (campaign === undefined) return;
  const again = () => showCampaign(id);
  const [people, work] = await Promise.all([candidates(id), collaborations(id, again)]);
  show(
    el(
      'div.flow',
      {},
      el('p.small', {}, el('a', { href: '#' }, '← All campaigns')),
      el('div.apart', {}, el('h1', {}, theirs(campaign.name)), pill(campaign.status, campaign.paused)),
      el(
        'p.muted',
        {},
        theirs(campaign.brand),
        ` · ends ${when(campaign.endsAt)} · ${money(campaign.committed)} promised of ${money(campaign.budget)}`,
      ),
      campaign.failure !== undefined && el('p.note.warn', {}, campaign.failure),
      actions(campaign, again),
      attention(campaign, again),
      section('How far they came', funnel(campaign), standing(campaign)),
      section('Collaborations', el('div.sheet', {}, work)),
      section('Candidates', el('div.sheet', {}, people)),
      campaign.rejectedRows.length > 0 && section('Rows that could not be used', rejected(campaign)),
    ),
  );
}

const section = (title, ...content) => el('section.tight', {}, el('h2', {}, title), ...content);

function actions({ id, status, paused, approval, name }, again) {
  const act = (path, done) => async () => {
    if ((await attempt(() => write(inCampaign(id, path)), done)) !== undefined) again();
  };
  const cancel = () => {
    if (confirm(`Cancel “${name}” now? Open collaborations are withdrawn and nobody is written to again.`))
      act('/cancel', 'The campaign is cancelled.')();
  };
  const waits = status === 'awaiting-approval' && approval !== undefined && approval.decidedAt === undefined;
  const over = ended.includes(status);
  return el(
    'div.tight',
    {},
    waits && el('p.note.warn', {}, `The shortlist waits for approval until ${when(approval.deadline)}.`),
    el(
      'div.row',
      {},
      waits && button('Approve the shortlist', act('/approve', 'The shortlist is approved.')),
      !over && !paused && button('Pause', act('/pause', 'Paused: no mail goes out.'), 'quiet'),
      !over && paused && button('Resume', act('/resume', 'The campaign goes on.'), waits ? 'quiet' : ''),
      button('Open the report', () => openReport(id), 'quiet'),
      button('Results as CSV', () => saveCsv(id), 'quiet'),
      !over && button('Cancel', cancel, 'warn'),
    ),
  );
}

/** The report needs the token, which no link can carry: it is fetched and opened from memory. */
async function openReport(id) {
  const tab = open('', '_blank');
  const page = await attempt(() => readFile(inCampaign(id, '/report?format=html')));
  if (page === undefined) return tab?.close();
  const url = URL.createObjectURL(page);
  if (tab) tab.location = url;
  else location.assign(url);
  return undefined;
}

async function saveCsv(id) {
  const file = await attempt(() => readFile(inCampaign(id, '/report?format=csv')));
  if (file !== undefined) el('a', { href: URL.createObjectURL(file), download: `${id}.csv` }).click();
}

function attention({ id, attention: items }, again) {
  const open = items.filter(item => item.resolvedAt === undefined);
  if (open.length === 0) return false;
  return section(
    open.length === 1 ? 'One thing needs you' : `${open.length} things need you`,
    ...open.map(item =>
      el(
        'div.sheet.card.tight',
        {},
        el(
          'div.apart',
          {},
          el('h3.warning', {}, theirs(item.name ?? 'Campaign')),
          el('span.small.muted', {}, when(item.raisedAt)),
        ),
        el('p', {}, theirs(item.because)),
        item.quote !== undefined && el('blockquote.lines', {}, theirs(item.quote)),
        item.options.length > 0 && el('p.small.muted', {}, `You can: ${item.options.join(' · ')}`),
        item.influencerId !== undefined &&
          el('details.plain', {}, el('summary', {}, 'Decide'), decisionForm(id, item.influencerId, again)),
      ),
    ),
  );
}

/** Where everybody stands now, statuses in the order of the lifecycle. */
const standing = ({ standing: counts }) =>
  el(
    'div.row',
    {},
    ...Object.entries(statuses)
      .filter(([status]) => counts[status] > 0)
      .map(([status, [title]]) => el('span.pill', {}, `${title} ${count(counts[status])}`)),
  );

function funnel({ funnel: steps }) {
  const most = Math.max(1, ...steps.map(step => step.count));
  return el(
    'div.sheet',
    {},
    el(
      'dl.funnel',
      {},
      ...steps.flatMap((step, index) => {
        const before = steps[index - 1]?.count;
        return [
          el('dt', {}, step.name),
          el(
            'dd',
            {},
            el('meter', { min: 0, max: most, value: step.count, 'aria-label': step.name }),
            el(
              'span',
              {},
              el('strong', {}, count(step.count)),
              before > 0 && el('span.small.muted', {}, ` ${percent(step.count / before)}`),
            ),
          ),
        ];
      }),
    ),
  );
}

const rejected = ({ rejectedRows, counts }) =>
  el(
    'div.sheet.tight',
    {},
    counts.rejectedRows > rejectedRows.length &&
      el('p.small.muted', {}, `The first ${rejectedRows.length} of ${count(counts.rejectedRows)}.`),
    table(
      'Rejected rows',
      ['Source', 'Line', 'Why'],
      rejectedRows.map(row => [theirs(row.source), count(row.line), row.because]),
    ),
  );
