import { attempt, inCampaign, quietly, read, write } from './console-api.js';
import { button, el, theirs, when } from './console-dom.js';

/** Mail that belongs to no thread: a person says whose it is, or that it is nobody's. */
export async function unmatchedMail(campaigns, again) {
  // Tokens that only read do not see it.
  const found = await quietly(() => read('unmatched-mail?limit=20'));
  if (found === undefined || found.items.length === 0) return false;
  return el(
    'section.tight',
    { 'aria-label': 'Mail that belongs to no thread' },
    el('h2', {}, 'Mail that belongs to no thread'),
    ...found.items.map(mail => mailCard(mail, campaigns, again)),
  );
}

const mailCard = (mail, campaigns, again) =>
  el(
    'div.sheet.card.tight',
    {},
    el(
      'div.apart',
      {},
      el('h3', {}, theirs(mail.subject || '(no subject)')),
      el('span.small.muted', {}, when(mail.at)),
    ),
    el('p.small.muted', {}, 'from ', theirs(mail.from), `: ${mail.because}`),
    el('blockquote.lines', {}, theirs(mail.text)),
    el('details.plain', {}, el('summary', {}, 'Whose is it?'), assignment(mail, campaigns, again)),
    el(
      'div.row',
      {},
      button('It belongs nowhere', () => dismiss(mail, again), 'quiet.slim'),
    ),
  );

async function dismiss({ id }, again) {
  const path = `unmatched-mail/${encodeURIComponent(id)}/dismiss`;
  if ((await attempt(() => write(path), 'The mail is dismissed.')) !== undefined) again();
}

let mailForms = 0;

function assignment({ id }, campaigns, again) {
  mailForms += 1;
  const prefix = `assign-${mailForms}`;
  const people = el('select', { id: `${prefix}-who`, required: true });
  const campaign = el(
    'select',
    { id: prefix, required: true, onchange: () => fill() },
    el('option', { value: '' }, 'Choose'),
    ...campaigns.map(({ id: value, name }) => el('option', { value }, name)),
  );
  async function fill() {
    people.replaceChildren();
    let cursor = '';
    do {
      const path = inCampaign(campaign.value, `/collaborations?limit=200${cursor}`);
      const page = campaign.value === '' ? undefined : await attempt(() => read(path));
      if (page === undefined) return;
      people.append(...page.items.map(one => el('option', { value: one.influencerId }, `${one.name} (${one.status})`)));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor !== '');
  }
  async function assign(event) {
    event.preventDefault();
    const path = `unmatched-mail/${encodeURIComponent(id)}/assign`;
    const body = { campaignId: campaign.value, influencerId: people.value };
    if ((await attempt(() => write(path, body), 'The mail is theirs, and was acted on.')) !== undefined) again();
  }
  return el(
    'form.stack',
    { onsubmit: assign },
    el('div', {}, el('label', { for: prefix }, 'Campaign'), campaign),
    el('div', {}, el('label', { for: `${prefix}-who` }, 'Influencer'), people),
    el('div', {}, el('button', { type: 'submit' }, 'It is theirs')),
  );
}
