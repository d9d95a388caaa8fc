import { type Collaboration, type Draft, isOpen, type SentMessage } from '../collaboration.ts';
import type { MessagePurpose } from '../message.ts';
import { plusDays } from '../time.ts';
import type { Cadence, Cadences } from './cadences.ts';

export interface CadenceRules {
  readonly cadences: Cadences;
  /** The instant (ISO 8601) by which the post should be up. */
  readonly postBy: string;
}

/** What comes next in a collaboration. `chase` acts on it; nothing here depends on how late it is asked. */
export type NextAction =
  | { readonly kind: 'send'; readonly purpose: MessagePurpose; readonly number: number }
  | { readonly kind: 'wait'; readonly until: string; readonly because: string }
  | { readonly kind: 'give-up'; readonly because: string }
  | { readonly kind: 'ask-person'; readonly because: string; readonly about?: 'draft' }
  | { readonly kind: 'nothing'; readonly because: string };

/** They asked and nobody answered: a person should not keep them waiting longer. */
const answerWithinDays = 1;
/** From the day on which we approve a draft to the day on which its post can be late. */
const publishWithinDays = 2;
/** No two automatic mails to one person within a day, whatever fell due in between. */
const leastGapDays = 1;

/**
 * The next step of a collaboration, from what was sent and when. After an outage it asks for one message only, and everything
 * later counts from that one.
 */
export function nextAction(collaboration: Collaboration, rules: CadenceRules, at: string): NextAction {
  const { status, heldForPerson, snooze, quietUntil, call, dataRequest } = collaboration;
  const { cadences, postBy } = rules;
  if (!isOpen(status)) return nothing(`it has ended: ${status}`);
  if (heldForPerson !== undefined) return nothing(`a person decides: ${heldForPerson}`);
  if (snooze && isLater(snooze.until, at)) return wait(snooze.until, `it is snoozed: ${snooze.because}`);
  if (quietUntil !== undefined && isLater(quietUntil, at)) return wait(quietUntil, 'they asked for quiet until then');
  if (call && isLater(call.to, at)) return wait(call.to, 'a call is booked');
  switch (status) {
    case 'shortlisted':
      return { kind: 'send', purpose: 'invitation', number: 1 };
    case 'invited':
      return dataRequest
        ? whileDataIsMissing(collaboration, dataRequest.askedAt, cadences, at)
        : whileInvited(collaboration, cadences, at);
    case 'negotiating':
      return dataRequest
        ? whileDataIsMissing(collaboration, dataRequest.askedAt, cadences, at)
        : whileNegotiating(collaboration, cadences, at);
    case 'briefed':
      return whileBriefed(collaboration, cadences, at);
    case 'confirmed':
      return (
        (collaboration.draft && whileDrafting(collaboration, collaboration.draft, cadences.draft, at)) ??
        whileConfirmed(collaboration, cadences.post, postBy, at)
      );
    case 'verified':
      return handled(collaboration, 'thanks').length === 0
        ? { kind: 'send', purpose: 'thanks', number: 1 }
        : nothing('the post is up and they were thanked');
    default:
      return nothing(`nothing is expected of them while ${status}`);
  }
}

function whileInvited(collaboration: Collaboration, { invitation }: Cadences, at: string): NextAction {
  const reminders = handled(collaboration, invitation.remind).length;
  const last = lastContact(collaboration);
  // A pause that they asked for ends with one more message; a machine that always asks for one gets no second.
  const { quietUntil } = collaboration;
  const resumes =
    quietUntil !== undefined && isLater(quietUntil, last) && reminders === invitation.remindAfterDays.length;
  if (resumes) return { kind: 'send', purpose: invitation.remind, number: reminders + 1 };
  const mails = 1 + sentOf(collaboration, invitation.remind).length;
  return afterSilence(invitation, at, {
    done: reminders,
    number: reminders + 1,
    last,
    quiet: latest(last, quietUntil),
    reason: `no answer to ${mails} ${mails === 1 ? 'mail' : 'mails'}`,
  });
}

function whileNegotiating(collaboration: Collaboration, { negotiation }: Cadences, at: string): NextAction {
  const last = inOrder(collaboration).at(-1);
  const { since, quietUntil, call } = collaboration;
  const theirTurn = last !== undefined && !isLater(since, last.at);
  if (!theirTurn)
    return dueAt(
      plusDays(latest(since, quietUntil, call?.to), answerWithinDays),
      at,
      { kind: 'ask-person', because: `they wait for our answer since ${day(since)}` },
      `they wait for our answer since ${day(since)}`,
    );
  return afterSilence(negotiation, at, {
    done: trailing(collaboration, negotiation.remind),
    number: handled(collaboration, negotiation.remind).length + 1,
    last: latest(last.at, call?.to),
    quiet: latest(last.at, quietUntil, call?.to),
    reason: 'no answer to our last offer, nor to a reminder of it',
  });
}

function whileDataIsMissing(
  collaboration: Collaboration,
  askedAt: string,
  { 'data-request': cadence }: Cadences,
  at: string,
): NextAction {
  const all = handled(collaboration, cadence.remind);
  const since = all.filter(message => !isLater(askedAt, message.at));
  const number = all.length + 1;
  if (since.length === 0) return { kind: 'send', purpose: cadence.remind, number };
  const last = lastContact(collaboration);
  return afterSilence(cadence, at, {
    done: since.length - 1,
    number,
    last,
    quiet: latest(last, collaboration.quietUntil),
    reason: 'they have not sent the numbers that we asked for',
  });
}

function whileBriefed(collaboration: Collaboration, { brief }: Cadences, at: string): NextAction {
  // Sent right after the agreement; what a pause or a fault held back is caught up here.
  if (sentOf(collaboration, 'brief').length === 0) return { kind: 'send', purpose: 'brief', number: 1 };
  const done = handled(collaboration, brief.remind).length;
  const last = lastContact(collaboration);
  return afterSilence(brief, at, {
    done,
    number: done + 1,
    last,
    quiet: latest(last, collaboration.quietUntil),
    reason: `the brief is not confirmed after ${sentOf(collaboration, brief.remind).length} reminders`,
  });
}

/** Undefined once the draft is approved and they know: what is left is the post. */
function whileDrafting(
  collaboration: Collaboration,
  draft: Draft,
  cadence: Cadence,
  at: string,
): NextAction | undefined {
  const { state, since, dueAt: by } = draft;
  if (state === 'handed-in') {
    const because = `their draft waits for our answer since ${day(since)}`;
    const until = plusDays(latest(since, lastContact(collaboration)), answerWithinDays);
    return dueAt(until, at, { kind: 'ask-person', because, about: 'draft' }, because);
  }
  if (state === 'asked') return byItsDay(collaboration, cadence, { what: 'draft', by, since }, at);
  // Sent with the decision; what held it back, a pause or a fault, is caught up here.
  const answers = handled(collaboration, 'draft-answer');
  if (!answers.some(message => !isLater(since, message.at)))
    return { kind: 'send', purpose: 'draft-answer', number: answers.length + 1 };
  return state === 'approved' ? undefined : byItsDay(collaboration, cadence, { what: 'draft', by, since }, at);
}

function whileConfirmed(collaboration: Collaboration, cadence: Cadence, postBy: string, at: string): NextAction {
  const { draft } = collaboration;
  // Who had to wait for our word on the draft is not late on the same day.
  const lateFrom = draft ? latest(postBy, plusDays(draft.since, publishWithinDays)) : postBy;
  return byItsDay(collaboration, cadence, { what: 'post', by: postBy, lateFrom }, at);
}

interface DueThing {
  readonly what: 'draft' | 'post';
  readonly by: string;
  /** What is late counts from here, where that is not `by`. */
  readonly lateFrom?: string;
  /** Reminders of before were of another round. */
  readonly since?: string;
}

function byItsDay(
  collaboration: Collaboration,
  cadence: Cadence,
  { what, by, lateFrom = by, since }: DueThing,
  at: string,
): NextAction {
  const last = lastContact(collaboration);
  const notBefore = plusDays(last, leastGapDays);
  const isOfBefore = (message: SentMessage) => since !== undefined && isLater(since, message.at);
  const all = handled(collaboration, cadence.remind);
  const before = Math.max(0, ...all.filter(isOfBefore).map(({ number }) => number));
  const done = Math.max(before, ...all.map(({ number }) => number)) - before;
  for (const [index, days] of cadence.remindAfterDays.entries()) {
    if (index < done) continue;
    const looksAhead = days < 0;
    const due = latest(plusDays(looksAhead ? by : lateFrom, days), notBefore);
    // Before the day it says "soon", after it "it was due": a late "soon" is left out.
    if (looksAhead && !(isLater(by, due) && isLater(by, at))) continue;
    const action = { kind: 'send', purpose: cadence.remind, number: before + index + 1 } as const;
    return dueAt(due, at, action, `the ${what} is due on ${day(by)}`);
  }
  const until = plusDays(latest(last, collaboration.quietUntil, lateFrom), cadence.atLastAfterDays);
  const sent = sentOf(collaboration, cadence.remind).filter(message => !isOfBefore(message)).length;
  const because = `the ${what} is late, reminders sent: ${sent}`;
  const ask = { kind: 'ask-person', because, ...(what === 'draft' && { about: what }) } as const;
  return dueAt(until, at, ask, `the ${what} was due on ${day(by)}`);
}

interface Silence {
  /** Reminders that went out, or were left out, in this silence. */
  readonly done: number;
  readonly number: number;
  /** What the next reminder counts from. */
  readonly last: string;
  /** What the end counts from: a wish to be left alone counts as contact. */
  readonly quiet: string;
  /** Said when it comes to the end. */
  readonly reason: string;
}

function afterSilence(cadence: Cadence, at: string, { done, number, last, quiet, reason }: Silence): NextAction {
  const because = `nothing new since ${day(last)}`;
  const days = cadence.remindAfterDays[done];
  return days === undefined
    ? dueAt(plusDays(quiet, cadence.atLastAfterDays), at, { kind: cadence.atLast, because: reason }, because)
    : dueAt(plusDays(last, days), at, { kind: 'send', purpose: cadence.remind, number }, because);
}

const sentOf = ({ sent }: Collaboration, purpose: MessagePurpose): readonly SentMessage[] =>
  sent.filter(message => message.purpose === purpose);

/** Sent or left out: either way its turn is over. */
const handled = (collaboration: Collaboration, purpose: MessagePurpose): readonly SentMessage[] =>
  inOrder(collaboration).filter(message => message.purpose === purpose);

const inOrder = ({ sent, skipped = [] }: Collaboration): readonly SentMessage[] =>
  skipped.length === 0 ? sent : [...sent, ...skipped].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** How many of them stand at the end, with nothing else after them. */
function trailing(collaboration: Collaboration, purpose: MessagePurpose): number {
  const messages = inOrder(collaboration);
  const other = messages.findLastIndex(message => message.purpose !== purpose);
  return messages.length - 1 - other;
}

/** The latest of our last message, the change of status and a call: what the next silence is counted from. */
const lastContact = (collaboration: Collaboration): string =>
  latest(collaboration.since, inOrder(collaboration).at(-1)?.at, collaboration.call?.to);

const dueAt = (due: string, at: string, action: NextAction, because: string): NextAction =>
  isLater(due, at) ? wait(due, because) : action;

const wait = (until: string, because: string): NextAction => ({ kind: 'wait', until, because });
const nothing = (because: string): NextAction => ({ kind: 'nothing', because });
const day = (at: string): string => at.slice(0, 10);

const isLater = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);
const latest = (first: string, ...others: readonly (string | undefined)[]): string =>
  others.reduce<string>((late, one) => (one !== undefined && isLater(one, late) ? one : late), first);
