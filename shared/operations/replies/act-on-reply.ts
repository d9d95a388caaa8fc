import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { wantsErasure } from '#shared/domain/erasure.ts';
import type { InboundMail, Understanding } from '#shared/domain/message.ts';
import { money } from '#shared/domain/money.ts';
import type { ReplyAction } from '#shared/domain/outreach/reply-decision.ts';
import { messageIdLocalPart, readMessageReference } from '#shared/domain/thread.ts';
import { later, plusDays } from '#shared/domain/time.ts';
import { isSamePost } from '#shared/domain/tracking/post-link.ts';
import { acceptTerms } from '../accept.ts';
import { advance } from '../advance.ts';
import { callAnswer, counterAnswer } from '../answers.ts';
import { type DeliverDeps, deliver } from '../deliver.ts';
import { briefConfirmed } from '../draft-due.ts';
import { negotiate } from '../negotiate.ts';
import { threadOf } from '../send-message.ts';

/** "Later" without a date. */
const laterDays = 14;
/** What a person needs to see of a mail to decide. */
const quotedCharacters = 2000;

/** Carries out what a reply was decided to mean. */
export async function actOnReply(
  deps: DeliverDeps,
  collaboration: Collaboration,
  mail: InboundMail,
  reply: Understanding,
  action: ReplyAction,
  at: string,
): Promise<void> {
  const { campaignId, influencerId } = collaboration;
  const happened = (event: CollaborationEvent) => advance(deps)(campaignId, influencerId, event, at);
  const quote = mail.newText.slice(0, quotedCharacters).toWellFormed();
  switch (action.kind) {
    case 'accept':
      if (await answersAnOlderOffer(deps, collaboration, mail))
        await happened({ kind: 'held', because: 'they say yes to a mail from before our last offer', quote });
      else await acceptTerms(deps)(collaboration, collaboration.offer, 'mail', at);
      return;
    case 'decline':
      await happened({ kind: 'declined', because: action.because, via: 'mail' });
      return;
    case 'opt-out':
      await happened({ kind: 'opted-out', via: 'mail', ...(wantsErasure(mail.newText) && { wantsErasure: true }) });
      return;
    case 'postpone': {
      const until = later(
        plusDays(at, 1),
        action.until ? new Date(action.until).toISOString() : plusDays(at, laterDays),
      );
      await happened({ kind: 'postponed', until, because: reply.evidence });
      return;
    }
    case 'confirm-brief':
      await happened(briefConfirmed((await deps.campaigns.get(campaignId)).spec, 'mail', at));
      return;
    case 'hand-in-draft': {
      const { link } = action;
      await happened({ kind: 'draft-handed-in', via: 'mail', ...(link !== undefined && { link }), text: quote });
      return;
    }
    case 'post': {
      const known = postUrlOf(collaboration);
      if (known === undefined) await happened({ kind: 'post-found', url: action.url, via: 'mail' });
      else if (!isSamePost(known, action.url))
        await happened({ kind: 'held', because: `they send another post: ${action.url}`, quote });
      return;
    }
    case 'negotiate': {
      const { budget, spec } = await deps.campaigns.get(campaignId);
      const ask = money(action.amount, action.currency ?? budget.currency);
      if (reply.ask?.per !== undefined && piecesOf(spec, collaboration) > 1) {
        await happened({ kind: 'asked', about: reply.evidence, ask, via: 'mail' });
        await happened({ kind: 'held', because: `they name a price per ${reply.ask.per}, and we want several`, quote });
        return;
      }
      const countered = await negotiate(deps)(collaboration, { ask, via: 'mail', quote }, at);
      if (countered) await answer(deps, countered.collaboration, mail, counterAnswer(countered), true, at);
      return;
    }
    case 'offer-call':
      await happened({ kind: 'asked', about: 'a call', via: 'mail' });
      return answer(deps, collaboration, mail, callAnswer(collaboration.language), false, at);
    case 'ask-person':
      if (reply.intent === 'question' || reply.intent === 'asks-money')
        await happened({ kind: 'asked', about: reply.evidence, via: 'mail' });
      await happened({ kind: 'held', because: action.because, quote });
      return;
  }
}

const postUrlOf = (collaboration: Collaboration): string | undefined =>
  'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;

/** Pieces of content that this influencer would make: those on their platform, or all where none is. */
function piecesOf({ brief: { deliverables } }: CampaignSpec, { profile }: Collaboration): number {
  const theirs = deliverables.filter(({ platform }) => platform === profile.platform);
  return (theirs.length > 0 ? theirs : deliverables).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Whether their mail answers one that we sent before the offer changed; false where it does not say what it answers. */
async function answersAnOlderOffer(
  { collaborations, messages }: DeliverDeps,
  collaboration: Collaboration,
  { inReplyTo, references }: InboundMail,
): Promise<boolean> {
  const timeline = await collaborations.timeline(collaboration.campaignId, collaboration.influencerId);
  const offeredAt = timeline.findLast(({ event, ignored }) => event.kind === 'offered' && ignored === undefined)?.at;
  if (offeredAt === undefined) return false;
  const ours = (await messages.list(threadOf(collaboration))).filter(message => message.direction === 'out');
  const answered = [...inReplyTo, ...references.toReversed()]
    .map(id => {
      const name = readMessageReference(id);
      return ours.find(({ purpose, number, sesMessageId }) =>
        name ? purpose === name.purpose && number === name.number : sesMessageId === messageIdLocalPart(id),
      );
    })
    .find(message => message !== undefined);
  return answered !== undefined && (answered.sentAt ?? answered.claimedAt) < offeredAt;
}

/** The answer to their n-th mail is our n-th, however often that mail is handled. */
async function answerNumber({ messages }: DeliverDeps, collaboration: Collaboration, { messageId }: InboundMail) {
  const theirs = (await messages.list(threadOf(collaboration))).filter(message => message.direction === 'in');
  const index = theirs.toSorted((a, b) => (a.at < b.at ? -1 : 1)).findIndex(({ mailId }) => mailId === messageId);
  return index < 0 ? theirs.length : index + 1;
}

async function answer(
  deps: DeliverDeps,
  collaboration: Collaboration,
  mail: InboundMail,
  paragraphs: readonly string[],
  showOffer: boolean,
  at: string,
): Promise<void> {
  const current = await deps.collaborations.get(collaboration.campaignId, collaboration.influencerId);
  const campaign = await deps.campaigns.get(collaboration.campaignId);
  await deliver(deps)(
    campaign,
    current,
    {
      purpose: 'answer',
      number: await answerNumber(deps, current, mail),
      isAnswer: true,
      ...(mail.messageId !== undefined && { inReplyTo: mail.messageId }),
      facts: { paragraphs, inReplyToSubject: mail.subject, showOffer },
    },
    at,
  );
}
