import * as answer from './answer.tsx';
import * as approvalRequest from './approval-request.tsx';
import * as brief from './brief.tsx';
import * as briefReminder from './brief-reminder.tsx';
import * as campaignNotice from './campaign-notice.tsx';
import * as dataRequest from './data-request.tsx';
import * as draftAnswer from './draft-answer.tsx';
import * as draftReminder from './draft-reminder.tsx';
import * as followUp from './follow-up.tsx';
import * as invitation from './invitation.tsx';
import type { Letter } from './letter.ts';
import { ownSamples } from './own-samples.ts';
import * as postReminder from './post-reminder.tsx';
import { type RenderedMail, renderEmail, type Template } from './render.ts';
import * as report from './report.tsx';
import { sampleOwnWords } from './sample-own-words.ts';
import * as thanks from './thanks.tsx';

/** Every mail with its sample, to be looked at and tested; product code imports the templates themselves. */
export interface Sample<Props extends object> extends Template<Props> {
  readonly sample: Props;
}

const letters = {
  invitation: letterSamples(invitation),
  'follow-up-1': letterSamples(followUp),
  'follow-up-2': letterSamples({ ...followUp, sample: { ...followUp.sample, number: 2 } }),
  'data-request': letterSamples(dataRequest),
  'data-request-2': letterSamples({ ...dataRequest, sample: { ...dataRequest.sample, again: true } }),
  answer: letterSamples(answer),
  brief: letterSamples(brief),
  'brief-reminder': letterSamples(briefReminder),
  'brief-with-draft': letterSamples({ ...brief, sample: { ...brief.sample, brief: brief.sampleBriefWithDraft } }),
  'draft-reminder': letterSamples(draftReminder),
  'draft-reminder-2': letterSamples({ ...draftReminder, sample: { ...draftReminder.sample, round: 2 } }),
  'draft-changes': letterSamples(draftAnswer),
  'draft-approved': letterSamples({
    ...draftAnswer,
    sample: { ...draftAnswer.sample, verdict: 'approved', paragraphs: ['The texture shot is perfect.'] },
  }),
  'post-reminder': letterSamples(postReminder),
  thanks: letterSamples(thanks),
} as const;

const notices = {
  'approval-request': () => renderEmail(approvalRequest, approvalRequest.sample),
  report: () => renderEmail(report, report.sample),
  'campaign-finished': () => renderEmail(campaignNotice, campaignNotice.sampleFinished),
  'campaign-failed': () => renderEmail(campaignNotice, campaignNotice.sample),
} as const;

/** Name -> rendered sample; letters in every language we ship. */
export const mailSamples: Readonly<Record<string, () => RenderedMail>> = {
  ...Object.fromEntries(Object.entries(letters).map(([name, { en }]) => [name, en])),
  ...Object.fromEntries(Object.entries(letters).map(([name, { hi }]) => [`${name}-hi`, hi])),
  ...ownSamples(sampleOwnWords),
  ...notices,
};

function letterSamples<Props extends { readonly letter: Letter }>(template: Sample<Props>) {
  const inLanguage = (language: string) => () =>
    renderEmail(template, { ...template.sample, letter: { ...template.sample.letter, language } });
  return { en: inLanguage('en'), hi: inLanguage('hi') };
}
