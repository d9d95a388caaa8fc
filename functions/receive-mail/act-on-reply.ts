import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import type { InboundMail, Understanding } from '#shared/domain/message.ts';
import { money } from '#shared/domain/money.ts';
import { answerAsk } from '#shared/domain/negotiation.ts';
import type { ReplyAction } from '#shared/domain/reply-decision.ts';
import { later, plusDays } from '#shared/domain/time.ts';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import { roomFor } from '#shared/operations/room.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import { feeBand, termsFor } from '#shared/operations/spec-terms.ts';
import { callAnswer, counterAnswer } from './answers.ts';

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
  switch (action.kind) {
    case 'accept':
      await acceptTerms(deps)(collaboration, collaboration.offer, 'mail', at);
      return;
    case 'decline':
      await happened({ kind: 'declined', because: action.because, via: 'mail' });
      return;
    case 'opt-out':
      await happened({ kind: 'opted-out', via: 'mail' });
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
      await happened({ kind: 'brief-confirmed', via: 'mail' });
      return;
    case 'post':
      await happened({ kind: 'post-found', url: action.url, via: 'mail' });
      return;
    case 'negotiate':
      return negotiate(deps, collaboration, mail, action, at);
    case 'offer-call':
      await happened({ kind: 'asked', about: 'a call', via: 'mail' });
      return answer(deps, collaboration, mail, callAnswer(collaboration.language), false, at);
    case 'ask-person': {
      const quote = mail.newText.slice(0, quotedCharacters);
      if (reply.intent === 'question' || reply.intent === 'asks-money')
        await happened({ kind: 'asked', about: reply.evidence, via: 'mail' });
      await happened({ kind: 'held', because: action.because, ...(quote && { quote }) });
      return;
    }
  }
}

/** Inside the band the rule answers; outside it, or without room in the budget, a person does. */
async function negotiate(
  deps: DeliverDeps,
  collaboration: Collaboration,
  mail: InboundMail,
  { amount, currency }: Extract<ReplyAction, { kind: 'negotiate' }>,
  at: string,
): Promise<void> {
  const { campaignId, influencerId } = collaboration;
  const campaign = await deps.campaigns.get(campaignId);
  const ask = money(amount, currency ?? campaign.budget.currency);
  const asked = await advance(deps)(
    campaignId,
    influencerId,
    { kind: 'asked', about: 'the fee', ask, via: 'mail' },
    at,
  );
  const round = asked.sent.filter(({ purpose }) => purpose === 'answer').length + 1;
  const said = answerAsk({
    ask,
    offer: collaboration.offer.fee,
    ...feeBand(campaign.spec),
    remainingBudget: roomFor(campaign, influencerId),
    round,
  });
  switch (said.kind) {
    case 'accept':
      await acceptTerms(deps)(asked, termsFor(campaign.spec, said.fee), 'mail', at);
      return;
    case 'person':
      await advance(deps)(
        campaignId,
        influencerId,
        { kind: 'held', because: said.because, quote: mail.newText.slice(0, quotedCharacters) },
        at,
      );
      return;
    case 'counter': {
      const terms = termsFor(campaign.spec, said.fee);
      const offered = await advance(deps)(
        campaignId,
        influencerId,
        { kind: 'offered', terms, because: said.because },
        at,
      );
      return answer(deps, offered, mail, counterAnswer(collaboration.language, ask, said.fee), true, at);
    }
  }
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
