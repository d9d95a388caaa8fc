import { readerOf } from '#shared/email/letter.ts';
import { showDay } from '#shared/lib/display.ts';
import type { BriefProblem } from './brief-form.ts';
import type { Host } from './host.ts';
import { type Html, html, link, theirs } from './html.ts';
import { longest } from './offer-form.ts';
import { field, fold, form } from './parts.ts';
import { pageWordsIn } from './words/languages.ts';

/** How the draft stands, where the campaign wants to see one. */
export interface DraftOnPage {
  readonly state: 'asked' | 'handed-in' | 'changes-asked' | 'approved';
  readonly dueAt: string;
  readonly link?: string;
  readonly text?: string;
  /** What we wrote about it. */
  readonly words?: string;
}

interface DraftProps {
  readonly host: Host;
  readonly draft: DraftOnPage;
  readonly problem?: BriefProblem;
}

export function draftSection({ host, draft, problem }: DraftProps): Html {
  const { draft: words } = pageWordsIn(host.language);
  const { state, dueAt } = draft;
  // What we wrote about an earlier version is no answer to this one.
  const said = state === 'handed-in' ? undefined : draft.words;
  return html`<section class="tight flow" id="draft"><h2>${words.title}</h2>
<p>${words.standing[state](showDay(dueAt, readerOf(host)))}</p>${
    said !== undefined && html`<blockquote class="lines">${theirs(said)}</blockquote>`
  }${state !== 'asked' && yours(host, draft)}${
    (state === 'asked' || state === 'changes-asked') && handInDraft(host, problem)
  }</section>`;
}

/** While we look at one, another may take its place. */
export const anotherDraft = ({ host, draft, problem }: DraftProps): Html | false =>
  draft.state === 'handed-in' &&
  fold(pageWordsIn(host.language).draft.again, handInDraft(host, problem), problem?.kind === 'draft');

function yours(host: Host, { link: address, text }: DraftOnPage): Html | false {
  const { draft: words } = pageWordsIn(host.language);
  if (address === undefined && text === undefined) return false;
  return html`<div class="sunken"><p class="small muted">${words.yours}</p>${
    address !== undefined && html`<p>${link(address)}</p>`
  }${text !== undefined && html`<p class="lines">${theirs(text)}</p>`}</div>`;
}

function handInDraft({ language }: Host, problem: BriefProblem | undefined): Html {
  const { draft: words, problems } = pageWordsIn(language);
  const wrong = problem?.kind === 'draft' ? problem : undefined;
  return form('draft', words.button, [
    field('link', {
      id: 'draft-link',
      label: words.linkLabel,
      kind: 'url',
      hint: words.linkHint,
      inputMode: 'url',
      longest: longest.url,
      value: wrong?.link,
      problem: wrong && problems.draft,
    }),
    field('text', {
      id: 'draft-text',
      label: words.textLabel,
      kind: 'lines',
      longest: longest.draft,
      value: wrong?.text,
    }),
  ]);
}
