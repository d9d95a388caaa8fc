import { type Collaboration, isOpen, type SentMessage } from '../collaboration.ts';
import type { MessagePurpose } from '../message.ts';
import { plusDays } from '../time.ts';

export interface CadenceRules {
  /** Days after the previous mail, one entry per follow-up. */
  readonly followUpsAfterDays: readonly number[];
  /** Days of silence after the last follow-up, then we stop. */
  readonly giveUpAfterDays?: number;
  /** The instant (ISO 8601) by which the post should be up. */
  readonly postBy: string;
}

/** What comes next in a collaboration. `chase` acts on it; nothing here depends on how late it is asked. */
export type NextAction =
  | { readonly kind: 'send'; readonly purpose: MessagePurpose; readonly number: number }
  | { readonly kind: 'wait'; readonly until: string; readonly because: string }
  | { readonly kind: 'give-up'; readonly because: string }
  | { readonly kind: 'ask-person'; readonly because: string }
  | { readonly kind: 'nothing'; readonly because: string };

const defaultGiveUpAfterDays = 7;
/** In a negotiation: one reminder this long after our last message, a person as long after that. */
const negotiationDays = 4;
/** They asked and nobody answered: a person should not keep them waiting longer. */
const answerWithinDays = 1;
/** Days after the brief; counted on from a reminder that went out late. */
const briefReminderDays = [2, 5] as const;
/** From the last brief reminder to a person. */
const briefGraceDays = 3;
/** `postBy` is the end of a day: the morning two days before it. Three, so that Friday is left for a date on a Sunday. */
const postReminderBeforeDays = 3;
const postReminderAfterDays = 1;
/** From the reminder after the date to a person. */
const postGraceDays = 2;
/** No two automatic mails to one person within a day, whatever fell due in between. */
const leastGapDays = 1;

/**
 * The next step of a collaboration, from what was sent and when. After an outage it asks for one message only, and everything
 * later counts from that one.
 */
export function nextAction(collaboration: Collaboration, rules: CadenceRules, at: string): NextAction {
  const { status, heldForPerson, quietUntil, call } = collaboration;
  if (!isOpen(status)) return nothing(`it has ended: ${status}`);
  if (heldForPerson !== undefined) return nothing(`a person decides: ${heldForPerson}`);
  if (quietUntil !== undefined && isLater(quietUntil, at)) return wait(quietUntil, 'they asked for quiet until then');
  if (call && isLater(call.to, at)) return wait(call.to, 'a call is booked');
  switch (status) {
    case 'shortlisted':
      return { kind: 'send', purpose: 'invitation', number: 1 };
    case 'invited':
      return whileInvited(collaboration, rules, at);
    case 'negotiating':
      return whileNegotiating(collaboration, at);
    case 'briefed':
      return whileBriefed(collaboration, at);
    case 'confirmed':
      return whileConfirmed(collaboration, rules, at);
    case 'verified':
      return sentOf(collaboration, 'thanks').length === 0
        ? { kind: 'send', purpose: 'thanks', number: 1 }
        : nothing('the post is up and they were thanked');
    default:
      return nothing(`nothing is expected of them while ${status}`);
  }
}

function whileInvited(collaboration: Collaboration, rules: CadenceRules, at: string): NextAction {
  const { followUpsAfterDays, giveUpAfterDays = defaultGiveUpAfterDays } = rules;
  const followUps = sentOf(collaboration, 'follow-up').length;
  const last = lastContact(collaboration);
  const next: NextAction = { kind: 'send', purpose: 'follow-up', number: followUps + 1 };
  const afterDays = followUpsAfterDays[followUps];
  if (afterDays !== undefined) return dueAt(plusDays(last, afterDays), at, next, 'the next follow-up is not due');
  // A pause that they asked for ends with one more message; a machine that always asks for one gets no second.
  const { quietUntil } = collaboration;
  const resumes = quietUntil !== undefined && isLater(quietUntil, last) && followUps === followUpsAfterDays.length;
  if (resumes) return next;
  const mails = followUps + 1;
  const because = `no answer to ${mails} ${mails === 1 ? 'mail' : 'mails'}`;
  const until = plusDays(latest(last, quietUntil), giveUpAfterDays);
  return dueAt(until, at, { kind: 'give-up', because }, 'they may still answer');
}

function whileNegotiating(collaboration: Collaboration, at: string): NextAction {
  const last = collaboration.sent.at(-1);
  const { since, quietUntil, call } = collaboration;
  const theirTurn = last !== undefined && !isLater(since, last.at);
  if (!theirTurn)
    return dueAt(
      plusDays(latest(since, quietUntil, call?.to), answerWithinDays),
      at,
      { kind: 'ask-person', because: `they wait for our answer since ${since.slice(0, 10)}` },
      'their question is being answered',
    );
  const contact = latest(last.at, quietUntil, call?.to);
  if (last.purpose === 'follow-up')
    return dueAt(
      plusDays(contact, negotiationDays),
      at,
      { kind: 'ask-person', because: 'no answer to our last offer, nor to a reminder of it' },
      'they may still answer',
    );
  const number = sentOf(collaboration, 'follow-up').length + 1;
  const due = plusDays(latest(last.at, call?.to), negotiationDays);
  return dueAt(due, at, { kind: 'send', purpose: 'follow-up', number }, 'they have our answer');
}

function whileBriefed(collaboration: Collaboration, at: string): NextAction {
  // Sent right after the agreement; what a pause or a fault held back is caught up here.
  if (sentOf(collaboration, 'brief').length === 0) return { kind: 'send', purpose: 'brief', number: 1 };
  const reminders = sentOf(collaboration, 'brief-reminder').length;
  const last = lastContact(collaboration);
  const due = briefReminderDays[reminders];
  if (due === undefined)
    return dueAt(
      plusDays(latest(last, collaboration.quietUntil), briefGraceDays),
      at,
      { kind: 'ask-person', because: `the brief is not confirmed after ${reminders} reminders` },
      'they may still confirm the brief',
    );
  const afterDays = due - (briefReminderDays[reminders - 1] ?? 0);
  const next: NextAction = { kind: 'send', purpose: 'brief-reminder', number: reminders + 1 };
  return dueAt(plusDays(last, afterDays), at, next, 'the next reminder of the brief is not due');
}

function whileConfirmed(collaboration: Collaboration, { postBy }: CadenceRules, at: string): NextAction {
  const reminders = sentOf(collaboration, 'post-reminder');
  const sent = new Set(reminders.map(({ number }) => number));
  const last = lastContact(collaboration);
  const reminder = (number: number): NextAction => ({ kind: 'send', purpose: 'post-reminder', number });
  const notBefore = plusDays(last, leastGapDays);
  const before = latest(plusDays(postBy, -postReminderBeforeDays), notBefore);
  // Number 1 looks ahead, number 2 says "it was yesterday": a late first one is left out.
  if (!sent.has(1) && !sent.has(2) && isLater(postBy, before) && isLater(postBy, at))
    return dueAt(before, at, reminder(1), 'the date of the post is not near');
  const afterwards = latest(plusDays(postBy, postReminderAfterDays), notBefore);
  if (!sent.has(2)) return dueAt(afterwards, at, reminder(2), 'the post is expected');
  const until = plusDays(latest(last, collaboration.quietUntil), postGraceDays);
  const because = `the post is late, reminders sent: ${reminders.length}`;
  return dueAt(until, at, { kind: 'ask-person', because }, 'the post is expected');
}

const sentOf = ({ sent }: Collaboration, purpose: MessagePurpose): readonly SentMessage[] =>
  sent.filter(message => message.purpose === purpose);

/** The latest of our last message, the change of status and a call: what the next silence is counted from. */
const lastContact = ({ sent, since, call }: Collaboration): string => latest(since, sent.at(-1)?.at, call?.to);

const dueAt = (due: string, at: string, action: NextAction, because: string): NextAction =>
  isLater(due, at) ? wait(due, because) : action;

const wait = (until: string, because: string): NextAction => ({ kind: 'wait', until, because });
const nothing = (because: string): NextAction => ({ kind: 'nothing', because });

const isLater = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);
const latest = (first: string, ...others: readonly (string | undefined)[]): string =>
  others.reduce<string>((late, one) => (one !== undefined && isLater(one, late) ? one : late), first);
