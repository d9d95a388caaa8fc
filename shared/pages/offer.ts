import type { Terms } from '#shared/domain/outreach/terms.ts';
import { deliverablesFacts } from '#shared/email/deliverables.ts';
import { type Days, type Deliverable, readerOf, type Slot } from '#shared/email/letter.ts';
import { termsFacts } from '#shared/email/terms-facts.ts';
import { wordsIn } from '#shared/email/words/languages.ts';
import { showDates, showSlot } from '#shared/lib/display.ts';
import { type Host, hostPage } from './host.ts';
import { type Html, html, link } from './html.ts';
import { answers } from './offer-answers.ts';
import type { OfferProblem } from './offer-form.ts';
import type { RenderedPage } from './page.ts';
import { connect, factList, listSection } from './parts.ts';
import { pageWordsIn } from './words/languages.ts';

export interface OfferPageProps {
  readonly host: Host;
  readonly objectives: readonly string[];
  readonly deliverables: readonly Deliverable[];
  readonly postBetween: Days;
  readonly offer: Terms;
  /** Names exactly this offer; comes back with an acceptance, so that nobody accepts what they have not read. */
  readonly version: string;
  /** Free times for a call. */
  readonly slots: readonly Slot[];
  /** The brand's own booking page, where it uses one instead. */
  readonly bookingUrl?: string;
  readonly call?: Slot;
  /** We asked for their past work and numbers: that answer stands open. */
  readonly asksForDetails?: true;
  readonly standing: 'open' | 'accepted' | 'declined' | 'over';
  /** Once the brief is sent. */
  readonly briefUrl?: string;
  readonly problem?: OfferProblem;
}

export function offerPage(props: OfferPageProps): RenderedPage {
  const { host, objectives, deliverables, postBetween, offer, standing } = props;
  const words = pageWordsIn(host.language);
  const mailWords = wordsIn(host.language);
  const reader = readerOf(host);
  const { campaign, brand } = host;
  const body = html`<div class="sheet flow">
<p>${words.hello(host.recipientName)}</p>
<h1>${words.offer.title(brand.name)}</h1>
<p class="lead">${words.offer.lead(campaign.name, showDates({ from: campaign.startsOn, to: campaign.endsOn }, reader))}</p>
${brand.about !== undefined && html`<p>${brand.about} ${link(brand.website, brand.website.replace(/^https?:\/\//, ''))}</p>`}
<section class="tight"><h2>${standing === 'accepted' ? mailWords.terms.agreed : mailWords.terms.title}</h2>
<div class="sunken">${factList([...deliverablesFacts(deliverables, postBetween, mailWords, reader), ...termsFacts(offer, mailWords, reader)])}</div></section>
${listSection(words.offer.aims, objectives)}
</div>
<div class="sheet flow" id="answer"><h2>${words.offer.answer}</h2>
${standing === 'open' ? answers(props) : closed(props)}
<p class="small muted">${words.answerByMail}</p></div>${connect(host)}`;
  return hostPage(host, words.offer.title(brand.name), body);
}

function closed({ host, standing, briefUrl, call }: OfferPageProps): Html {
  const words = pageWordsIn(host.language);
  return html`<p class="note">${standing !== 'open' && words.offer.standing[standing]}</p>
${call !== undefined && html`<p>${showSlot(call, readerOf(host))}</p>`}
${briefUrl !== undefined && html`<p><a class="button" href="${briefUrl}">${words.offer.brief}</a></p>`}`;
}
