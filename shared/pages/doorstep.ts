import { spokenLanguage } from '#shared/email/words/languages.ts';
import { type Html, html } from './html.ts';
import { page, type RenderedPage } from './page.ts';

/** For pages shown to somebody we may know nothing about. */
export interface Doorstep {
  readonly language: string;
  readonly brand: string;
}

export const doorstepPage = ({ language, brand }: Doorstep, title: string, content: Html): RenderedPage =>
  page({
    language: spokenLanguage(language),
    title: `${title} · ${brand}`,
    masthead: brand,
    body: html`<div class="sheet flow"><h1>${title}</h1>${content}</div>`,
  });
