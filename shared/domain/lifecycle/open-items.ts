import { attentionId } from '../attention.ts';
import { type Collaboration, type CollaborationEvent, type Effect, isLost, type OpenItem } from '../collaboration.ts';
import { without } from './without.ts';

/** Steps that somebody took, they or a person of ours: what a person was asked before is past. Those of the machine are not. */
const stepsOfPeople: readonly CollaborationEvent['kind'][] = [
  'accepted',
  'declined',
  'brief-confirmed',
  'post-found',
  'reopened',
];

/** With these, whatever waited for a person is decided. */
const decisionsOfPeople: readonly CollaborationEvent['kind'][] = [
  'decided',
  'handed-back',
  'erased',
  'draft-approved',
  'draft-changes-asked',
];

/** Items that are past are resolved and their hold ends; new ones are noted. */
export function withItems(
  before: Collaboration,
  moved: Collaboration,
  event: CollaborationEvent,
  effects: readonly Effect[],
  at: string,
): { next: Collaboration; resolved: string[] } {
  const ends = isLost(moved.status) && !isLost(before.status);
  const isStep = moved.status !== before.status && stepsOfPeople.includes(event.kind);
  const isVouched = event.kind === 'post-verified' && event.post.vouched !== undefined;
  const isDecided = decisionsOfPeople.includes(event.kind);
  const isPast = ends || isStep || isVouched || isDecided;
  const isCall = event.kind === 'call-booked' || event.kind === 'call-off' || event.kind === 'call-answered';
  const isHandedIn = event.kind === 'draft-handed-in';
  const isDraft = isHandedIn || (event.kind === 'held' && event.about === 'draft');
  const isResolved = (item: OpenItem) =>
    item.isCall ? ends || isCall || isDecided : isPast || (item.isDraft === true && isHandedIn);

  const { openItems = [], ...rest } = moved;
  const id = effects.some(({ kind }) => kind === 'ask-person') ? attentionId(before.influencerId, at) : undefined;
  const resolved = openItems.filter(item => item.id !== id && isResolved(item)).map(item => item.id);
  const kept = openItems.filter(item => item.id !== id && !resolved.includes(item.id));
  if (id !== undefined) kept.push({ id, ...(isCall && { isCall }), ...(isDraft && { isDraft }) });
  const next: Collaboration = { ...rest, ...(kept.length > 0 && { openItems: kept }) };
  const isFree = isPast && moved.owner === undefined && moved.heldForPerson === before.heldForPerson;
  return { next: isFree ? without(next, ['heldForPerson']) : next, resolved };
}
