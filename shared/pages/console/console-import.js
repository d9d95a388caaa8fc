import { attempt, write } from './console-api.js';
import { button, count, el, fileInput, percent, saveAs, say, show, table, theirs } from './console-dom.js';
import { rememberList, uploaded } from './console-files.js';

/** What an import makes of a list, and its columns corrected, before it becomes a source of a campaign. */
export function showImport() {
  let file;
  // A saved mapping is for every list that is looked at, corrections are for one.
  let saved = {};
  let mapping = {};
  const result = el('div.flow');
  const text = el('textarea.code', { id: 'list-text', rows: 6, spellcheck: 'false' });
  const forget = () => {
    file = undefined;
    mapping = { ...saved };
    result.replaceChildren();
  };
  text.addEventListener('input', forget);

  const choose = chosen => {
    forget();
    text.value = '';
    file = chosen;
  };
  const takeMapping = given =>
    attempt(async () => {
      saved = JSON.parse(await given.text());
      mapping = { ...saved };
      say(`${count(Object.keys(saved).length)} columns of ${given.name} are used.`);
    });
  const submit = event => {
    event.preventDefault();
    preview();
  };
  async function preview(sheet) {
    if (text.value.trim() !== '') file ??= new File([text.value], 'pasted list');
    if (file === undefined) return say('Choose a list or paste one.', true);
    const options = { ...(Object.keys(mapping).length > 0 && { mapping }), ...(sheet && { sheet }) };
    const found = await attempt(async () => {
      const source = { upload: await uploaded(file), name: file.name, ...options };
      return { source, ...(await write('imports/preview', source)) };
    }, '');
    if (found === undefined) return undefined;
    rememberList(file, options);
    result.replaceChildren(...sections(found, mapping, preview).filter(Boolean));
    return result.querySelector('h2').focus();
  }
  show(
    el(
      'div.flow',
      {},
      el('h1', {}, 'Look at a list'),
      el(
        'p.muted',
        {},
        'See what an import understands of a list of influencers, and correct it: CSV, Excel (.xlsx), JSON Lines, OPML or plain links.',
      ),
      el(
        'form.sheet.stack',
        { onsubmit: submit },
        fileInput('list-choose', 'A list', choose),
        el('div', {}, el('label', { for: 'list-text' }, 'or paste the list here'), text),
        fileInput('list-mapping', 'A saved mapping (optional)', takeMapping, '.json'),
        el('div', {}, el('button', { type: 'submit' }, 'Preview')),
      ),
      result,
    ),
  );
}

const sections = (found, mapping, preview) => [
  el(
    'section.tight',
    {},
    el('h2', { tabindex: '-1' }, theirs(found.source.name)),
    el('p', {}, summary(found)),
    ...found.notes.map(note => el('p.small.muted', {}, theirs(note))),
  ),
  found.columns.length > 0 && columnsPart(found, mapping, preview),
  found.people.length > 0 &&
    el(
      'section.tight',
      {},
      el('h2', {}, 'The first people'),
      inSheet(
        'The first people',
        ['Name', 'Profiles'],
        found.people.map(({ name, profiles }) => [
          name === undefined ? '–' : theirs(name),
          profiles.map(url => el('div', {}, theirs(url))),
        ]),
      ),
    ),
  found.refused.length > 0 &&
    el(
      'section.tight',
      {},
      el('h2', {}, 'Rows that can not be used, or only in part'),
      inSheet(
        'Rows that can not be used, or only in part',
        ['Line', 'Why'],
        found.refused.map(({ line, because }) => [count(line), theirs(because)]),
      ),
    ),
  sourcePart(found.source, mapping),
];

const inSheet = (...given) => el('div.sheet.card', {}, table(...given));

const summary = ({ format, sheet, rows }) =>
  `${format}${sheet === undefined ? '' : `, sheet “${sheet}”`}: ${count(rows.usable)} of ${count(rows.read)} rows can be used${rows.all ? '' : ' of those looked at; more follow'}.`;

function columnsPart({ columns, format, sheet }, mapping, preview) {
  const sheetName = el('input', { id: 'list-sheet', type: 'text', value: sheet ?? '' });
  return el(
    'section.tight',
    {},
    el('h2', {}, 'Columns'),
    inSheet(
      'Columns',
      ['Column', 'Taken for', 'How sure', 'Why', 'Values'],
      columns.map(column => [
        el('strong', {}, theirs(column.column)),
        fieldSelect(column, field => {
          mapping[column.column] = field;
          say('Preview again to see what this changes.');
        }),
        column.field === undefined ? '–' : percent(column.confidence),
        el('div.words', {}, theirs(column.why)),
        column.samples.map(sample => el('div', {}, theirs(sample))),
      ]),
    ),
    format === 'xlsx' && el('div', {}, el('label', { for: 'list-sheet' }, 'Sheet'), sheetName),
    el(
      'div.row',
      {},
      button('Preview again', () => preview(format === 'xlsx' ? sheetName.value.trim() : undefined), 'quiet'),
    ),
  );
}

/** Every field that a column can be taken for stands in the page, as the API has them. */
function fieldSelect({ column, field, platform }, onChange) {
  const label = document.getElementById('import-fields').content.querySelector('label').cloneNode(true);
  label.querySelector('span').textContent = `What the column ${column} holds`;
  const select = label.querySelector('select');
  select.value = field === undefined ? 'ignore' : [platform, field].filter(Boolean).join(' ');
  select.addEventListener('change', () => onChange(select.value));
  return label;
}

function sourcePart(source, mapping) {
  const line = JSON.stringify({ kind: 'file', ...source });
  const copy = async () => {
    await navigator.clipboard.writeText(line);
    say('The source is copied.');
  };
  return el(
    'section.tight',
    {},
    el('h2', {}, 'In a campaign'),
    el(
      'p',
      {},
      'A campaign whose file names this list takes it as it is here: ',
      el('a', { href: '#/plan' }, 'plan a campaign'),
      '. Or put this under its sources:',
    ),
    el('pre.sunken.lines', {}, `- ${line}`),
    el(
      'div.row',
      {},
      button('Copy the source', () => attempt(copy), 'quiet.slim'),
      Object.keys(mapping).length > 0 &&
        button(
          'Save the mapping',
          () => saveAs(new Blob([JSON.stringify(mapping, undefined, 2)], { type: 'application/json' }), 'mapping.json'),
          'quiet.slim',
        ),
    ),
  );
}
