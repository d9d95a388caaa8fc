import { type Doorstep, doorstepPage } from './doorstep.ts';
import { html } from './html.ts';
import type { RenderedPage } from './page.ts';
import { pageWordsIn } from './words/languages.ts';

/** GET: asks for one press of a button and changes nothing, because mail scanners open every link (RFC 8058). */
export function unsubscribePage(doorstep: Doorstep): RenderedPage {
  const { unsubscribe: words } = pageWordsIn(doorstep.language);
  return doorstepPage(
    doorstep,
    words.title,
    html`<p class="lead">${words.text(doorstep.brand)}</p>
<form method="post" class="stack"><input type="hidden" name="List-Unsubscribe" value="One-Click"><div><button type="submit">${words.button}</button></div></form>`,
  );
}

/** POST: done; pressing twice comes to the same. */
export function unsubscribedPage(doorstep: Doorstep): RenderedPage {
  const { unsubscribe: words } = pageWordsIn(doorstep.language);
  return doorstepPage(
    doorstep,
    words.doneTitle,
    html`<p class="lead">${words.doneText(doorstep.brand)}</p><p class="muted">${words.doneHint}</p>`,
  );
}
