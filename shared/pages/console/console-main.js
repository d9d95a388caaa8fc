import { attempt, dropToken, keepToken, read, token } from './console-api.js';
import { showCampaign, showCampaigns } from './console-campaign.js';
import { el, say, show } from './console-dom.js';

/** The address says what is shown: `#` all campaigns, `#<id>` one. Without a token it is asked for first. */
function route() {
  document.getElementById('leave').hidden = token() === null;
  if (token() === null) return askForToken();
  const id = decodeURIComponent(location.hash.slice(1));
  return id === '' ? showCampaigns() : showCampaign(id);
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
addEventListener('hashchange', route);
route();
