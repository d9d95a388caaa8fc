import {
  type Collaboration,
  type CollaborationEvent,
  type Effect,
  isLost,
  isOver,
  toldStatus,
} from '../collaboration.ts';
import { changeOf } from './change-of.ts';
import { withItems } from './open-items.ts';
import { without, withoutStale } from './without.ts';

export type Decision =
  | { readonly kind: 'move'; readonly next: Collaboration; readonly effects: readonly Effect[] }
  /** The event changes nothing here (said twice, too late); still recorded. */
  | { readonly kind: 'keep'; readonly because: string };

/** What `event` makes of `collaboration`. Pure: the same three arguments give the same answer. */
export function decide(collaboration: Collaboration, event: CollaborationEvent, at: string): Decision {
  const change = changeOf(collaboration, event, at);
  if ('refused' in change) return { kind: 'keep', because: change.refused };
  const moved = without({ ...collaboration, ...change.set } as Collaboration, change.clear ?? []);
  const { next, resolved } = withItems(collaboration, moved, event, change.effects ?? [], at);
  const left = collaboration.waiting !== undefined && isOver(collaboration.waiting, next);
  const { status: from, version } = collaboration;
  const effects: Effect[] = [{ kind: 'record', event, at, from, version }];
  if (resolved.length > 0) effects.push({ kind: 'resolve-attention', ids: resolved, at });
  effects.push(...(change.effects ?? []));
  if (isLost(next.status) && !isLost(collaboration.status)) effects.push({ kind: 'release-budget' });
  if (left && collaboration.waiting)
    effects.push({ kind: 'complete-wait', taskToken: collaboration.waiting.taskToken, status: toldStatus(next) });
  return { kind: 'move', next: withoutStale(next, left), effects };
}
