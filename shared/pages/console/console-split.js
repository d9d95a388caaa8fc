import { attempt, inCampaign, write } from './console-api.js';
import { el, say, theirs } from './console-dom.js';

let splits = 0;

const named = ({ platform, handle }) => `${handle} (${platform})`;

/** Why several profiles were taken for one person, and a way to take that back. */
export function splitDetails(campaignId, { influencerId, name, profiles, merged = [] }, again) {
  if (profiles.length < 2) return false;
  splits += 1;
  const choices = profiles.map((profile, index) => {
    const id = `split-${splits}-${index}`;
    const input = el('input', { id, type: 'checkbox' });
    return { profile, input, row: el('label.choice', { for: id }, input, theirs(named(profile))) };
  });
  async function split(event) {
    event.preventDefault();
    const leaving = choices.filter(({ input }) => input.checked).map(({ profile }) => profile);
    if (leaving.length === 0 || leaving.length === choices.length)
      return say('Choose some of the profiles, but not all: the others stay.', true);
    const question = `Is ${leaving.map(named).join(' and ')} really somebody else than ${name}? They become two people, here and in every later import.`;
    if (!confirm(question)) return undefined;
    const path = inCampaign(campaignId, `/candidates/${encodeURIComponent(influencerId)}/split`);
    const body = { profiles: leaving.map(({ platform, handle }) => ({ platform, handle })) };
    const apart = await attempt(() => write(path, body));
    if (apart === undefined) return undefined;
    await again();
    return say(`${apart.stays.name} and ${apart.leaves.name} are two people now.`);
  }
  return el(
    'details.plain',
    {},
    el('summary', {}, 'Is this one person?'),
    merged.length === 0
      ? el('p.small', {}, 'One row of a list names all of these profiles.')
      : el('ul.small', {}, ...merged.map(({ by, in: rows }) => el('li', {}, theirs(`${by}: ${rows.join(', ')}`)))),
    el(
      'form.stack',
      { onsubmit: split },
      el('fieldset', {}, el('legend', {}, 'Which profiles are somebody else’s?'), ...choices.map(({ row }) => row)),
      el('div', {}, el('button.slim', { type: 'submit' }, 'Split')),
    ),
  );
}
