import { type Collaboration, isLost } from '../collaboration.ts';
import type { MessagePurpose } from '../message.ts';
import { type CadenceRules, type NextAction, nextAction } from './cadence.ts';

/** What happens next in a collaboration, as people say it. */
export interface NextStep {
  readonly what: string;
  /** When it is due; absent where it waits for somebody. */
  readonly at?: string;
  readonly because: string;
  /** The reminder that would go out then: what a person may leave out. */
  readonly reminder?: { readonly purpose: MessagePurpose; readonly number: number };
}

/** A wait is followed by what it waits for; more than a few in a row (snooze, vacation, call, silence) there never are. */
const mostWaits = 6;

/** The next step and its time: `nextAction`, asked again at the time until which it says to wait. */
export function nextStep(collaboration: Collaboration, rules: CadenceRules, at: string): NextStep {
  let when = at;
  let because: string | undefined;
  for (let waits = 0; waits <= mostWaits; waits += 1) {
    const action = nextAction(collaboration, rules, when);
    if (action.kind !== 'wait') return told(collaboration, action, when, because);
    when = action.until;
    because = action.because;
  }
  return { what: 'another look', at: when, because: because ?? 'it waits' };
}

function told(
  collaboration: Collaboration,
  action: Exclude<NextAction, { kind: 'wait' }>,
  at: string,
  waited: string | undefined,
): NextStep {
  switch (action.kind) {
    case 'send': {
      const { purpose, number } = action;
      const because = waited ?? 'it is due';
      return isReminder(collaboration, purpose)
        ? { what: sentence(purpose, number), at, because, reminder: { purpose, number } }
        : { what: sentence(purpose, number), at, because };
    }
    case 'give-up':
      return { what: 'we stop writing, unless they answer', at, because: waited ?? action.because };
    case 'ask-person':
      return { what: `a person is asked: ${action.because}`, at, because: waited ?? 'it is due' };
    case 'nothing':
      return { ...idle(collaboration), because: action.because };
  }
}

/** What is not chase's turn. */
function idle({ status, heldForPerson, owner }: Collaboration): Pick<NextStep, 'what'> {
  if (owner !== undefined && heldForPerson !== undefined) return { what: `${owner} hands it back, or decides` };
  if (heldForPerson !== undefined) return { what: 'a person decides' };
  if (status === 'accepted') return { what: 'the brief goes out' };
  if (status === 'published') return { what: 'the post is checked' };
  if (status === 'verified') return { what: 'what they earned is settled when the campaign ends' };
  return { what: isLost(status) ? 'nothing, unless they write' : 'nothing' };
}

const reminders: readonly MessagePurpose[] = ['follow-up', 'brief-reminder', 'draft-reminder', 'post-reminder'];

/** The first of a kind is the thing itself; only what repeats it can be left out. */
const isReminder = ({ sent, skipped = [], dataRequest }: Collaboration, purpose: MessagePurpose): boolean =>
  purpose === 'data-request'
    ? [...sent, ...skipped].some(one => one.purpose === purpose && one.at >= (dataRequest?.askedAt ?? ''))
    : reminders.includes(purpose);

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
const ordinal = (number: number): string => ordinals[number - 1] ?? `${number}th`;

function sentence(purpose: MessagePurpose, number: number): string {
  switch (purpose) {
    case 'invitation':
      return 'the invitation';
    case 'follow-up':
      return `${ordinal(number)} reminder, unless they answer`;
    case 'data-request':
      return number === 1
        ? 'we ask for their past work and numbers'
        : 'a reminder of the numbers that we asked for, unless they answer';
    case 'brief':
      return 'the brief';
    case 'brief-reminder':
      return `${ordinal(number)} reminder of the brief, unless they confirm it`;
    case 'draft-reminder':
      return `${ordinal(number)} reminder of the draft, unless they hand it in`;
    case 'draft-answer':
      return 'our answer to their draft';
    case 'post-reminder':
      return `${ordinal(number)} reminder of the post, unless it is found`;
    case 'thanks':
      return 'thanks for the post';
    case 'answer':
      return 'an answer';
  }
}
