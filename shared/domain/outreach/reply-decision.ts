import type { CollaborationStatus } from '../collaboration.ts';
import type { DraftInMail } from '../listening/draft.ts';
import { isPostLink } from '../listening/links.ts';
import type { Intent, Understanding } from '../message.ts';

/** What an understood reply makes us do. */
export type ReplyAction =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly because: string }
  | { readonly kind: 'negotiate'; readonly amount: number; readonly currency?: string }
  | { readonly kind: 'offer-call' }
  | { readonly kind: 'postpone'; readonly until?: string }
  | { readonly kind: 'opt-out' }
  | { readonly kind: 'confirm-brief' }
  | { readonly kind: 'hand-in-draft'; readonly link?: string }
  | { readonly kind: 'post'; readonly url: string }
  | { readonly kind: 'ask-person'; readonly because: string };

/** Below this a person reads it: a wrong "yes" costs money, a wrong "no" an influencer. */
export const sureEnough = 0.7;
/** An opt-out is believed sooner: sending on against somebody's will is the worse mistake. */
const sureEnoughToStop = 0.5;

/** Second intents that change nothing about the first. */
const harmless: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  yes: ['post-link'],
  // Without an amount a person reads it in any case; with one, the "no" was to less money.
  'asks-money': ['yes', 'question', 'no'],
  // "Call me after five" puts nothing off.
  'wants-call': ['yes', 'question', 'later'],
  'post-link': ['yes'],
  later: ['no', 'question'],
  no: ['later'],
  unsubscribe: ['no'],
};

/** Doubt, anger and several wishes at once go to a person; the rest follows from the standing, and from the draft where we wait for one. */
export function decideReply(status: CollaborationStatus, reply: Understanding, draft?: DraftInMail): ReplyAction {
  const person = (because: string): ReplyAction => ({ kind: 'ask-person', because });
  if (reply.intent === 'unsubscribe' && reply.confidence >= sureEnoughToStop) return { kind: 'opt-out' };
  if (reply.sensitive.length > 0) return person(`their words want care: ${reply.sensitive.join(', ')}`);
  // A person looks at it in any case, and reads what else they say beside it.
  if (draft) return { kind: 'hand-in-draft', ...(draft.link !== undefined && { link: draft.link }) };
  const also = reply.also.filter(intent => !harmless[reply.intent]?.includes(intent));
  if (also.length > 0) return person(`they say several things at once: ${[reply.intent, ...also].join(', ')}`);
  if (reply.confidence < sureEnough) return person(`it is not clear what they want (${reply.intent}?)`);

  switch (status) {
    case 'shortlisted':
    case 'invited':
    case 'negotiating':
      return whileTalking(reply, person);
    case 'accepted':
    case 'briefed':
      return reply.intent === 'yes' ? { kind: 'confirm-brief' } : afterAgreement(status, reply, person);
    case 'confirmed':
    case 'published':
    case 'verified':
      return afterAgreement(status, reply, person);
    default:
      return reply.intent === 'no'
        ? { kind: 'decline', because: reply.evidence }
        : person(`they write although it has ended (${status}): ${reply.intent}`);
  }
}

type Person = (because: string) => ReplyAction;

function whileTalking(reply: Understanding, person: Person): ReplyAction {
  switch (reply.intent) {
    case 'yes':
      return { kind: 'accept' };
    case 'no':
      return { kind: 'decline', because: reply.evidence };
    case 'asks-money': {
      if (reply.ask === undefined) return person('they ask for another deal and name no amount');
      const { amount, upTo, currency } = reply.ask;
      return { kind: 'negotiate', amount: upTo ?? amount, ...(currency !== undefined && { currency }) };
    }
    case 'wants-call':
      return { kind: 'offer-call' };
    case 'later':
      return { kind: 'postpone', ...(reply.until !== undefined && { until: reply.until }) };
    case 'question':
      return person('they ask something');
    case 'wrong-person':
      return person('they say that we write to the wrong person');
    default:
      return person('it is not clear what they want');
  }
}

function afterAgreement(status: CollaborationStatus, reply: Understanding, person: Person): ReplyAction {
  const url = reply.links.find(isPostLink) ?? reply.links[0];
  if (reply.intent === 'post-link' && url !== undefined && status !== 'accepted') return { kind: 'post', url };
  if (reply.intent === 'later') return { kind: 'postpone', ...(reply.until !== undefined && { until: reply.until }) };
  return person(
    reply.intent === 'no' ? 'they want out of the agreement' : 'they write about the running collaboration',
  );
}
