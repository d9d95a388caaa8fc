import type { Fact } from '#shared/email/terms-facts.ts';
import type { Host } from './host.ts';
import { type Child, type Html, html } from './html.ts';
import { pageWordsIn } from './words/languages.ts';

/** The few things an influencer's page is made of. */

export const factList = (facts: readonly { readonly label: string; readonly value: Fact['value'] | Html }[]): Html =>
  html`<dl class="facts">${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

export const bullets = (items: readonly string[]): Html => html`<ul>${items.map(item => html`<li>${item}</li>`)}</ul>`;

/** A heading with a list below, or nothing where there is nothing to list. */
export const listSection = (title: string, items: readonly string[]): Html | false =>
  items.length > 0 && html`<section class="tight"><h2>${title}</h2>${bullets(items)}</section>`;

/** An invitation to connect their account, where that is possible. */
export const connect = ({ connectUrl, language }: Host): Html | false => {
  const { connect: words } = pageWordsIn(language);
  return (
    connectUrl !== undefined &&
    html`<div class="sheet flow"><p><a class="button quiet" href="${connectUrl}">${words.link}</a></p><p class="hint">${words.hint}</p></div>`
  );
};

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly kind?: 'text' | 'url' | 'lines';
  readonly hint?: string;
  readonly required?: boolean;
  readonly inputMode?: 'decimal' | 'url';
  readonly value?: string | undefined;
  readonly problem?: string | undefined;
  readonly longest: number;
}

/** A labelled control; its hint and its problem are tied to it for screen readers. */
export function field(name: string, props: FieldProps): Html {
  const { id, label, kind = 'text', hint, required = false, inputMode, value = '', problem, longest } = props;
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  const attributes = html`id="${id}" name="${name}" maxlength="${longest}"${required && html` required`}${
    inputMode !== undefined && html` inputmode="${inputMode}"`
  }${described !== '' && html` aria-describedby="${described}"`}${problem !== undefined && html` aria-invalid="true"`}`;
  return html`<div><label for="${id}">${label}</label>${
    kind === 'lines'
      ? html`<textarea ${attributes}>
${value}</textarea>`
      : html`<input type="${kind}" ${attributes} value="${value}" autocomplete="off">`
  }${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}${
    problem !== undefined && html`<p class="problem" id="${id}-problem">${problem}</p>`
  }</div>`;
}

export const choices = (
  name: string,
  legend: string,
  options: readonly { readonly value: string; readonly label: string; readonly checked?: boolean }[],
  required = false,
): Html =>
  html`<fieldset><legend>${legend}</legend>${options.map(
    ({ value, label, checked = false }) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${value}"${checked && html` checked`}${
        required && html` required`
      }><span>${label}</span></label>`,
  )}</fieldset>`;

/** A form that posts to the page's own address. `answer` names what was pressed. */
export const form = (
  answer: string,
  button: string,
  fields: Child = undefined,
  look: '' | 'quiet' | 'warn' = '',
): Html =>
  html`<form method="post" class="stack"><input type="hidden" name="answer" value="${answer}">${fields}<div><button type="submit"${
    look !== '' && html` class="${look}"`
  }>${button}</button></div></form>`;

/** Folded away until wanted; works without scripts. */
export const fold = (summary: string, content: Child, open = false): Html =>
  html`<details${open && html` open`}><summary>${summary}</summary><div>${content}</div></details>`;
