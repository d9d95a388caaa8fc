import { attempt, inCollaboration, write } from './console-api.js';
import { el } from './console-dom.js';

/** What a person can decide about a collaboration, and which fields each decision needs. */
const decisions = {
  'hand-back': { text: 'Hand back: go on as if nothing had been asked', fields: [] },
  offer: { text: 'Offer another fee', fields: ['fee', 'message'] },
  accept: { text: 'Agree on a fee', fields: ['fee'] },
  answer: { text: 'Answer in words', fields: ['message'] },
  post: { text: 'Enter the address of the post', fields: ['url'] },
  withdraw: { text: 'Withdraw from the collaboration', fields: ['because'] },
};

const labels = {
  fee: 'Fee, in whole units of the currency',
  message: 'What to write',
  url: 'Address of the post',
  because: 'Why',
};
/** An offer may go out with our usual words. */
const optional = { offer: ['message'] };

let forms = 0;

/** A small form; `onDone` shows the new state. */
export function decisionForm(campaignId, influencerId, onDone) {
  forms += 1;
  const prefix = `decision-${forms}`;
  const select = el(
    'select',
    { id: prefix, name: 'decision', onchange: () => arrange() },
    ...Object.entries(decisions).map(([value, { text }]) => el('option', { value }, text)),
  );
  const controls = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => {
      const id = `${prefix}-${name}`;
      const control =
        name === 'message'
          ? el('textarea', { id, name, maxlength: 4000 })
          : el('input', { id, name, type: 'text', inputmode: name === 'fee' ? 'decimal' : undefined });
      return [name, { row: el('div', { hidden: true }, el('label', { for: id }, label), control), control }];
    }),
  );
  function arrange() {
    const { fields } = decisions[select.value];
    for (const [name, { row, control }] of Object.entries(controls)) {
      row.hidden = !fields.includes(name);
      control.required = fields.includes(name) && !(optional[select.value] ?? []).includes(name);
    }
  }
  async function decide(event) {
    event.preventDefault();
    const decision = { decision: select.value };
    for (const name of decisions[select.value].fields) {
      const text = controls[name].control.value.trim();
      if (text !== '') decision[name] = name === 'fee' ? Number(text.replaceAll(',', '')) : text;
    }
    const result = await attempt(
      () => write(inCollaboration(campaignId, influencerId, '/decision'), decision),
      'Decided.',
    );
    if (result !== undefined) onDone();
  }
  return el(
    'form.stack',
    { onsubmit: decide },
    el('div', {}, el('label', { for: prefix }, 'Decision'), select),
    ...Object.values(controls).map(({ row }) => row),
    el('div', {}, el('button', { type: 'submit' }, 'Decide')),
  );
}
