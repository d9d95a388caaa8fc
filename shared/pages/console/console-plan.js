import { attempt, write } from './console-api.js';
import { button, el, fileInput, say, show, theirs } from './console-dom.js';
import { listFrom, rememberedList } from './console-files.js';
import { forecastSections } from './console-forecast.js';

/** A campaign file becomes a forecast, and from there a campaign. */
export function showPlan() {
  // Lists that the file names, by their path in it.
  const chosen = new Map();
  const result = el('div.flow');
  const lists = el('div.flow');
  const text = el('textarea.code', { id: 'campaign-file', rows: 14, required: true, spellcheck: 'false' });
  // What is launched is what was forecast: a change asks for a new forecast.
  const forget = () => result.replaceChildren();
  text.addEventListener('input', forget);

  async function choose(file) {
    text.value = await file.text();
    forget();
    lists.replaceChildren();
  }
  async function forecast(event) {
    event.preventDefault();
    forget();
    await attempt(async () => {
      const campaign = await readCampaign(text.value, path => chosen.get(path) ?? rememberedList(path), askFor);
      if (campaign === undefined) return;
      say('Playing the campaign 2,000 times …');
      const found = await write('campaigns/forecast', campaign);
      say('');
      result.replaceChildren(...forecastSections(found).filter(Boolean), launchPart(campaign));
      result.querySelector('h2').focus();
    });
  }
  function askFor(paths) {
    lists.replaceChildren(
      ...paths.map((path, index) =>
        fileInput(`list-${index}`, ['The list ', el('code', {}, path)], file => {
          chosen.set(path, { file });
          forget();
        }),
      ),
    );
    lists.querySelector('input').focus();
    say(
      paths.length === 1
        ? 'The campaign names a list: choose it below.'
        : 'The campaign names lists: choose them below.',
    );
  }
  show(
    el(
      'div.flow',
      {},
      el('h1', {}, 'Plan a campaign'),
      el(
        'p.muted',
        {},
        'See what a campaign may come to before anybody is written to. Nothing is kept until you launch it.',
      ),
      el(
        'form.sheet.stack',
        { onsubmit: forecast },
        fileInput('campaign-choose', 'A campaign file (YAML or JSON)', choose, '.yaml,.yml,.json'),
        el('div', {}, el('label', { for: 'campaign-file' }, 'or paste the campaign here'), text),
        lists,
        el('div', {}, el('button', { type: 'submit' }, 'Forecast')),
      ),
      result,
    ),
  );
}

/** The campaign as a launch takes it; undefined where lists are missing, which are then asked for. */
async function readCampaign(text, listAt, askFor) {
  const { campaign, files } = await write('campaigns/parse', { text });
  const missing = files.filter(({ file }) => listAt(file) === undefined);
  if (missing.length > 0) {
    askFor([...new Set(missing.map(({ file }) => file))]);
    return undefined;
  }
  const sources = [...(campaign.sources ?? [])];
  for (const { source, file: path } of files) {
    const { file: _, ...rest } = sources[source];
    const { file, ...corrected } = listAt(path);
    sources[source] = { name: file.name, ...corrected, ...rest, ...(await listFrom(file)) };
  }
  return files.length === 0 ? campaign : { ...campaign, sources };
}

const whoIsAsked = ({ approval }) =>
  approval?.mode === 'person'
    ? 'It looks for influencers at once; you approve the shortlist before anybody is written to.'
    : 'It looks for influencers at once and writes to the best of them without asking again.';

function launchPart(campaign) {
  // One key for one forecast: however often it is pressed, one campaign is launched.
  const key = crypto.randomUUID();
  async function launch() {
    if (!confirm(`Launch “${campaign.name}” now? ${whoIsAsked(campaign)}`)) return;
    launching.disabled = true;
    const launched = await attempt(() => write('campaigns', campaign, key), 'The campaign is launched.');
    launching.disabled = false;
    if (launched !== undefined) location.hash = encodeURIComponent(launched.id);
  }
  const launching = button('Launch this campaign', launch);
  return el(
    'section.tight',
    {},
    el('h2', {}, 'Launch'),
    el('p', {}, theirs(campaign.name), ' as it was forecast here. You are asked once more.'),
    el('div.row', {}, launching),
  );
}
