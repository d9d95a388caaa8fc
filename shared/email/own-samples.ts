import type { Variant } from '#shared/domain/outreach/experiment.ts';
import { type OwnOutreach, withOwnWords } from '#shared/operations/own-letter.ts';
import * as brief from './brief.tsx';
import * as briefReminder from './brief-reminder.tsx';
import * as draftReminder from './draft-reminder.tsx';
import * as followUp from './follow-up.tsx';
import type { Why } from './invitation.tsx';
import * as invitation from './invitation.tsx';
import type { Letter } from './letter.ts';
import * as postReminder from './post-reminder.tsx';
import { type RenderedMail, renderEmail, type Template } from './render.ts';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import * as thanks from './thanks.tsx';

/** The mails that a campaign says in its own words, as one influencer would get them. */

type Show = (letter: Letter) => RenderedMail;

const shown =
  <Props extends { readonly letter: Letter }>(template: Template<Props> & { readonly sample: Props }): Show =>
  letter =>
    renderEmail(template, { ...template.sample, letter });

const mails = {
  invitation: shown(invitation),
  'follow-up': shown(followUp),
  brief: shown(brief),
  'brief-reminder': shown(briefReminder),
  'draft-reminder': shown(draftReminder),
  'post-reminder': shown(postReminder),
  thanks: shown(thanks),
} as const satisfies Record<keyof OwnOutreach['messages'], Show>;

type Purpose = keyof typeof mails;

/** What the mail can rest on beside the letter. */
interface Held {
  readonly variant?: Variant;
  readonly why?: Why | undefined;
}

/** Whose campaign it is; the influencer is that of all samples. */
export type OwnCampaign = Pick<Letter, 'brand' | 'sender' | 'campaign' | 'currency' | 'postalAddress'>;

/** Name -> rendered mail, of every text that the campaign has; the invitation also for somebody of whom we hold nothing to name. */
export function ownSamples(outreach: OwnOutreach, campaign?: OwnCampaign): Record<string, () => RenderedMail> {
  const { messages, experiment } = outreach;
  const mail = (purpose: Purpose, language: string, held: Held = { why: invitation.sample.why }) => {
    const letter = { ...sampleLetter, ...campaign, language };
    const { variant, why } = held;
    return () =>
      mails[purpose](withOwnWords(letter, { spec: { outreach } }, { offer: sampleTerms }, purpose, variant, why));
  };
  const { invitation: first } = messages;
  const own = (Object.keys(mails) as Purpose[]).flatMap(purpose => {
    const text = messages[purpose];
    return text === undefined ? [] : [[`${purpose}-own`, mail(purpose, text.language)] as const];
  });
  return {
    ...Object.fromEntries(own),
    ...(first && { 'invitation-own-least': mail('invitation', first.language, {}) }),
    ...(experiment && {
      'invitation-own-b': mail('invitation', experiment.b.language, { variant: 'b', why: invitation.sample.why }),
    }),
  };
}
