import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration, CollaborationEvent, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { type DraftInMail, draftIn } from '#shared/domain/listening/draft.ts';
import { understand } from '#shared/domain/listening/understand.ts';
import type { InboundMail, Understanding } from '#shared/domain/message.ts';
import { isAwaited } from '#shared/domain/outreach/draft.ts';
import { decideReply, type ReplyAction, sureEnough } from '#shared/domain/outreach/reply-decision.ts';
import { plainSubject } from '#shared/domain/thread.ts';
import { later, plusDays } from '#shared/domain/time.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { InMessage } from '#shared/ports/messages.ts';
import type { ReplyModel } from '#shared/ports/reply-model.ts';
import { advance } from '../advance.ts';
import { callUid } from '../call-mail.ts';
import type { DeliverDeps } from '../deliver.ts';
import { actOnReply } from './act-on-reply.ts';

/** An automatic reply without a return date keeps us quiet for so long. */
const absentDays = 5;

export interface ReplyDeps extends DeliverDeps {
  /** Absent: rules alone. */
  readonly replyModel?: ReplyModel;
}

/** Why nothing may be decided from a mail before a person has looked at it. */
export interface Doubt {
  readonly because: string;
  /** It is surely theirs: a wish to be left alone is followed all the same. */
  readonly isTheirs: boolean;
}

/** What follows from a mail in its thread; answers what it was understood to say. */
export async function handleMail(
  deps: ReplyDeps,
  collaboration: Collaboration,
  mail: InboundMail,
  doubt: Doubt | undefined,
  at: string,
): Promise<Pick<InMessage, 'intent' | 'confidence'>> {
  const { campaignId, influencerId, quietUntil = at } = collaboration;
  const { kind } = mail;
  const happened = async (event: CollaborationEvent) => {
    await advance(deps)(campaignId, influencerId, event, at);
    return {};
  };
  // Nobody wrote it, yet somebody pressed a button: mail programs send an empty "unsubscribe", some marked as automatic.
  if ((kind.kind === 'empty' || kind.kind === 'automatic-reply') && wantsOut(mail, doubt, at))
    return happened({ kind: 'opted-out', via: 'mail' });
  switch (kind.kind) {
    case 'automatic-reply': {
      const back = kind.backOn === undefined ? plusDays(at, absentDays) : startOf(kind.backOn);
      // A second automatic reply that names no day takes nothing back.
      const until = later(quietUntil, later(at, back));
      return happened({ kind: 'postponed', until, because: 'an automatic reply: they are away' });
    }
    case 'bounce':
      return happened({ kind: 'bounced', hard: kind.hard, because: kind.reason });
    case 'complaint':
      return happened({ kind: 'opted-out', via: 'complaint' });
    case 'challenge':
      return happened({ kind: 'held', because: 'their mailbox asks us to prove that we are people' });
    case 'calendar-answer': {
      const campaign = await deps.campaigns.get(campaignId);
      if (kind.uid !== callUid(collaboration, campaign) || doubt)
        return happened({ kind: 'held', because: doubt?.because ?? 'their calendar answers another invitation' });
      const { answer, comment, from, to } = kind;
      const otherTime = from !== undefined && to !== undefined && { otherTime: { from, to } };
      return happened({ kind: 'call-answered', answer, ...otherTime, ...(comment !== undefined && { comment }) });
    }
    case 'empty':
      return happened({ kind: 'held', because: 'they sent a mail without words' });
    case 'human': {
      const campaign = await deps.campaigns.get(campaignId);
      const { profile } = collaboration;
      const reply = understand(mail.newText, {
        at,
        currency: campaign.budget.currency,
        ...(profile.platform === 'blog' && { blog: profile.handle }),
      });
      const standing = await standingThen(deps, collaboration, at);
      const draft = draftFor(deps, campaign, collaboration, standing, mail, reply);
      const action = actionFor(standing, campaign, reply, draft, doubt ?? takenOver(collaboration), at);
      await actOnReply(deps, collaboration, mail, reply, await suggested(deps, mail, reply, action), at);
      return { intent: reply.intent, confidence: reply.confidence };
    }
  }
}

/** Where the rules are unsure, the person who decides is told how a model reads it. */
async function suggested(
  { replyModel }: ReplyDeps,
  { newText }: InboundMail,
  { confidence }: Understanding,
  action: ReplyAction,
): Promise<ReplyAction> {
  if (!replyModel || action.kind !== 'ask-person' || confidence >= sureEnough) return action;
  const suggestion = await replyModel(newText);
  if (!suggestion) return action;
  const { intent, because } = suggestion;
  return { ...action, because: `${action.because}; a language model reads: ${intent} (${because})` };
}

/**
 * Where the collaboration stood when the mail came: whoever died after acting on it may have moved it on, and the "yes" that was an
 * acceptance must not confirm the brief as well.
 */
async function standingThen(
  { collaborations }: DeliverDeps,
  { campaignId, influencerId, status }: Collaboration,
  at: string,
): Promise<CollaborationStatus> {
  const timeline = await collaborations.timeline(campaignId, influencerId);
  return timeline.find(entry => entry.at === at)?.from ?? status;
}

/** Whoever has taken a collaboration over answers it; only a wish to be left alone is followed at once. */
const takenOver = ({ owner }: Collaboration): Doubt | undefined =>
  owner === undefined ? undefined : { because: `they write, and ${owner} has taken it over`, isTheirs: true };

/** The draft in their mail, where we wait for one. Before the brief is confirmed it has to be called a draft. */
function draftFor(
  { publicUrl }: ReplyDeps,
  { spec }: Campaign,
  collaboration: Collaboration,
  status: CollaborationStatus,
  { newText, attachments }: InboundMail,
  { links }: Understanding,
): DraftInMail | undefined {
  const isEarly = status === 'briefed' && spec.brief.draftDueDays !== undefined;
  if (!isEarly && !isAwaited(collaboration.draft)) return undefined;
  const found = draftIn(
    newText,
    // A page of ours, copied out of our mail, is no draft.
    links.filter(link => !link.startsWith(publicUrl)),
    attachments.length > 0,
  );
  return isEarly && !found?.isSaid ? undefined : found;
}

/** What they want, as far as it may be done without a person. */
function actionFor(
  status: CollaborationStatus,
  campaign: Campaign,
  reply: Understanding,
  draft: DraftInMail | undefined,
  doubt: Doubt | undefined,
  at: string,
): ReplyAction {
  const action = decideReply(status, reply, draft);
  if (doubt && !(doubt.isTheirs && action.kind === 'opt-out')) return { kind: 'ask-person', because: doubt.because };
  const endsIt = action.kind === 'opt-out' || action.kind === 'decline' || action.kind === 'ask-person';
  return isOver(campaign, at) && !endsIt
    ? { kind: 'ask-person', because: `the campaign is over, and they write: ${reply.intent}` }
    : action;
}

/** The unsubscribe button of some mail programs sends a mail with nothing but this subject (RFC 2369). */
const wantsOut = ({ subject }: InboundMail, doubt: Doubt | undefined, at: string): boolean =>
  doubt?.isTheirs !== false &&
  plainSubject(subject) === subject.trim().toLowerCase() &&
  understand(subject, { at }).intent === 'unsubscribe';

/** A return date is a day; we write again when it has begun. */
const startOf = (day: string): string => (day.length === 10 ? `${day}T06:00:00.000Z` : new Date(day).toISOString());
