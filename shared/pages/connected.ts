import { type Doorstep, doorstepPage } from './doorstep.ts';
import { html } from './html.ts';
import type { RenderedPage } from './page.ts';
import { pageWordsIn } from './words/languages.ts';

export type ConnectOutcome =
  | { readonly kind: 'connected'; readonly handle: string }
  /** They are logged in with another account than the one we work with. */
  | { readonly kind: 'other'; readonly found: string; readonly wanted: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed' };

export interface ConnectedPageProps extends Doorstep {
  readonly outcome: ConnectOutcome;
  readonly backUrl: string;
  readonly againUrl: string;
}

/** What came of connecting an account. */
export function connectedPage({ outcome, backUrl, againUrl, ...doorstep }: ConnectedPageProps): RenderedPage {
  const { connect: words, done } = pageWordsIn(doorstep.language);
  const { title, text } = words[outcome.kind];
  const detail =
    outcome.kind === 'connected'
      ? `@${outcome.handle}`
      : outcome.kind === 'other'
        ? words.accounts(outcome.found, outcome.wanted)
        : undefined;
  const isDone = outcome.kind === 'connected' || outcome.kind === 'denied';
  return doorstepPage(
    doorstep,
    title,
    html`${detail !== undefined && html`<p class="note"><bdi>${detail}</bdi></p>`}<p class="lead">${text}</p>
${!isDone && html`<p><a class="button" href="${againUrl}">${words.again}</a></p>`}<p><a href="${backUrl}">${done.back}</a></p>`,
  );
}
