import { attempt, inCollaboration, write } from './console-api.js';
import { el } from './console-dom.js';

/** What a person can decide about a collaboration, and which fields each decision needs. The API says which are possible now. */
const decisions = {
  answer: { text: 'Answer in words', fields: ['message'] },
  offer: { text: 'Offer another fee', fields: ['fee', 'message'], optional: ['message'] },
  accept: { text: 'Agree on a fee', fields: ['fee'] },
  'ask-data': { text: 'Ask for their past work and numbers', fields: ['note'], optional: ['note'] },
  'approve-draft': { text: 'The draft is fine: they publish it', fields: ['message'], optional: ['message'] },
  'ask-changes': { text: 'Ask for changes of the draft', fields: ['message'] },
  post: { text: 'Enter the address of the post', fields: ['url'] },
  verify: { text: 'The post is as agreed: I looked at it', fields: ['note'] },
  reject: { text: 'The post is not as agreed', fields: ['because', 'message'], optional: ['message'] },
  reopen: { text: 'Reopen: they may still come', fields: ['because'] },
  snooze: { text: 'Snooze: nothing happens until a day', fields: ['until', 'because'] },
  skip: { text: 'Skip the next reminder, only that one', fields: [] },
  'take-over': {
    text: 'Take over: nothing automatic until I hand back',
    fields: ['who', 'because'],
    optional: ['who', 'because'],
  },
  'hand-back': { text: 'Hand back: go on as if nothing had been asked', fields: [] },
  withdraw: { text: 'Withdraw from the collaboration', fields: ['because'] },
  erase: { text: 'Erase: they want to be forgotten, in every campaign', fields: ['confirm'] },
};

const labels = {
  fee: 'Fee, in whole units of the currency',
  message: 'What to write to them',
  note: 'Note',
  url: 'Address of the post',
  until: 'Until which day',
  who: 'Your name',
  because: 'Why',
  confirm: 'Write “erase”: it can not be taken back',
};

const inputs = { until: { type: 'date' }, fee: { type: 'text', inputmode: 'decimal' }, url: { type: 'url' } };

let forms = 0;

const control = (name, id) =>
  name === 'message'
    ? el('textarea', { id, name, maxlength: 4000 })
    : el('input', { id, name, ...(inputs[name] ?? { type: 'text' }) });

/** A small form with the decisions that are `possible`; `onDone` shows the new state. */
export function decisionForm(campaignId, influencerId, possible, onDone) {
  forms += 1;
  const prefix = `decision-${forms}`;
  const select = el(
    'select',
    { id: prefix, name: 'decision', onchange: () => arrange() },
    ...possible.map(value => el('option', { value }, decisions[value]?.text ?? value)),
  );
  const controls = Object.fromEntries(
    Object.entries(labels).map(([name, text]) => {
      const id = `${prefix}-${name}`;
      const input = control(name, id);
      const label = el('label', { for: id }, text);
      return [name, { row: el('div', { hidden: true }, label, input), label, input, text }];
    }),
  );
  function arrange() {
    const { fields, optional = [] } = decisions[select.value];
    for (const [name, { row, label, input, text }] of Object.entries(controls)) {
      row.hidden = !fields.includes(name);
      input.required = fields.includes(name) && !optional.includes(name);
      label.textContent = optional.includes(name) ? `${text} (optional)` : text;
    }
  }
  async function decide(event) {
    event.preventDefault();
    const decision = { decision: select.value };
    for (const name of decisions[select.value].fields) {
      const text = controls[name].input.value.trim();
      if (text !== '') decision[name] = name === 'fee' ? Number(text.replaceAll(',', '')) : text;
    }
    const result = await attempt(
      () => write(inCollaboration(campaignId, influencerId, '/decision'), decision),
      'Decided.',
    );
    if (result !== undefined) onDone();
  }
  arrange();
  return el(
    'form.stack',
    { onsubmit: decide },
    el('div', {}, el('label', { for: prefix }, 'Decision'), select),
    ...Object.values(controls).map(({ row }) => row),
    el('div', {}, el('button', { type: 'submit' }, 'Decide')),
  );
}
