import { attempt, inCampaign, read, readFile, write } from './console-api.js';
import { attentionSection } from './console-attention.js';
import { button, count, el, money, percent, saveAs, show, table, theirs, when } from './console-dom.js';
import { forecastAtLaunch } from './console-forecast.js';
import { candidates, collaborations, growingList, statuses } from './console-lists.js';
import { unmatchedMail } from './console-mail.js';

const ended = ['finished', 'cancelled', 'failed'];

export async function showCampaigns() {
  const shown = [];
  const list = await growingList(
    'campaigns?limit=50',
    items => {
      shown.splice(0, shown.length, ...items);
      return table(
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
      );
    },
    [el('a', { href: '#/plan' }, 'Plan the first campaign'), ' to see what it may come to.'],
  );
  const mail = await unmatchedMail(shown, showCampaigns);
  show(el('div.flow', {}, el('h1', {}, 'Campaigns'), el('div.sheet', {}, list), mail));
}

const pill = (status, paused) => el('span.pill', {}, `${status.replaceAll('-', ' ')}${paused ? ', paused' : ''}`);

export async function showCampaign(id) {
  const campaign = await attempt(() => read(inCampaign(id)));
  if (campaign === undefined) return;
  const again = () => showCampaign(id);
  const [waiting, people, work] = await Promise.all([
    attempt(() => read(inCampaign(id, '/attention'))),
    candidates(id, again),
    collaborations(id, again),
  ]);
  if (waiting === undefined) return;
  show(
    el(
      'div.flow',
      {},
      el('div.apart', {}, el('h1', {}, theirs(campaign.name)), pill(campaign.status, campaign.paused)),
      el(
        'p.muted',
        {},
        theirs(campaign.brand),
        ` · ends ${when(campaign.endsAt)} · ${money(campaign.committed)} promised of ${money(campaign.budget)}`,
      ),
      campaign.failure !== undefined && el('p.note.warn', {}, campaign.failure),
      actions(campaign, again),
      attentionSection(id, waiting, again),
      section('How far they came', funnel(campaign), standing(campaign)),
      campaign.forecast !== undefined && section('What was forecast', forecastAtLaunch(campaign)),
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
      (!over || status === 'failed') && button('Cancel', cancel, 'warn'),
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
  if (file !== undefined) saveAs(file, `${id}.csv`);
}

/** Where everybody stands now, statuses in the order of the lifecycle. */
const standing = ({ standing: counts }) =>
  el(
    'div.row',
    {},
    ...Object.entries(statuses)
      .filter(([status]) => counts[status] > 0)
      .map(([status, title]) => el('span.pill', {}, `${title} ${count(counts[status])}`)),
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
