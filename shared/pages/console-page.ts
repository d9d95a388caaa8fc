import { readConsoleScript } from './console/assets.ts';
import { html } from './html.ts';
import { page, type RenderedPage } from './page.ts';

let rendered: RenderedPage | undefined;

/** The ops console: one page whose module talks to the API of the same origin, with a token that the reader pastes. */
export function consolePage(): RenderedPage {
  rendered ??= page({
    language: 'en',
    title: 'Groundswell console',
    masthead: 'Groundswell',
    broad: true,
    body: html`<p id="said" role="status" aria-live="polite" class="muted"></p>
<div id="view"><noscript><p>The console needs JavaScript. Everything it does can also be done with the API and the command line.</p></noscript></div>`,
    footer: html`<button type="button" class="quiet slim" id="leave" hidden>Forget the token</button>`,
    script: { code: readConsoleScript(), connectTo: "'self'" },
  });
  return rendered;
}
