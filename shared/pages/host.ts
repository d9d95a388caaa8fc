import type { Letter } from '#shared/email/letter.ts';
import { spokenLanguage } from '#shared/email/words/languages.ts';
import type { Child, Html } from './html.ts';
import { html } from './html.ts';
import { page, type RenderedPage } from './page.ts';
import { pageWordsIn } from './words/languages.ts';

/** What every page of an influencer says: whose it is, who it is for. A part of what their mails say. */
export type Host = Pick<Letter, 'language' | 'currency' | 'timeZone' | 'brand' | 'postalAddress' | 'campaign'> & {
  readonly recipientName: string;
  /** Where they can connect the account that we work with, if it can be. */
  readonly connectUrl?: string;
};

/** A page for an influencer: one column, the brand above, the address below. */
export function hostPage(host: Host, title: string, body: Html, footer?: Child): RenderedPage {
  const words = pageWordsIn(host.language);
  return page({
    language: spokenLanguage(host.language),
    title: `${title} · ${host.brand.name}`,
    masthead: host.brand.name,
    body,
    footer: html`${footer}<p>${words.writes(host.brand.name, host.postalAddress)}</p>`,
  });
}
