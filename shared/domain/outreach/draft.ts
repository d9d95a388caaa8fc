import type { Collaboration, CollaborationEvent, Draft } from '../collaboration.ts';
import { dayIn, earlier, endOfDay, plusDays } from '../time.ts';

type EventOf<K extends CollaborationEvent['kind']> = Extract<CollaborationEvent, { kind: K }>;
/** What the collaboration becomes, or why the event means nothing to it. */
type DraftChange = { readonly set: Partial<Collaboration>; readonly asks?: string } | { readonly refused: string };

/** Until when we want to see a draft: the end of a day, and not after the last day for the post as long as that is ahead. */
export function draftDue(days: number, lastDay: string, timeZone: string, at: string): string {
  const day = dayIn(plusDays(at, days), timeZone);
  return endOfDay(lastDay > dayIn(at, timeZone) ? earlier(day, lastDay) : day, timeZone);
}

export const isAwaited = (draft: Draft | undefined): draft is Draft =>
  draft !== undefined && draft.state !== 'approved';

/** The first round, when the brief is confirmed. */
export const askedFor = (dueAt: string, at: string): Draft => ({ state: 'asked', since: at, round: 1, dueAt });

/** Whoever hands in has read the brief; a draft that was not asked for yet is the first. */
export function handIn(
  { status, draft }: Pick<Collaboration, 'status' | 'draft'>,
  { link, text }: EventOf<'draft-handed-in'>,
  at: string,
): DraftChange {
  if (status !== 'briefed' && !(status === 'confirmed' && isAwaited(draft)))
    return {
      refused: draft ? `the draft is ${draft.state}, while ${status}` : `no draft is asked for, while ${status}`,
    };
  // What was handed in before is past; what we asked for then is what this one is held against.
  const { link: _, text: __, ...rest } = draft ?? askedFor(at, at);
  const asks = `their draft${rest.round > 1 ? ` (round ${rest.round})` : ''} waits for you`;
  const handedIn = { ...(link !== undefined && { link }), ...(text !== undefined && { text }) };
  return { set: { heldForPerson: asks, draft: { ...rest, ...handedIn, state: 'handed-in', since: at } }, asks };
}

/** A person's word on it, also on one that came by other ways than ours. Changes are a new round with a new day. */
export function answerDraft(
  { status, draft }: Pick<Collaboration, 'status' | 'draft'>,
  event: EventOf<'draft-approved'> | EventOf<'draft-changes-asked'>,
  at: string,
): DraftChange {
  if (status !== 'confirmed' || !isAwaited(draft))
    return {
      refused: draft ? `the draft is ${draft.state}, while ${status}` : `no draft is asked for, while ${status}`,
    };
  const { words: _, ...rest } = draft;
  const words = event.words === undefined ? {} : { words: event.words };
  return event.kind === 'draft-approved'
    ? { set: { draft: { ...rest, ...words, state: 'approved', since: at } } }
    : {
        set: {
          draft: { ...rest, ...words, state: 'changes-asked', since: at, round: draft.round + 1, dueAt: event.dueAt },
        },
      };
}
