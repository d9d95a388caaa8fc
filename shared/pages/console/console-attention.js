import { attempt, inCampaign, write } from './console-api.js';
import { decisionForm } from './console-decide.js';
import { el, money, theirs, when } from './console-dom.js';
import { draftSection, nextInWords, statuses } from './console-lists.js';

/** What waits for a person, each with everything that is needed to decide it. */
export function attentionSection(campaignId, { items, budgetLeft, ceiling }, again) {
  if (items.length === 0) return false;
  return el(
    'section.tight',
    { 'aria-label': 'What needs you' },
    el('h2', {}, items.length === 1 ? 'One thing needs you' : `${items.length} things need you`),
    el('p.small.muted', {}, `${money(budgetLeft)} are left to promise, up to ${money(ceiling)} for each.`),
    ...items.map(item => attentionCard(campaignId, item, again)),
  );
}

const attentionCard = (campaignId, item, again) =>
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
    item.quote !== undefined && !isDraft(item) && el('blockquote.lines', {}, theirs(item.quote)),
    item.collaboration === undefined ? ofCampaign(campaignId, item, again) : ofCollaboration(campaignId, item, again),
  );

/** The quote is their draft, which is shown with all that belongs to it. */
const isDraft = ({ quote, collaboration }) => collaboration?.draft?.text === quote;

const isAgreed = ({ status }) => !['shortlisted', 'invited', 'negotiating'].includes(status);

const ofCollaboration = (campaignId, { collaboration, asked, mails, options }, again) => [
  el(
    'p.small.muted',
    {},
    [
      statuses[collaboration.status],
      `${isAgreed(collaboration) ? 'fee' : 'we offer'} ${money(collaboration.offer.fee)}`,
      asked !== undefined && `they ask ${money(asked)}`,
      `next: ${nextInWords(collaboration.next)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  ),
  collaboration.draft !== undefined && draftSection(collaboration.draft),
  mails.length > 0 &&
    el(
      'details.plain',
      {},
      el('summary', {}, mails.length === 1 ? 'The last mail' : `The last ${mails.length} mails`),
      el(
        'ol.timeline',
        {},
        ...mails.map(mail =>
          el(
            'li',
            {},
            el('span.small.muted', {}, `${when(mail.at)} ${mail.kind === 'message-in' ? 'from them' : 'from us'} `),
            theirs(mail.title),
            mail.detail !== undefined && el('div.small.muted.lines', {}, theirs(mail.detail)),
          ),
        ),
      ),
    ),
  el(
    'details.plain',
    {},
    el('summary', {}, 'Decide'),
    decisionForm(campaignId, collaboration.influencerId, options, again),
  ),
];

let notes = 0;

/** Nothing of a campaign's own is decided here: a person does it elsewhere, and says that it is done. */
function ofCampaign(campaignId, item, again) {
  notes += 1;
  const id = `note-${notes}`;
  const input = el('input', { id, type: 'text', maxlength: 500 });
  const done = async event => {
    event.preventDefault();
    const note = input.value.trim();
    const path = inCampaign(campaignId, `/attention/${encodeURIComponent(item.id)}/resolve`);
    if ((await attempt(() => write(path, note === '' ? {} : { note }), 'Done.')) !== undefined) again();
  };
  return [
    item.options.length > 0 && el('p.small.muted', {}, `You can: ${item.options.join(' · ')}`),
    el(
      'details.plain',
      {},
      el('summary', {}, 'It is done'),
      el(
        'form.stack',
        { onsubmit: done },
        el('div', {}, el('label', { for: id }, 'What was done (optional)'), input),
        el('div', {}, el('button', { type: 'submit' }, 'It is done')),
      ),
    ),
  ];
}
