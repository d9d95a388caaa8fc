import { type Collaboration, type CollaborationStatus, isOpen, lostStatuses } from '../collaboration.ts';

/** Of every standing, not only what all have in common. */
type Field = Collaboration extends infer Any ? (Any extends unknown ? keyof Any : never) : never;

/** What stays of it without some fields; which a standing needs, the caller knows. */
export function without(collaboration: Collaboration, fields: readonly Field[]): Collaboration {
  const rest = { ...collaboration };
  for (const field of fields) delete (rest as Partial<Record<Field, unknown>>)[field];
  return rest;
}

/** Facts that mean something only while the collaboration stands so. */
const keptIn: readonly (readonly [Field, readonly CollaborationStatus[]])[] = [
  ['terms', ['accepted', 'briefed', 'confirmed', 'published', 'verified', 'settled']],
  ['postUrl', ['published']],
  ['post', ['verified', 'settled']],
  ['about', ['negotiating']],
  ['ask', ['negotiating']],
  ['dataRequest', ['invited', 'negotiating']],
  ['draft', ['confirmed', 'published', 'verified', 'settled']],
  ['because', lostStatuses],
];

/** Facts of an earlier standing must not linger in the next one. */
export function withoutStale(collaboration: Collaboration, waitIsOver: boolean): Collaboration {
  const stale = keptIn.flatMap(([field, statuses]) => (statuses.includes(collaboration.status) ? [] : [field]));
  if (waitIsOver) stale.push('waiting');
  if (!isOpen(collaboration.status)) stale.push('heldForPerson', 'owner', 'snooze');
  return without(collaboration, stale);
}
