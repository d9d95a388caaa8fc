import { attempt, dropToken, keepToken, read, token } from './console-api.js';
import { showCampaign, showCampaigns } from './console-campaign.js';
import { el, say, show } from './console-dom.js';
import { showImport } from './console-import.js';
import { showPlan } from './console-plan.js';

/** The address says what is shown: `#` all campaigns, `#<id>` one, `#/…` everything else. Without a token it is asked for first. */
const screens = { '': showCampaigns, '/plan': showPlan, '/import': showImport };

async function route() {
  const isIn = token() !== null;
  for (const id of ['leave', 'nav']) document.getElementById(id).hidden = !isIn;
  if (!isIn) return askForToken();
  const place = decodeURIComponent(location.hash.slice(1));
  for (const link of document.querySelectorAll('#nav a')) {
    if (link.getAttribute('href') === `#${place}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const view = document.getElementById('view');
  view.setAttribute('aria-busy', 'true');
  if (view.childElementCount === 0) view.append(el('p.muted', {}, 'Loading …'));
  await (screens[place] ?? (() => showCampaign(place)))();
  view.removeAttribute('aria-busy');
  return undefined;
}

function askForToken() {
  const input = el('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    required: true,
    spellcheck: 'false',
  });
  const enter = async event => {
    event.preventDefault();
    keepToken(input.value);
    if ((await attempt(() => read('campaigns?limit=1'), '')) === undefined) dropToken();
    else route();
  };
  show(
    el(
      'div.sheet.flow',
      {},
      el('h1', {}, 'Ops console'),
      el('p', {}, 'Paste an API token. It stays in this tab and is forgotten when the tab closes.'),
      el(
        'form.stack',
        { onsubmit: enter },
        el('div', {}, el('label', { for: 'token' }, 'API token'), input),
        el('div', {}, el('button', { type: 'submit' }, 'Enter')),
      ),
    ),
  );
}

document.getElementById('leave').addEventListener('click', () => {
  dropToken();
  say('The token is forgotten.');
  route();
});
document.getElementById('nav').addEventListener('click', () => say(''));
addEventListener('hashchange', () => {
  scrollTo(0, 0);
  route();
});
route();
