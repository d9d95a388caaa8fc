import type { BriefContent } from '#shared/email/brief.tsx';
import { deliverablesFacts } from '#shared/email/deliverables.ts';
import { readerOf } from '#shared/email/letter.ts';
import { termsFacts } from '#shared/email/terms-facts.ts';
import { wordsIn } from '#shared/email/words/languages.ts';
import { showPercent } from '#shared/lib/display.ts';
import { anotherDraft, type DraftOnPage, draftSection } from './brief-draft.ts';
import type { BriefProblem } from './brief-form.ts';
import { type Host, hostPage } from './host.ts';
import { type Html, html, link } from './html.ts';
import { longest } from './offer-form.ts';
import type { RenderedPage } from './page.ts';
import { bullets, connect, factList, field, fold, form, listSection } from './parts.ts';
import { pageWordsIn } from './words/languages.ts';

export interface BriefPageProps {
  readonly host: Host;
  readonly brief: BriefContent;
  readonly standing: 'to-confirm' | 'confirmed' | 'published' | 'verified' | 'over';
  readonly postUrl?: string;
  readonly draft?: DraftOnPage;
  readonly problem?: BriefProblem;
}

export function briefPage(props: BriefPageProps): RenderedPage {
  const { host, standing } = props;
  const words = pageWordsIn(host.language);
  const body = html`<div class="sheet flow"><h1>${words.brief.title}</h1>
<p class="lead">${words.brief.lead(host.campaign.name, host.brand.name)}</p>
${standing !== 'to-confirm' && html`<p class="note">${words.brief.standing[standing]}</p>`}
${props.postUrl !== undefined && html`<p>${words.brief.yourPost}: ${link(props.postUrl)}</p>`}
${standing === 'confirmed' && whatIsDue(props)}</div>
<div class="sheet flow">${content(props)}</div>
${standing === 'to-confirm' && html`<div class="sheet flow" id="answer">${confirm(props)}</div>`}${standing !== 'over' && connect(host)}`;
  return hostPage(host, words.brief.title, body);
}

/** The draft before the post; who has published all the same can say so. */
function whatIsDue({ draft, ...props }: BriefPageProps): Html {
  if (draft === undefined) return handIn(props);
  const words = pageWordsIn(props.host.language);
  const drafted = { ...props, draft };
  return html`${draftSection(drafted)}${
    draft.state === 'approved'
      ? handIn(props)
      : html`<div>${anotherDraft(drafted)}${fold(words.draft.published, handIn(props), props.problem?.kind === 'url')}</div>`
  }`;
}

function confirm(props: BriefPageProps): Html {
  const words = pageWordsIn(props.host.language);
  const { problem } = props;
  const asked = problem?.kind === 'question' ? problem : undefined;
  return html`${form('confirm', words.brief.confirm)}<p class="hint">${words.brief.confirmHint}</p>
<div>${fold(words.brief.post, handIn(props), problem?.kind === 'url')}${fold(
    words.brief.question,
    form(
      'question',
      words.send,
      field('question', {
        id: 'question',
        label: words.offer.questionLabel,
        kind: 'lines',
        required: true,
        longest: longest.question,
        value: asked?.written,
        problem: asked && words.problems.text,
      }),
      'quiet',
    ),
    asked !== undefined,
  )}</div>`;
}

function handIn({ host, problem }: BriefPageProps): Html {
  const { brief: words, problems } = pageWordsIn(host.language);
  const wrong = problem?.kind === 'url' ? problem : undefined;
  return form(
    'post',
    words.postButton,
    field('url', {
      id: 'url',
      label: words.postLabel,
      kind: 'url',
      hint: words.postHint,
      inputMode: 'url',
      required: true,
      longest: longest.url,
      value: wrong?.written,
      problem: wrong && problems.url,
    }),
  );
}

function content({ host, brief, draft }: BriefPageProps): Html {
  const all = wordsIn(host.language);
  const { brief: words } = all;
  const reader = readerOf(host);
  const { coupon, disclosure } = brief;
  return html`<section class="tight"><h2>${words.about}</h2><p>${brief.summary}</p></section>
${listSection(words.objectives, brief.objectives)}
<section class="tight"><h2>${words.deliverables}</h2><div class="sunken">${factList(
    deliverablesFacts(brief.deliverables, brief.postBetween, all, reader, words),
  )}</div></section>
${
  // Once it is asked for, how it stands is said above.
  draft === undefined &&
  brief.draftDueDays !== undefined &&
  html`<section class="tight"><h2>${all.draft.title}</h2><p>${all.draft.rule(brief.draftDueDays)}</p><p>${all.draft.wait}</p></section>`
}${listSection(words.keyMessages, brief.keyMessages)}${listSection(words.dos, brief.do)}${listSection(words.donts, brief.dont)}
<section class="tight"><h2>${words.disclosure}</h2><p>${words.disclosureRule(disclosure.label)}</p>${bullets([
    words.disclosurePicture,
    words.disclosureVideo,
  ])}<p class="small muted">${words.disclosureLaw[disclosure.rule]}</p></section>
<section class="tight"><h2>${words.link}</h2><div class="sunken">${factList([
    { label: words.link, value: link(brief.link) },
    ...(coupon === undefined
      ? []
      : [
          {
            label: words.coupon,
            value: html`<strong class="code">${coupon.code}</strong> ${words.couponHint(showPercent(coupon.discountPercent / 100, reader))}`,
          },
        ]),
  ])}</div><p class="small muted">${words.linkHint}</p></section>
<section class="tight"><h2>${all.terms.agreed}</h2><div class="sunken">${factList(termsFacts(brief.terms, all, reader))}</div></section>`;
}
