import { type Doorstep, doorstepPage } from './doorstep.ts';
import { html } from './html.ts';
import type { RenderedPage } from './page.ts';
import { pageWordsIn } from './words/languages.ts';

/** Why a page can not be shown: the link is too old, makes no sense, or we failed. Each says what to do. */
export type Trouble = 'expired' | 'invalid' | 'failed';

/** `brand` is our own name where the link does not say whose it is. */
export function troublePage(doorstep: Doorstep, trouble: Trouble): RenderedPage {
  const { title, text } = pageWordsIn(doorstep.language).trouble[trouble];
  return doorstepPage(doorstep, title, html`<p class="lead">${text}</p>`);
}
