import { importFields } from '#shared/domain/import/aliases.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { readConsoleScript } from './console/assets.ts';
import { type Html, html } from './html.ts';
import { page, type RenderedPage } from './page.ts';

let rendered: RenderedPage | undefined;

/** The ops console: one page whose module talks to the API of the same origin, with a token that the reader pastes. */
export function consolePage(): RenderedPage {
  rendered ??= page({
    language: 'en',
    title: 'Groundswell console',
    masthead: 'Groundswell',
    broad: true,
    body: html`<nav id="nav" class="row tabs" aria-label="Console" hidden>
<a href="#">Campaigns</a><a href="#/plan">Plan a campaign</a><a href="#/import">Look at a list</a>
</nav>
<p id="said" role="status" aria-live="polite" class="said"></p>
<div id="view"><noscript><p>The console needs JavaScript. Everything it does can also be done with the API and the command line.</p></noscript></div>
${fieldChoice()}`,
    footer: html`<button type="button" class="quiet slim" id="leave" hidden>Forget the token</button>`,
    script: { code: readConsoleScript(), connectTo: "'self'" },
  });
  return rendered;
}

/** What a column of a list can be taken for, of any platform or of a named one; the module copies it for every column. */
const fieldChoice =
  (): Html => html`<template id="import-fields"><label><span class="hidden">What the column holds</span><select>
<option value="ignore">nothing: kept as it came</option>
<optgroup label="of the person, or of the platform that the row names">${fieldOptions()}</optgroup>
${platforms.map(platform => html`<optgroup label="on ${platform}">${fieldOptions(platform)}</optgroup>`)}
</select></label></template>`;

const fieldOptions = (platform?: string): Html[] =>
  importFields.map(field => {
    const words = field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
    const [value, shown] = [field, words].map(name => (platform === undefined ? name : `${platform} ${name}`));
    return html`<option value="${value}">${shown}</option>`;
  });
