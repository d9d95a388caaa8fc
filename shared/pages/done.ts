import { type Host, hostPage } from './host.ts';
import { html } from './html.ts';
import type { RenderedPage } from './page.ts';
import { pageWordsIn } from './words/languages.ts';

export interface DonePageProps {
  readonly host: Host;
  readonly what:
    | 'accepted'
    | 'declined'
    | 'countered'
    | 'asked'
    | 'told'
    | 'booked'
    | 'called-off'
    | 'confirmed'
    | 'confirmedWithDraft'
    | 'draftHandedIn'
    | 'handedIn';
  /** What exactly: the booked time, the proposed amount, the post's address. */
  readonly detail?: string;
  /** The page they came from. */
  readonly backUrl: string;
}

/** What an answer came to, and what happens next. */
export function donePage({ host, what, detail, backUrl }: DonePageProps): RenderedPage {
  const words = pageWordsIn(host.language);
  const { title, text } = words.done[what];
  return hostPage(
    host,
    title,
    html`<div class="sheet flow"><h1>${title}</h1>${detail !== undefined && html`<p class="note"><bdi>${detail}</bdi></p>`}
<p class="lead">${text}</p><p><a href="${backUrl}">${words.done.back}</a></p></div>`,
  );
}
