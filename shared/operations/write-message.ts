import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import { offerSlots } from '#shared/domain/outreach/call-slots.ts';
import type { Variant } from '#shared/domain/outreach/experiment.ts';
import * as answer from '#shared/email/answer.tsx';
import * as brief from '#shared/email/brief.tsx';
import * as briefReminder from '#shared/email/brief-reminder.tsx';
import * as dataRequest from '#shared/email/data-request.tsx';
import * as draftAnswer from '#shared/email/draft-answer.tsx';
import * as draftReminder from '#shared/email/draft-reminder.tsx';
import * as followUp from '#shared/email/follow-up.tsx';
import type { Why } from '#shared/email/invitation.tsx';
import * as invitation from '#shared/email/invitation.tsx';
import * as postReminder from '#shared/email/post-reminder.tsx';
import { type RenderedMail, renderEmail } from '#shared/email/render.ts';
import * as thanks from '#shared/email/thanks.tsx';
import { paragraphsOf } from '#shared/lib/paragraphs.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import { briefContent, deliverablesFor } from './brief-content.ts';
import { cadenceRules } from './cadence-rules.ts';
import { letterTo } from './letter-to.ts';
import { withOwnWords } from './own-letter.ts';
import { pageUrl, type SendDeps } from './send-message.ts';
import { whyThem } from './why-them.ts';

/** What only the sender of an answer knows. */
export interface MessageFacts {
  readonly paragraphs?: readonly string[];
  readonly inReplyToSubject?: string;
  /** The offer is worth repeating: it changed. */
  readonly showOffer?: boolean;
}

type WriteDeps = Pick<SendDeps, 'publicUrl' | 'sign'> & { readonly candidates: CandidateStore };

/** One message of a thread in the influencer's language, from what is stored about campaign and collaboration. */
export async function writeMessage(
  deps: WriteDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  { purpose, number, variant }: { purpose: MessagePurpose; number: number; variant?: Variant | undefined },
  facts: MessageFacts,
  at: string,
): Promise<RenderedMail> {
  const { spec } = campaign;
  const { postBetween } = spec.brief;
  const { offer, threadId } = collaboration;
  const why = await whyOf(deps, campaign, collaboration, purpose, at);
  const plain = letterTo(deps, campaign, collaboration);
  const letter = withOwnWords(plain, campaign, collaboration, purpose, variant, why);
  const offerUrl = pageUrl(deps, 'o', threadId);
  const briefUrl = pageUrl(deps, 'b', threadId);
  switch (purpose) {
    case 'invitation':
      return renderEmail(invitation, {
        letter,
        ...(why && { why }),
        objectives: spec.objectives,
        deliverables: deliverablesFor(spec, collaboration),
        postBetween,
        offer,
        slots: slotsFor(campaign, at),
        offerUrl,
      });
    case 'follow-up': {
      const invitedAt = collaboration.sent.find(message => message.purpose === 'invitation')?.at ?? collaboration.since;
      return renderEmail(followUp, { letter, number, invitedAt, offer, offerUrl });
    }
    case 'data-request': {
      const { askedAt = at, note } = collaboration.dataRequest ?? {};
      const again = collaboration.sent.some(message => message.purpose === purpose && message.at >= askedAt);
      return renderEmail(dataRequest, {
        letter,
        again,
        ...(note !== undefined && { note }),
        offerUrl: `${offerUrl}#caseStudies`,
      });
    }
    case 'answer':
      return renderEmail(answer, {
        letter,
        ...(facts.inReplyToSubject !== undefined && { inReplyToSubject: facts.inReplyToSubject }),
        paragraphs: facts.paragraphs ?? [],
        ...(facts.showOffer && { offer }),
        offerUrl,
      });
    case 'brief':
      return renderEmail(brief, { letter, brief: briefContent(campaign, collaboration), briefUrl });
    case 'brief-reminder':
      return renderEmail(briefReminder, { letter, briefedAt: collaboration.since, postBetween, briefUrl });
    case 'draft-reminder': {
      const { round = 1, dueAt = at } = collaboration.draft ?? {};
      return renderEmail(draftReminder, { letter, round, dueAt, overdue: at >= dueAt, briefUrl });
    }
    case 'draft-answer': {
      const { state, words, dueAt = at } = collaboration.draft ?? {};
      const verdict = state === 'approved' ? ('approved' as const) : ('changes' as const);
      const { to } = postBetween;
      return renderEmail(draftAnswer, {
        letter,
        verdict,
        paragraphs: paragraphsOf(words ?? ''),
        dueAt,
        ...(at <= cadenceRules(spec).postBy && { postBy: to }),
        disclosure: spec.brief.disclosure,
        briefUrl,
      });
    }
    case 'post-reminder': {
      const { disclosure } = spec.brief;
      const overdue = at > cadenceRules(spec).postBy;
      return renderEmail(postReminder, { letter, postBetween, overdue, disclosure, briefUrl });
    }
    case 'thanks': {
      const postUrl = 'post' in collaboration ? collaboration.post.url : '';
      return renderEmail(thanks, { letter, postUrl, terms: offer });
    }
  }
}

/** Only what makes first contact speaks of them. */
async function whyOf(
  { candidates }: WriteDeps,
  { campaignId, spec }: Campaign,
  { influencerId }: Collaboration,
  purpose: MessagePurpose,
  at: string,
): Promise<Why | undefined> {
  if (purpose !== 'invitation' && purpose !== 'follow-up') return undefined;
  const [candidate] = await candidates.getMany(campaignId, [influencerId]);
  return candidate && whyThem(candidate, spec.audience.keywords, at);
}

/** Times for a call that the brand's calendar rules leave, earliest first. */
export const slotsFor = ({ spec }: Campaign, at: string) =>
  offerSlots(spec.outreach.callSlots, spec.period.timeZone, [], at);
